// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "applicants/applicant.h"
#include "base/id.h"
#include "exchange/exchange.h"
#include "inquiries/inquiry.h"
#include "json/json.h"
#include "time/time.h"

namespace okno::applications {

using ApplicationId = Id<struct ApplicationTag>;

enum class Status {
  kDraft,
  kIntake,
  kProcessing,
  kRework,
  kDeliveryQueued,
  kDeliveryOnDemand,
  kSent,
  kSentByCourier,  // on paper, in a package
  kInAgency,
  kAwaitingNotice,
  kReadyToIssue,
  kClosed,
  kRefusedIntake,
  kWithdrawn,
  kUnclaimed,
};
std::string_view Word(Status status);  // "delivery_queued"
std::optional<Status> StatusFromWord(std::string_view word);
bool IsOpen(Status status);  // false for closed, refused_intake, withdrawn, unclaimed

enum class Kind { kService, kConsultation };

// What the operator noted of one checklist item.
struct Mark {
  std::string item;
  bool given = false;
  std::string form;  // "original", "copy", "original_and_copy", "electronic" or ""
  int sheets = 0, copies = 0;
  std::string title;  // of a paper the checklist does not name: items "other-1" to "other-99"
  bool operator==(const Mark&) const = default;
};

// The state of the case as the agency reported it.
struct ExternalStatus {
  std::string code, text;
  Instant at;
  bool operator==(const ExternalStatus&) const = default;
};
struct Rework {
  std::string reason;
  Date until;  // the last day
  bool operator==(const Rework&) const = default;
};
// The agency's final answer.
struct Decision {
  bool positive = false;
  std::string text, registration_number, officer;
  Instant at;
  bool operator==(const Decision&) const = default;
};

// A paper of the result that came without a file: what the applicant takes home.
struct ResultPaper {
  std::string title;
  int sheets = 1;
  bool operator==(const ResultPaper&) const = default;
};

// The paper by which a representative acts for the applicant.
struct Authority {
  std::string kind;  // "power_of_attorney", "birth_certificate", "guardianship", "other"
  std::string number;
  Date date;
  std::string issued_by;  // who certified or issued it; "" when not noted
  std::optional<Date> valid_until;
  bool operator==(const Authority&) const = default;
};
// Who has come for the result, with the papers as they were checked at the window.
struct Recipient {
  bool representative = false;
  std::string last_name, first_name, middle_name;
  std::optional<Date> birth_date;  // of who is named and shows a passport: its term hangs on it
  applicants::IdentityDocument document;
  std::optional<Authority> authority;  // of a representative
  // Items of the applicant's own original papers that are given back with the result.
  std::vector<std::string> originals = {};
  Instant noted_at;
  std::string Name() const;  // "Сидоров Пётр Ильич"
  bool operator==(const Recipient&) const = default;
};

// What an agency answered to the center's inquiry for a document of the checklist (210-ФЗ art. 7).
// The documents it brought lie in the case, with source "inquiry".
struct InquiryAnswer {
  inquiries::InquiryId inquiry_id;
  std::string item;
  std::string number, title, agency;  // of the inquiry, what it asked for, who answered
  std::string subject;    // whom it is about, when that is not the case's applicant; else ""
  bool has_data = false;  // false: the agency says there is nothing
  // It has brought something: there are data, kept in the case, with a record of the kind that the
  // document needs (ChecklistRule::records). Of a document that tells whom to
  // ask about (ChecklistRule::about) it counts for the one it was asked about; of any other only
  // when it is about the applicant. What is said of somebody else stands for nothing by itself.
  bool brings = false;
  // Whom it was asked about, as inquiries::Inquiry::asked.
  Json asked = Json::object();
  std::string words;                           // the agency's words then
  std::string signature_verdict, signer_name;  // of the message, as exchange::Message has them
  std::string personal_verdict, person_name;   // of the official over the content; "" without one
  Instant at;
  bool operator==(const InquiryAnswer&) const = default;
};

// An application («заявление») from draft to closed.
struct Application {
  ApplicationId id;
  access::OrganizationId organization_id;
  access::BranchId branch_id;
  applicants::ApplicantId applicant_id;
  std::string applicant_name;  // "Иванова А. П."
  Kind kind = Kind::kService;
  Status status = Status::kDraft;
  std::string number;  // "" in drafts
  std::string service_code;
  int service_version = 1;
  Json form = Json::object();
  std::vector<Mark> marks;
  Json representative;  // null when the applicant came in person
  bool consent = false;
  access::UserId operator_id;
  std::string operator_name;
  std::optional<access::UserId> executor_id;
  std::string executor_name;
  std::optional<Instant> filed_at;
  std::optional<Date> planned_date;
  std::optional<Date> promised_date;  // on the receipt; once the agency's date is another one
  std::optional<Date> registered_on;  // by the agency, when its registration starts the term
  std::optional<ExternalStatus> external_status;
  std::optional<Rework> rework;
  std::optional<Decision> decision;
  std::vector<ResultPaper> result_papers;           // of a decision that came on paper
  std::optional<exchange::MessageId> message_id;    // the request that carries it now
  std::optional<access::BranchId> issue_branch_id;  // where the result was issued
  std::optional<Recipient> recipient;               // of the result
  int version = 1;
  Instant created_at, updated_at;
  bool operator==(const Application&) const = default;
};

// Event applications.status_changed {application_id, from, to}: words of Status; published in the
// transaction of the change with the organization of the case. Of every change from the handover
// on: a draft begun and filed concerns nobody else.
inline constexpr char kStatusChanged[] = "applications.status_changed";
// Event applications.promise_broken {application_id}: the agency counts to a later day than the
// receipt promises, and the applicant is to be told; or does so no more. Published as the former.
inline constexpr char kPromiseBroken[] = "applications.promise_broken";

}  // namespace okno::applications
