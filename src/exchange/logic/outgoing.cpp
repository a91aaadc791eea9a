// SPDX-License-Identifier: Apache-2.0
#include "logic/outgoing.h"

#include <algorithm>

#include "exchange/limits.h"
#include "exchange/smev3/builder.h"
#include "xml/document.h"

namespace okno::exchange {

namespace {

std::uint64_t SizeOf(const std::vector<Attachment>& attachments) {
  std::uint64_t size = 0;
  for (const auto& attachment : attachments) size += attachment.size;
  return size;
}

std::uint64_t MostBytesOf(const Connection& connection) {
  const auto& limits = connection.limits;
  return connection.ftp.configured() ? std::max(limits.inline_bytes, limits.file_bytes)
                                     : limits.inline_bytes;
}

// Either all attachments travel inside the envelope or all by FTP.
Outcome ChooseWay(const Connection& connection, std::uint64_t size,
                  std::vector<Attachment>& attachments) {
  if (size <= connection.limits.inline_bytes) return Done();
  if (auto fits = CheckSize(connection, size); !fits) return fits;
  for (auto& attachment : attachments) attachment.ftp_id = Uuid::NewV1();
  return Done();
}

}  // namespace

std::optional<std::uint64_t> FindMostBytes(db::Tx& tx,
                                           const access::OrganizationId& organization_id) {
  const auto found = storage::FindOfOrganization(tx, organization_id);
  if (!found) return std::nullopt;
  return MostBytesOf(found->connection);
}

Outcome CheckSize(const Connection& connection, std::uint64_t bytes) {
  const auto most = MostBytesOf(connection);
  if (bytes <= most) return Done();
  return Refusal{RefusalKind::kTooLarge,
                 "exchange.attachments_too_large",
                 std::to_string(most / (1024 * 1024)),
                 {}};
}

storage::MessageRow NewOutgoing(std::string operation, const Connection& connection, Instant now) {
  storage::MessageRow row;
  row.message.id = MessageId::New();
  row.message.organization_id = connection.organization_id;
  row.message.connection_id = connection.id;
  row.message.outgoing = true;
  row.message.operation = std::move(operation);
  row.message.state = "waiting";
  row.message.created_at = now;
  return row;
}

Outcome SetContent(const Content& content, const Connection& connection, storage::MessageRow& row) {
  auto& message = row.message;
  auto size = SizeOf(content.attachments);
  message.attachments = content.attachments;
  if (auto way = ChooseWay(connection, size, message.attachments); !way) return way.refusal();
  auto document = xml::Document::Parse(content.content_xml);
  if (!document || document->root().namespace_uri().empty())
    return Refusal::Invalid("exchange.content_malformed");
  message.content_namespace = document->root().namespace_uri();
  message.content_root = document->root().name();
  message.content_xml = content.content_xml;
  if (content.personal_signer) {
    auto signed_content = smev3::SignPersonally(content.content_xml, *content.personal_signer);
    if (!signed_content) return signed_content.refusal();
    message.content_xml = std::move(signed_content->xml);
    row.personal_signature = std::move(signed_content->signature);
    const auto& certificate = content.personal_signer->certificate();
    message.personal_signature = {"signature.valid", certificate.subject_name(),
                                  certificate.not_after()};
  }
  row.size = size + message.content_xml.size();
  return Done();
}

Outcome SetRequestNotes(const Content& content, Instant now, storage::MessageRow& row) {
  if (content.end_of_life && *content.end_of_life <= now)
    return Refusal::Invalid("smev.end_of_life_reached");
  auto& message = row.message;
  message.reference_message_id = content.reference_message_id;
  message.transaction_code = content.transaction_code;
  message.end_of_life = content.end_of_life;
  message.case_info = content.case_info;
  message.frgu = content.frgu;
  return Done();
}

}  // namespace okno::exchange
