// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "applications/use_cases.h"
#include "db/pool.h"

// What the packages need of cases that go to their agency on paper, inside the packages' own
// transaction. A case of an electronic service is none of these.
namespace okno::applications {

// One case as a package shows it. Neither form nor files are loaded.
struct PaperCase {
  ApplicationId id;
  std::string number, applicant_name;  // "Иванова А. П."
  std::string full_name;               // of the applicant, as on the card
  access::BranchId branch_id;
  std::string service_code;
  int service_version = 1;
  Status status = Status::kProcessing;
  std::optional<Date> planned_date;  // by when it is due, as lists show it
  std::string executor_name;         // who works on it; "" = nobody
  int documents = 0, sheets = 0;     // that travel (rules/travelling.h), as the receipt counts
  bool operator==(const PaperCase&) const = default;
};

// A service as a case was filed for it.
struct FiledService {
  std::string code;
  int version = 1;
  bool operator==(const FiledService&) const = default;
};
struct PaperQuery {
  access::OrganizationId organization_id;
  access::BranchId branch_id;
  std::vector<FiledService> services;  // of the agency; those not electronic
  std::vector<Status> statuses;        // kProcessing; or kSentByCourier and kInAgency
  std::vector<ApplicationId> without = {};
  int limit = 200;
};
// Those that are due first come first.
std::vector<PaperCase> ListPaperCases(db::Tx& tx, const catalog::Catalog& catalog,
                                      const PaperQuery& query);
// In the order of `ids`; those the scope does not show are left out.
std::vector<PaperCase> GetPaperCases(db::Tx& tx, const catalog::Catalog& catalog,
                                     const std::vector<ApplicationId>& ids);

// What the papers of a case lack, and what they say. None of it keeps the case from going; who
// sends it has to know, as the dialog of sending tells it of an electronic one.
struct PaperState {
  ApplicationId id;
  // What the applicant has signed: "none" (never printed), "current" or "outdated".
  std::string application, receipt;
  struct Unasked {
    std::string code, title;
    bool operator==(const Unasked&) const = default;
  };
  // Documents that agencies are to be asked for and have not been; whether a message type brings
  // them is not asked here.
  std::vector<Unasked> unasked = {};
  int inquiries_waiting = 0;  // whose answer is still on its way
  std::string fingerprint;    // other papers have another one
};
// Of those the scope shows; each is named once. The cases are loaded whole, but all at once.
std::vector<PaperState> ListPaperStates(db::Tx& tx, const Services& services,
                                        const std::vector<ApplicationId>& ids);

// The fingerprint of the case's papers, when it may go: in processing, form and papers complete.
// What is incomplete is refused as Send() does; else "applications.not_found",
// "applications.not_in_processing", "applications.already_closed",
// "applications.electronic_service". Locks the case.
Result<std::string> JudgeForCourier(db::Tx& tx, const Services& services, const ApplicationId& id,
                                    Instant now);

// processing -> sent_by_courier, judged once more. `how` stands in the history: «пакет
// 0101-П-26-0004, ведомость 0101-К-26-0002».
Result<std::string> SendByCourier(db::Tx& tx, const Services& services, const ApplicationId& id,
                                  const access::Actor& actor, const std::string& how, Instant now);

// The agency has signed for the papers on that day: sent_by_courier -> in_agency. A service counted
// from the agency's registration has its term from that day. Anything else than sent_by_courier is
// left as it is.
void NoteTakenOnPaper(db::Tx& tx, const Services& services, const ApplicationId& id,
                      const access::Actor& actor, Date received_on, const std::string& how,
                      Instant now);
// The agency did not take it, or the courier has brought it back, or lost it: sent_by_courier or
// in_agency -> processing; its term is what the receipt promised. Anything else is left as it is.
enum class ComesBack { kNotTaken, kReturned, kLost };
void NoteBack(db::Tx& tx, const ApplicationId& id, ComesBack why, const access::Actor& actor,
              const std::string& reason, const std::string& how, Instant now);

// The mark of an agency on one case, as it should have been written down.
struct PaperMark {
  std::optional<Date> taken_on;  // nothing: it was not taken, for the reason
  std::string reason = {};
  std::string fingerprint = {};  // of the papers that went; "" = not known
};
// Puts a mark right, also that the case was brought back or lost: the term of what was taken runs
// from that day, what was not taken is in processing. Refused "applications.mark_settled" when more
// has come of the case since, and of one that is here, when its papers are others than those that
// went; and "applications.not_found".
Outcome CorrectMark(db::Tx& tx, const Services& services, const ApplicationId& id,
                    const PaperMark& mark, const access::Actor& actor, const std::string& how,
                    Instant now);
// Only tells of it in the history: of the agency's number nothing else of the case depends.
void NoteCorrection(db::Tx& tx, const ApplicationId& id, const access::Actor& actor,
                    const std::string& how, Instant now);
// The agency gives it back without a decision («возвращено без рассмотрения»), the same way.
// Refused as TakePaperResult does.
Outcome TakeUnconsidered(db::Tx& tx, const Services& services, const ApplicationId& id,
                         const access::Actor& actor, const std::string& reason,
                         const std::string& how, Instant now);

// What came back on paper.
struct PaperResult {
  bool positive = true;
  std::string registration_number;  // of the decision at the agency; may be empty
  Date decided_on;
  std::string text;  // of the decision; a refusal has one
  std::vector<ResultPaper> papers;
};
// sent_by_courier or in_agency -> awaiting_notice. Refused "applications.not_at_agency" in any
// other status, "applications.electronic_service" for what the agency answers through СМЭВ. The day
// is the caller's to judge.
Outcome TakePaperResult(db::Tx& tx, const Services& services, const ApplicationId& id,
                        const access::Actor& actor, const PaperResult& result,
                        const std::string& how, Instant now);

}  // namespace okno::applications
