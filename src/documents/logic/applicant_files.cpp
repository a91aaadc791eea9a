// SPDX-License-Identifier: Apache-2.0
#include "logic/applicant_files.h"

#include "access/idempotency.h"

namespace okno::documents {
namespace {

Owner OwnerOf(const applicants::ApplicantId& id) { return {"applicant", id.uuid}; }

const Refusal kNoApplicant = Refusal::NotFound("applicants.not_found");
const Refusal kNoDocument = Refusal::NotFound("documents.not_found");

}  // namespace

Result<std::vector<Document>> ListOfApplicant(const Services& services,
                                              const access::Principal& principal,
                                              const applicants::ApplicantId& id) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<std::vector<Document>> {
    if (!applicants::Find(tx, id)) return kNoApplicant;
    return List(tx, OwnerOf(id));
  });
}

Result<Document> AddToApplicant(const Services& services, const access::Principal& principal,
                                const applicants::ApplicantId& id, const Upload& upload,
                                const std::string& idempotency_key) {
  const auto key = access::MakeCreateKey(principal, idempotency_key, "documents.add_to_applicant",
                                         id.ToString() + "\n" + upload.Fingerprint());
  const Document document{.id = DocumentId::New(),
                          .organization_id = principal.organization_id,
                          .owner = OwnerOf(id),
                          .item = "other",
                          .title = upload.title,
                          .name = upload.name,
                          .file = upload.file,
                          .source = "center",
                          .uploaded_at = services.clock.Now(),
                          .uploaded_by = principal.display_name};
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Document> {
    if (!applicants::Find(tx, id)) return kNoApplicant;
    const auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    if (*replay) {
      const auto first =
          Find(tx, OwnerOf(id), *DocumentId::Parse((**replay).at("id").get<std::string>()));
      if (first) return *first;
      return kNoDocument;
    }
    Keep(services.files, upload);
    Add(tx, document);
    access::Remember(tx, key, {{"id", document.id.ToString()}}, document.uploaded_at);
    return document;
  });
}

Result<Document> GetOfApplicant(const Services& services, const access::Principal& principal,
                                const applicants::ApplicantId& id, const DocumentId& document_id) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Document> {
    if (!applicants::Find(tx, id)) return kNoApplicant;
    const auto document = Find(tx, OwnerOf(id), document_id);
    if (!document) return kNoDocument;
    return *document;
  });
}

}  // namespace okno::documents
