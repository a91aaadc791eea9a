// SPDX-License-Identifier: Apache-2.0
#include "logic/received_files.h"

#include <algorithm>
#include <set>

#include "documents/documents.h"

namespace okno::agency {
namespace {

documents::Owner OwnerOf(const Registration& card) { return {"registration", card.id.uuid}; }

ReceivedFile NamesOf(const exchange::Attachment& attachment, const ReceivedRequest& request) {
  const auto named = request.files.find(attachment.content_id);
  return named == request.files.end() ? ReceivedFile{attachment.name, "", "other"} : named->second;
}

// The same bytes under the same document are the same file, whatever it is called.
using FileKey = std::pair<std::string, std::string>;  // item, SHA-256

std::set<FileKey> FilesOf(db::Tx& tx, const Registration& card) {
  std::set<FileKey> keys;
  for (const auto& document : documents::List(tx, OwnerOf(card))) {
    if (document.source == "center") keys.emplace(document.item, document.file.sha256_hex);
  }
  return keys;
}

}  // namespace

std::size_t KeepFiles(db::Tx& tx, const Registration& card, const exchange::Message& message,
                      const ReceivedRequest& request, Instant now) {
  auto there = FilesOf(tx, card);
  std::size_t kept = 0;
  for (const auto& attachment : message.attachments) {
    const auto file = NamesOf(attachment, request);
    if (!there.emplace(file.item, attachment.sha256_hex).second) continue;
    documents::Add(tx, {.id = documents::DocumentId::New(),
                        .organization_id = card.organization_id,
                        .owner = OwnerOf(card),
                        .item = file.item,
                        .title = file.title,
                        .name = documents::CleanName(file.name),
                        .file = {attachment.sha256_hex, attachment.size, attachment.content_type},
                        .source = "center",
                        .signature_verdict = {},
                        .signature_subject = {},
                        .uploaded_at = now,
                        .uploaded_by = card.center_name});
    ++kept;
  }
  return kept;
}

std::size_t CountMissing(db::Tx& tx, const Registration& card, const exchange::Message& message,
                         const ReceivedRequest& request) {
  auto there = FilesOf(tx, card);
  for (const auto& attachment : message.attachments) {
    there.erase({NamesOf(attachment, request).item, attachment.sha256_hex});
  }
  return static_cast<std::size_t>(std::ranges::count_if(
      there, [](const FileKey& key) { return key.first != kPrintedApplication; }));
}

}  // namespace okno::agency
