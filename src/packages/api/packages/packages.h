// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/directory.h"
#include "access/principal.h"
#include "applications/by_paper.h"
#include "applications/use_cases.h"
#include "base/result.h"
#include "catalog/service.h"
#include "db/pool.h"
#include "printing/render.h"
#include "text/messages.h"
#include "time/time.h"

// Packages of cases on paper («пакеты заявлений»), to agencies and from them. Each use case is one
// transaction. All refuse "packages.not_found" when the principal may not see the package,
// "request.stale" when `version` is not the current one, and a code of its own when the state does
// not allow it. Used by http, the demo generator and tests.
//
// Nothing deadlocks: whatever changes locks in one order, the branch's counter, then courier runs,
// then packages by id, then cases by id.
namespace okno::packages {

using PackageId = Id<struct PackageTag>;
using RunId = Id<struct CourierRunTag>;
using applications::ApplicationId;

inline constexpr int kMostCases = 200;  // in a package

struct Services {
  db::Pool& db;
  const Clock& clock;
  const catalog::Catalog& catalog;
  const printing::TemplateBook& templates;
  const text::Catalog& texts;
  const applications::Services& applications;
};

enum class Direction { kToAgency, kFromAgency };
enum class State { kDraft, kReady, kSent, kDelivered, kReturned, kLost, kDone, kDissolved };
std::string_view Word(Direction direction);  // "to_agency", as in openapi.yaml
std::string_view Word(State state);
std::optional<Direction> DirectionFromWord(std::string_view word);
std::optional<State> StateFromWord(std::string_view word);

// What is noted of a number that people see.
struct RunReference {
  RunId id;
  std::string number;
  bool operator==(const RunReference&) const = default;
};

struct Package {
  PackageId id;
  access::OrganizationId organization_id;
  access::BranchId branch_id;
  std::string branch_name, branch_zone;
  Direction direction = Direction::kToAgency;
  State state = State::kDraft;
  std::string number;  // "0101-П-26-0004"
  std::string agency_code, agency_name;
  std::string service_code;  // "" = any service of the agency
  std::optional<RunReference> run;
  access::UserId created_by;
  std::string created_by_name;
  Instant created_at;
  std::optional<Instant> ready_at, sent_at, ended_at;  // ended: any state after "sent"
  std::optional<access::UserId> ended_by;
  std::string ended_by_name;
  std::string end_reason;           // why it was returned, or how lost
  std::optional<Date> received_on;  // by the agency, as it has signed
  std::string incoming_number;
  std::optional<Instant> corrected_at;  // both of the former, what was not taken, or how it ended
  std::string corrected_by_name;
  int cases = 0;
  std::optional<Date> due;  // the earliest of its cases, while it is open
  int version = 1;
  std::string changed_by_name;  // who has made this version; "" of the first
  bool operator==(const Package&) const = default;
};

// What an agency did with a case: granted, refused, or gave it back without a decision
// («возвращено без рассмотрения»).
enum class OutcomeKind { kGranted, kRefused, kUnconsidered };
std::string_view Word(OutcomeKind kind);  // "granted"
std::optional<OutcomeKind> OutcomeKindFromWord(std::string_view word);

// What came of a case, as it is typed; judged when its package is completed. Of one unconsidered
// there is only the reason, in `text`.
struct CaseOutcome {
  OutcomeKind kind = OutcomeKind::kGranted;
  std::string registration_number;
  std::optional<Date> decided_on;
  std::string text;
  std::vector<applications::ResultPaper> papers;
  bool operator==(const CaseOutcome&) const = default;
};

// What an inventory says of a case, and which papers it means.
struct Listed {
  std::string applicant_name;  // in full
  int documents = 0, sheets = 0;
  std::string fingerprint = {};  // applications::PaperState; "" = not kept
  bool operator==(const Listed&) const = default;
};

struct PackedCase {
  applications::PaperCase subject;
  // What is signed for, from when the package is ready (one from an agency: done) on. The case may
  // change after it.
  std::optional<Listed> listed;
  Listed Now() const { return {subject.full_name, subject.documents, subject.sheets}; }
  Listed Shown() const { return listed.value_or(Now()); }
  // Whether the case's papers, of that fingerprint now, are not those that are listed.
  bool IsChanged(const std::string& fingerprint) const;
  std::optional<CaseOutcome> outcome;  // from an agency
  std::string not_taken;               // to an agency: why it did not take the case
  // Of its last way to the agency, in any package.
  std::optional<Instant> sent_at;
  std::optional<Date> received_on;  // by the agency; nothing while that is not known
  // Of a package to an agency that has not gone: what the papers lack, to be thought of before they
  // go, and what they say.
  std::optional<applications::PaperState> papers;
  // While the package is a draft or ready: a code of Messages() when the status of the case does
  // not let it go any more, or what is listed is not what lies in it; "" when it may go. Whether
  // form and papers are complete is judged by MakeReady and the dispatch alone.
  std::string problem;
};

// What may be done with a package now.
enum class Action {
  kEdit,
  kMakeReady,
  kReopen,
  kDissolve,
  kDeliver,
  kCorrect,
  kReturn,
  kComplete,
  kPrint
};
std::string_view Word(Action action);

// A package with all that is shown of it.
struct PackageSheet {
  Package package;
  std::vector<PackedCase> cases;  // by number
  std::optional<int> waiting;     // of a draft: cases that could be added
  std::vector<Action> actions;
};

struct PackageQuery {
  std::optional<Direction> direction;
  bool open = false;  // only draft, ready and sent
  std::optional<ApplicationId> application_id;
  std::string typed;  // part of a package's number, or the number of a case
  std::optional<PackageId> before;
  int limit = 50;
};
struct PackagePage {
  std::vector<Package> packages;  // newest first
  std::string next_cursor;        // "" at the end
};
PackagePage ListPackages(const Services& services, const access::Principal& principal,
                         const PackageQuery& query);
Result<PackageSheet> GetPackage(const Services& services, const access::Principal& principal,
                                const PackageId& id);

// Where cases lie: the packages of the principal's territory that are not over. Those in none are
// left out. It tells nothing of a case but the number of its package.
struct Holder {
  ApplicationId application_id;
  PackageId package_id;
  std::string number;
  State state = State::kDraft;
  bool operator==(const Holder&) const = default;
};
inline constexpr int kMostAskedAbout = 200;
std::vector<Holder> ListHolders(const Services& services, const access::Principal& principal,
                                const std::vector<ApplicationId>& cases);

// For whom something waits in the principal's branch; the most cases first. What an agency gave
// back last time does not count; with nothing else its agency is there with 0 cases.
struct WaitingService {
  std::string code, name;
  int cases = 0;
  bool operator==(const WaitingService&) const = default;
};
struct WaitingAgency {
  std::string code, name;
  int cases = 0;
  std::vector<WaitingService> services;
  bool operator==(const WaitingAgency&) const = default;
};
std::vector<WaitingAgency> ListAgencies(const Services& services,
                                        const access::Principal& principal, Direction direction);

struct PackageDraft {
  Direction direction = Direction::kToAgency;
  std::string agency_code;
  std::string service_code;                          // "" = any service of the agency
  std::optional<ApplicationId> application_id = {};  // goes in any event; to an agency only
};
// Begins a package of the principal's branch. One to an agency takes what waits for it, due first,
// kMostCases at most, but for what an agency gave back last time, or was lost on the way to it
// (that is added by hand); what a colleague takes at the same moment is left to them. Refused
// "packages.no_branch", "packages.nothing_waits", "input.invalid" with "packages.agency_unknown",
// "packages.service_unknown" or, of one from an agency with a case named, "packages.begins_empty",
// and as AddCases of the case that is named.
Result<PackageSheet> CreatePackage(const Services& services, const access::Principal& principal,
                                   const PackageDraft& draft, const std::string& idempotency_key);

struct Candidates {
  std::vector<PackedCase> cases;  // kMostCases at most, due first
  int total = 0;
};
// Cases that could be added and are in no open package; `typed` is part of a number or of the
// applicant's short name. Of a package that is no draft there are none.
Result<Candidates> ListCandidates(const Services& services, const access::Principal& principal,
                                  const PackageId& id, const std::string& typed);

struct AddInput {
  std::vector<ApplicationId> application_ids;
  std::string number;  // as a scanner types it; "" = none
};
// All or nothing; what is in the package already stays. Refused "packages.not_a_draft",
// "packages.full", and, with the place of the case, "packages.case_unknown",
// "packages.case_elsewhere" (detail: the other package), "packages.case_of_other_agency" (detail:
// its agency), "packages.case_of_other_service", "packages.case_electronic",
// "packages.case_not_ready".
Result<PackageSheet> AddCases(const Services& services, const access::Principal& principal,
                              const PackageId& id, long long version, const AddInput& input);
Result<PackageSheet> RemoveCase(const Services& services, const access::Principal& principal,
                                const PackageId& id, long long version,
                                const ApplicationId& application_id);
// Of a package from an agency. Refused "packages.not_from_agency", "packages.case_unknown".
Result<PackageSheet> PutOutcome(const Services& services, const access::Principal& principal,
                                const PackageId& id, long long version,
                                const ApplicationId& application_id, const CaseOutcome& outcome);

// draft -> ready; judges every case under its lock, and holds fast what the inventory says. Refused
// "packages.empty" and "packages.case_not_ready": detail is the first case's number, fields say why
// of each
// ("/cases/<application_id>").
Result<PackageSheet> MakeReady(const Services& services, const access::Principal& principal,
                               const PackageId& id, long long version);
// ready -> draft, and out of its courier run.
Result<PackageSheet> Reopen(const Services& services, const access::Principal& principal,
                            const PackageId& id, long long version);
// draft or ready -> dissolved: its cases are free again.
Result<PackageSheet> Dissolve(const Services& services, const access::Principal& principal,
                              const PackageId& id, long long version);

struct NotTaken {
  ApplicationId application_id;
  std::string reason;
};
struct DeliveryInput {
  Date received_on;  // between the day of sending and today, where the branch is
  std::string incoming_number;
  std::vector<NotTaken> not_taken;  // these are in processing again
};
// sent -> delivered. The last package of a courier run closes it. Refused "packages.not_sent" and
// "input.invalid" with the fields.
Result<PackageSheet> Deliver(const Services& services, const access::Principal& principal,
                             const PackageId& id, long long version, const DeliveryInput& input);

// What was written down wrongly of a delivered package, put right; `input` is all that is true. So
// is a package that was taken for returned or lost though its agency has it: it is delivered then.
// Refused "input.invalid" as Deliver is, and "packages.mark_settled" when more has come of a case
// whose mark this changes: detail is its number, fields say why of each. The agency's number may be
// changed at any time.
Result<PackageSheet> CorrectDelivery(const Services& services, const access::Principal& principal,
                                     const PackageId& id, long long version,
                                     const DeliveryInput& input);

// sent -> returned («возвращён курьером»: he never got to the agency, or should not have left) or
// lost: the cases are in processing again, but for those the agency has answered already. The last
// package of a courier run closes it. Refused "packages.not_sent", "input.invalid" at /reason.
struct ReturnInput {
  bool lost = false;
  std::string reason;
};
Result<PackageSheet> Return(const Services& services, const access::Principal& principal,
                            const PackageId& id, long long version, const ReturnInput& input);

// draft -> done, of a package from an agency: all its cases have their results and wait for the
// call, or are in processing again when they were not considered; or none. Refused
// "packages.empty", "packages.case_not_ready" as MakeReady does, and "input.invalid" with every
// field that is wrong ("/cases/<application_id>/text").
Result<PackageSheet> Complete(const Services& services, const access::Principal& principal,
                              const PackageId& id, long long version);

// The inventory («опись», акт приёма-передачи). Refused "packages.empty", "packages.dissolved"
// and, of one to an agency that is still a draft, "packages.not_ready_to_print": what is signed
// must be what goes.
Result<applications::Paper> PrintInventory(const Services& services,
                                           const access::Principal& principal, const PackageId& id);

}  // namespace okno::packages
