// SPDX-License-Identifier: Apache-2.0
#include "smev3/outgoing.h"

#include "smev3/stored_files.h"

namespace okno::exchange::smev3 {

namespace {

// Ids are unique in the message and, as xs:ID wants, begin with a letter.
std::string NewContentId() { return "a" + Uuid::NewV7().ToString(); }

}  // namespace

Result<Prepared> Prepare(const OutgoingContent& content, const ParticipantOptions& options) {
  Prepared prepared{{.xml = content.xml}, {}};
  if (content.person) {
    auto personal = SignPersonally(content.xml, *content.person);
    if (!personal) return personal.refusal();
    prepared.content.xml = std::move(personal->xml);
    prepared.content.personal_signature = std::move(personal->signature);
  }
  const auto& signer = content.person ? *content.person : *options.signer;
  for (const auto& file : content.files) {
    auto id = file.content_id.empty() ? NewContentId() : file.content_id;
    prepared.content.attachments.push_back({id, file.mime_type, signer.SignCms(file.bytes)});
    prepared.parts.push_back({std::move(id), "application/octet-stream", file.bytes});
  }
  for (const auto& file : content.stored) {
    auto header = StoreFile(file, signer, options);
    if (!header) return header.refusal();
    prepared.content.files.push_back(*std::move(header));
  }
  return prepared;
}

}  // namespace okno::exchange::smev3
