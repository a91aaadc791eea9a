// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "applications/use_cases.h"
#include "logic/answer_documents.h"
#include "logic/case_file.h"
#include "logic/rules/originals.h"
#include "logic/rules/recipient.h"

// The hand-over of the result at the window.
namespace okno::applications {
namespace {

// The agency's document that was not given out, if there is one.
const documents::Document* FindKept(const Case& subject,
                                    const std::vector<documents::DocumentId>& handed) {
  for (const auto& document : subject.documents) {
    const bool given = std::ranges::find(handed, document.id) != handed.end();
    if (IsAnswer(document) && !given) return &document;
  }
  return nullptr;
}

// «Сидоров Пётр Ильич, паспорт …; возвращены подлинники: Справка о составе семьи»
std::string WhoAndWhat(const Case& subject) {
  const auto& recipient = subject.application.recipient.value();
  const auto taken = rules::OriginalsTaken(subject.service->checklist, subject.application.marks);
  const auto titles = rules::TitlesOf(taken, recipient.originals);
  return rules::Describe(recipient) +
         (titles.empty() ? "" : "; возвращены подлинники: " + titles);
}

Result<Recipient> ReadRecipient(const Case& subject, const Json& body, Instant now) {
  auto recipient = rules::ReadRecipient(body, subject.applicant, now, TodayAt(subject, now));
  if (!recipient) return recipient;
  const auto taken = rules::OriginalsTaken(subject.service->checklist, subject.application.marks);
  auto errors = rules::CheckReturned(taken, recipient->originals);
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  return recipient;
}

}  // namespace

Result<Case> NoteRecipient(const Services& services, const access::Principal& principal,
                           const ApplicationId& id, long long version, const Json& body) {
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Case> {
    auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kIssue);
    if (!subject) return subject;
    if (auto over = rules::WhyOver(subject->application)) return *over;
    if (auto elsewhere = rules::WhyElsewhere(*subject, principal)) return *elsewhere;
    auto recipient = ReadRecipient(*subject, body, now);
    if (!recipient) return recipient.refusal();
    auto& noted = subject->application.recipient;
    // Noted once more without a change: the receipt that is signed already stays good.
    if (noted) recipient->noted_at = noted->noted_at;
    if (noted == *recipient) return subject;
    recipient->noted_at = now;
    noted = *recipient;
    subject->history.push_back(NoteChange(
        tx, subject->application, "note", access::Actor::Of(principal),
        {.code = "applications.history.recipient_noted", .detail = WhoAndWhat(*subject)}, now));
    return subject;
  });
}

Result<Case> Issue(const Services& services, const access::Principal& principal,
                   const ApplicationId& id, long long version, const IssueInput& input) {
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Case> {
    auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kIssue);
    if (!subject) return subject;
    if (auto refusal = rules::WhyNotIssue(*subject, principal, TodayAt(*subject, now)))
      return *refusal;
    if (const auto* kept = FindKept(*subject, input.handed)) {
      return Refusal::Conflict("applications.document_not_handed", AnswerTitle(*subject, *kept));
    }
    auto& application = subject->application;
    application.issue_branch_id = principal.branch_id;
    const auto& recipient = application.recipient.value();
    const Note note{.code = recipient.representative
                                ? "applications.history.issued_to_representative"
                                : "applications.history.issued_to_applicant",
                    .detail = WhoAndWhat(*subject),
                    .reason = input.note};
    subject->history.push_back(
        ChangeStatus(tx, application, Status::kClosed, access::Actor::Of(principal), note, now));
    return Complete(tx, services, std::move(application));
  });
}

Result<documents::Document> PrintAnswer(const Services& services,
                                        const access::Principal& principal, const ApplicationId& id,
                                        const documents::DocumentId& document_id) {
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<documents::Document> {
    const auto subject = Load(tx, services, principal, id, Lock::kNo);
    if (!subject) return subject.refusal();
    const auto document =
        std::ranges::find(subject->documents, document_id, &documents::Document::id);
    if (document == subject->documents.end() || !IsAnswer(*document))
      return Refusal::NotFound("documents.not_found");
    if (!IsPrintable(*document)) return Refusal::Conflict("applications.not_printable");
    NoteOnly(
        tx, subject->application, "print", access::Actor::Of(principal),
        {.code = "applications.history.printed_answer", .detail = AnswerTitle(*subject, *document)},
        now);
    return *document;
  });
}

}  // namespace okno::applications
