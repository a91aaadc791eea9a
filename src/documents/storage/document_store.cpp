// SPDX-License-Identifier: Apache-2.0
#include "documents/asking.h"
#include "documents/queries.h"

namespace okno::documents {
namespace {

Document ReadDocument(const db::Row& row) {
  Document document;
  document.id = row["id"].As<DocumentId>();
  document.organization_id = row["organization_id"].As<access::OrganizationId>();
  document.owner = {row["owner_kind"].Text(), row["owner_id"].As<Uuid>()};
  document.item = row["item"].Text();
  document.title = row["title"].Text();
  document.name = row["name"].Text();
  document.file = {row["sha256"].Text(), static_cast<std::uint64_t>(row["size"].As<long long>()),
                   row["content_type"].Text()};
  document.source = row["source"].Text();
  document.signature_verdict = row["signature_verdict"].Text();
  document.signature_subject = row["signature_subject"].Text();
  document.uploaded_at = row["uploaded_at"].As<Instant>();
  document.uploaded_by = row["uploaded_by"].Text();
  return document;
}

}  // namespace

void Add(db::Tx& tx, const Document& d) {
  tx.Queue(queries::kInsertDocument, d.id, d.organization_id, d.owner.kind, d.owner.id, d.item,
           d.title, d.name, d.file.sha256_hex, d.file.size, d.file.content_type, d.source,
           d.signature_verdict, d.signature_subject, d.uploaded_at, d.uploaded_by);
}

std::vector<Document> List(db::Tx& tx, const Owner& owner) { return AskList(tx, owner).Get(); }

db::Pending<std::vector<Document>> AskList(db::Tx& tx, const Owner& owner) {
  return db::Ask(tx, queries::kListDocuments, owner.kind, owner.id).Then([](const db::Rows& rows) {
    std::vector<Document> documents;
    for (const auto& row : rows) documents.push_back(ReadDocument(row));
    return documents;
  });
}

db::Pending<std::map<Uuid, std::vector<Document>>> AskLists(db::Tx& tx, std::string_view owner_kind,
                                                            const std::vector<Uuid>& owners) {
  std::vector<std::string> ids;
  for (const auto& owner : owners) ids.push_back(owner.ToString());
  return db::Ask(tx, queries::kListDocumentsOfOwners, owner_kind, ids)
      .Then([](const db::Rows& rows) {
        std::map<Uuid, std::vector<Document>> lists;
        for (const auto& row : rows) {
          auto document = ReadDocument(row);
          lists[document.owner.id].push_back(std::move(document));
        }
        return lists;
      });
}

std::optional<Document> Find(db::Tx& tx, const Owner& owner, const DocumentId& id) {
  const auto rows = tx.Run(queries::kFindDocument, owner.kind, owner.id, id);
  return rows.empty() ? std::nullopt : std::optional(ReadDocument(rows.front()));
}

bool Remove(db::Tx& tx, const Owner& owner, const DocumentId& id) {
  return tx.Run(queries::kDeleteDocument, owner.kind, owner.id, id).affected() == 1;
}

}  // namespace okno::documents
