// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "base/id.h"
#include "db/pool.h"
#include "files/store.h"
#include "time/time.h"

// Metadata of files that belong to something ("owner"): an applicant's card, an application, an agency's registration.
// The bytes lie in files::Store. This room knows owners only as (kind, id); the rooms above decide who may see them.
namespace okno::documents {

using DocumentId = Id<struct DocumentTag>;
struct Owner {
  std::string kind;  // "applicant", "application", "registration"
  Uuid id;
};
struct Document {
  DocumentId id;
  access::OrganizationId organization_id;
  Owner owner;
  std::string item;          // checklist item or role: "signed_receipt", "answer", "other"
  std::string title, name;   // name = file name as given, cleaned of paths and control characters
  files::StoredFile file;
  std::string source;        // "center", "agency" (the one that decides), "inquiry" (asked of others)
  std::string signature_verdict;  // code such as "signature.valid", or ""
  std::string signature_subject;  // who signed, or ""
  Instant uploaded_at;
  std::string uploaded_by;
};
// All inside the caller's transaction and scope.
void Add(db::Tx& tx, const Document& document);
std::vector<Document> List(db::Tx& tx, const Owner& owner);
std::optional<Document> Find(db::Tx& tx, const Owner& owner, const DocumentId& id);
bool Remove(db::Tx& tx, const Owner& owner, const DocumentId& id);  // the bytes stay; false when there was none
std::string CleanName(std::string_view client_name);

}  // namespace okno::documents
