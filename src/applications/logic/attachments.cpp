// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "access/idempotency.h"
#include "applications/use_cases.h"
#include "exchange/limits.h"
#include "logic/case_file.h"
#include "logic/rules/other_papers.h"
#include "logic/rules/recipient.h"
#include "logic/rules/sent_files.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

constexpr std::array kFreeItems = {"signed_application", "signed_receipt", "other"};

documents::Owner OwnerOf(const ApplicationId& id) { return {"application", id.uuid}; }

bool IsItem(const catalog::Service& service, const std::string& item) {
  return rules::IsOtherPaper(item) || std::ranges::find(kFreeItems, item) != kFreeItems.end() ||
         std::ranges::find(service.checklist, item, &catalog::ChecklistRule::code) !=
             service.checklist.end();
}

// Uploads do not carry If-Match: two windows may add files to one case without standing in each
// other's way.
Result<Case> LoadForUpload(db::Tx& tx, const Services& services, const access::Principal& principal,
                           const ApplicationId& id) {
  auto subject = Load(tx, services, principal, id, Lock::kYes);
  if (!subject) return subject;
  const auto judged = rules::Judge(rules::Action::kUpload, subject->application.status, principal);
  if (!judged) return judged.refusal();
  if (auto over = rules::WhyOver(subject->application)) return *over;
  return subject;
}

// Said while the applicant and the originals are still there: later nobody can scan them anew.
std::optional<std::uint64_t> MostBytes(db::Tx& tx, const Case& subject) {
  if (!subject.service->electronic) return std::nullopt;
  return exchange::FindMostBytes(tx, subject.application.organization_id);
}

// Once the agency has decided, what it decided upon stays as it was; whoever issues the result may
// only take back what is uploaded at the issue.
bool IsPartOfTheCase(const Case& subject, const documents::Document& document) {
  const auto& decision = subject.application.decision;
  return decision && document.item != "signed_receipt" && document.uploaded_at < decision->at;
}

// What an agency has answered is nobody's here to remove, be it of use to the applicant or not. Of
// an answer about somebody else that was asked for by mistake the files may go: they stand for
// nothing.
bool IsAgencyWord(const Case& subject, const documents::Document& document) {
  if (document.source == "agency") return true;
  return document.source == "inquiry" &&
         std::ranges::any_of(subject.answers, [&](const InquiryAnswer& answer) {
           return answer.item == document.item && answer.subject.empty();
         });
}

documents::Document DocumentOf(const Case& subject, const documents::Upload& upload,
                               const access::Principal& principal, Instant now) {
  return {.id = documents::DocumentId::New(),
          .organization_id = subject.application.organization_id,
          .owner = OwnerOf(subject.application.id),
          .item = upload.item,
          .title = upload.title,
          .name = upload.name,
          .file = upload.file,
          .source = "center",
          .uploaded_at = now,
          .uploaded_by = principal.display_name};
}

// Files are no part of what If-Match guards: the version stays, so that a form being typed can
// still be saved.
void Tell(db::Tx& tx, const Application& application, const char* code, const std::string& name,
          const access::Principal& principal, Instant now) {
  NoteOnly(tx, application, "document", access::Actor::Of(principal),
           {.code = code, .detail = name}, now);
  Announce(tx, application, application.status);
}

Result<documents::Document> FirstAnswer(db::Tx& tx, const ApplicationId& id,
                                        const Json& remembered) {
  const auto document_id = documents::DocumentId::Parse(remembered.at("id").get<std::string>());
  const auto document = documents::Find(tx, OwnerOf(id), *document_id);
  if (!document) return Refusal::NotFound("documents.not_found");
  return *document;
}

}  // namespace

Result<documents::Document> AddDocument(const Services& services,
                                        const access::Principal& principal, const ApplicationId& id,
                                        const documents::Upload& upload,
                                        const std::string& idempotency_key) {
  const auto key = access::MakeCreateKey(principal, idempotency_key, "applications.add_document",
                                         id.ToString() + "\n" + upload.Fingerprint());
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<documents::Document> {
    const auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    auto subject = *replay ? Load(tx, services, principal, id, Lock::kNo)
                           : LoadForUpload(tx, services, principal, id);
    if (!subject) return subject.refusal();
    if (*replay) return FirstAnswer(tx, id, **replay);
    if (!IsItem(*subject->service, upload.item)) {
      return Refusal::Invalid(
          "input.invalid", {{"/item", upload.item.empty() ? "field.required" : "field.enum", {}}});
    }
    auto document = DocumentOf(*subject, upload, principal, now);
    if (auto fits = rules::Fits(subject->documents, document, MostBytes(tx, *subject)); !fits)
      return fits.refusal();
    documents::Keep(services.files, upload);
    documents::Add(tx, document);
    Tell(tx, subject->application, "applications.history.document_added", document.name, principal,
         now);

    access::Remember(tx, key, {{"id", document.id.ToString()}}, now);
    return document;
  });
}

Outcome RemoveDocument(const Services& services, const access::Principal& principal,
                       const ApplicationId& id, const documents::DocumentId& document_id) {
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Outcome {
    auto subject = LoadForUpload(tx, services, principal, id);
    if (!subject) return subject.refusal();
    const auto document =
        std::ranges::find(subject->documents, document_id, &documents::Document::id);
    if (document == subject->documents.end()) return Refusal::NotFound("documents.not_found");
    if (IsAgencyWord(*subject, *document))
      return Refusal::Conflict("applications.document_of_agency");
    if (IsPartOfTheCase(*subject, *document)) return Refusal::Conflict("applications.not_editable");
    documents::Remove(tx, document->owner, document->id);
    Tell(tx, subject->application, "applications.history.document_removed", document->name,
         principal, now);

    return Done();
  });
}

}  // namespace okno::applications
