// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/directory.h"
#include "access/principal.h"
#include "applicants/applicant.h"
#include "applications/application.h"
#include "catalog/calendar.h"
#include "catalog/service.h"
#include "db/pool.h"
#include "documents/documents.h"
#include "documents/transfer.h"
#include "files/store.h"
#include "printing/render.h"
#include "text/messages.h"
#include "time/time.h"
#include "xml/schema.h"

// What people do with applications; each is one transaction. All refuse "applications.not_found"
// when the principal may not see the case, "access.no_right" when they may see it but not do this,
// "request.stale" when `version` is not the current one, and a code of its own when the state does
// not allow it. Used by http, the demo generator and tests.
namespace okno::applications {

struct Services {
  db::Pool& db;
  files::Store& files;
  const Clock& clock;
  const catalog::Catalog& catalog;
  const catalog::WorkingCalendar& calendar;
  const printing::TemplateBook& templates;
  const text::Catalog& texts;
  const xml::SchemaSet& message_schema;  // content/message-types/center-application
  files::Policy uploads = {};
  int keep_results_days = 30;  // of the calendar; then a result not collected goes back
};

struct HistoryEntry {
  Instant at;
  std::optional<access::UserId> user_id;
  std::string actor;
  std::string kind;  // "status", "external_status", "document", "note", "assignment", "print"
  std::optional<Status> from, to;
  std::string code, detail;  // the text: a code of Messages() and its detail
  std::string reason;
  bool operator==(const HistoryEntry&) const = default;
};
// A case with all that is shown of it.
struct Case {
  Application application;
  applicants::Applicant applicant;
  access::Branch branch;
  std::optional<access::Branch> issue_branch;  // where the result was issued
  std::shared_ptr<const catalog::Service> service;
  std::vector<documents::Document> documents;
  std::vector<InquiryAnswer> answers;  // oldest first
  std::vector<HistoryEntry> history;   // oldest first
};

// Begins a draft; the form is prefilled from the card. Refused "applicants.not_found",
// "applications.service_unknown", "applications.kind_not_served", "applications.no_branch".
Result<Case> CreateDraft(const Services& services, const access::Principal& principal,
                         const applicants::ApplicantId& applicant_id,
                         const std::string& service_code, const std::string& idempotency_key);

// What is typed, complete or not; parts not given stay as they are.
struct DraftInput {
  std::optional<Json> form;            // an object
  std::vector<Mark> marks;             // each replaces the mark of its item
  std::optional<Json> representative;  // null removes it
  std::optional<bool> consent;
};
// Limits of shape only (size, depth, known marks): the answers are judged at filing.
Result<DraftInput> ParseDraft(const Json& body);
Result<Case> SaveDraft(const Services& services, const access::Principal& principal,
                       const ApplicationId& id, long long version, const DraftInput& input);
Outcome DeleteDraft(const Services& services, const access::Principal& principal,
                    const ApplicationId& id, long long version);

// draft -> intake: number, planned date. Refused "input.invalid" with every wrong field or
// "applications.incomplete" with the missing documents.
Result<Case> File(const Services& services, const access::Principal& principal,
                  const ApplicationId& id, long long version, const std::string& idempotency_key);

// intake or rework -> processing; picks the processor of the branch with the fewest open cases.
Result<Case> HandOver(const Services& services, const access::Principal& principal,
                      const ApplicationId& id, long long version);
struct ReworkInput {
  std::string reason;
  int term_days = 5;  // working days
};
Result<Case> ReturnForRework(const Services& services, const access::Principal& principal,
                             const ApplicationId& id, long long version, const ReworkInput& input);
// Takes a free case, or gives it to `user_id` (right applications.assign).
Result<Case> Assign(const Services& services, const access::Principal& principal,
                    const ApplicationId& id, long long version,
                    const std::optional<access::UserId>& user_id);
// processing or delivery_on_demand -> delivery_queued. Refused "applications.not_electronic",
// "applications.too_many_documents", and as exchange::QueueRequest is.
Result<Case> Send(const Services& services, const access::Principal& principal,
                  const ApplicationId& id, long long version);
Result<Case> TurnIntoConsultation(const Services& services, const access::Principal& principal,
                                  const ApplicationId& id, long long version,
                                  const std::string& note);
Result<Case> Withdraw(const Services& services, const access::Principal& principal,
                      const ApplicationId& id, long long version, const std::string& reason);

// Why documents are not taken: the grounds that regulations list (210-ФЗ, article 12, 2.6).
enum class RefusalGround {
  kIncompleteSet,       // a document the applicant has to bring is missing
  kExpiredDocuments,    // no longer in force
  kCorrectedDocuments,  // corrections nobody has attested
  kDamagedDocuments,    // can not be read as a whole
  kWrongForm,           // mandatory fields of the application are wrong or empty
  kNoAuthority,         // who came has not proved identity or authority
  kWrongAgency          // others provide this service
};
std::string_view Word(RefusalGround ground);  // "damaged_documents", as in openapi.yaml
std::optional<RefusalGround> GroundFromWord(std::string_view word);
struct RefuseIntakeInput {
  RefusalGround ground = RefusalGround::kIncompleteSet;
  std::string reason;  // what exactly, in the operator's words; stands on the notice
};
// draft or intake -> refused_intake; the applicant gets the printed notice. Refused
// "applications.nothing_missing" for kIncompleteSet when all that must be brought is there.
Result<Case> RefuseIntake(const Services& services, const access::Principal& principal,
                          const ApplicationId& id, long long version,
                          const RefuseIntakeInput& input);
// Notes who has come for the result, before the receipt is printed. `body` as `Recipient` in
// openapi.yaml: the applicant (names and, unless another is shown, the document from the card) or a
// representative with the paper that gives the authority. Refused "input.invalid" with the fields,
// "applications.result_elsewhere" when the result is on paper and lies in the branch of the case.
Result<Case> NoteRecipient(const Services& services, const access::Principal& principal,
                           const ApplicationId& id, long long version, const Json& body);
struct IssueInput {
  std::vector<documents::DocumentId> handed;  // the documents of the answer given out
  std::string note;
};
// Closes the case: the result is given to the recipient noted. Refused
// "applications.result_elsewhere" as above, "applications.recipient_missing",
// "applications.authority_expired",
// "applications.receipt_missing" until a document with item "signed_receipt" is there,
// "applications.receipt_outdated" when it is older than what is noted of the recipient,
// "applications.document_not_handed" when one of the agency's documents is not among `handed`.
Result<Case> Issue(const Services& services, const access::Principal& principal,
                   const ApplicationId& id, long long version, const IssueInput& input);

// Refused also "applications.too_many_documents", and "applications.files_too_large" when the case
// could not travel to the agency any more.
Result<documents::Document> AddDocument(const Services& services,
                                        const access::Principal& principal, const ApplicationId& id,
                                        const documents::Upload& upload,
                                        const std::string& idempotency_key);
Outcome RemoveDocument(const Services& services, const access::Principal& principal,
                       const ApplicationId& id, const documents::DocumentId& document_id);

// One of the agency's documents to be shown and printed by the browser; a row of the history.
// Refused "documents.not_found", "applications.not_printable" when the browser can not show its
// kind.
Result<documents::Document> PrintAnswer(const Services& services,
                                        const access::Principal& principal, const ApplicationId& id,
                                        const documents::DocumentId& document_id);

Result<Case> Get(const Services& services, const access::Principal& principal,
                 const ApplicationId& id);

// The consent to the processing of personal data is a paper of its own (152-ФЗ art. 9, 1).
enum class PrintForm { kApplication, kReceipt, kConsent, kResultReceipt, kRefusalNotice };
struct Paper {
  std::string pdf, name;  // name: "Расписка 0101-26-000045.pdf"
};
// PDF, with the number as QR code where there is one; printing is a row of the history. Refused
// "applications.not_filed", "applications.consent_not_given", "applications.no_result",
// "applications.not_refused"; the receipt of
// the result names its recipient: "applications.recipient_missing".
Result<Paper> Print(const Services& services, const access::Principal& principal,
                          const ApplicationId& id, PrintForm form);

}  // namespace okno::applications
