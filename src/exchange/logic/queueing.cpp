// SPDX-License-Identifier: Apache-2.0
#include "exchange/exchange.h"
#include "logic/events.h"
#include "storage/connection_store.h"
#include "storage/message_store.h"
#include "xml/document.h"

namespace okno::exchange {

namespace {

constexpr std::uint64_t kMostAttachmentBytes = 5 * 1024 * 1024;  // MTOM limit of the bus

std::uint64_t SizeOf(const std::vector<Attachment>& attachments) {
  std::uint64_t size = 0;
  for (const auto& attachment : attachments) size += attachment.size;
  return size;
}

Outcome SetContent(const Content& content, storage::MessageRow& row) {
  auto size = SizeOf(content.attachments);
  if (size > kMostAttachmentBytes) {
    return Refusal{RefusalKind::kTooLarge, "exchange.attachments_too_large", {}, {}};
  }
  auto document = xml::Document::Parse(content.content_xml);
  if (!document || document->root().namespace_uri().empty()) {
    return Refusal::Invalid("exchange.content_malformed");
  }
  row.message.content_xml = content.content_xml;
  row.message.content_namespace = document->root().namespace_uri();
  row.message.content_root = document->root().name();
  row.message.attachments = content.attachments;
  row.size = size + content.content_xml.size();
  return Done();
}

Result<MessageId> Put(db::Tx& tx, storage::MessageRow row) {
  storage::Insert(tx, row);
  EnqueueDelivery(tx, row.message);
  return row.message.id;
}

storage::MessageRow NewOutgoing(std::string operation, Instant now) {
  storage::MessageRow row;
  row.message.id = MessageId::New();
  row.message.outgoing = true;
  row.message.operation = std::move(operation);
  row.message.state = "waiting";
  row.message.created_at = now;
  return row;
}

Result<storage::MessageRow> NewAnswer(db::Tx& tx, const MessageId& request_id,
                                      std::string operation, Instant now) {
  auto request = storage::Find(tx, request_id);
  if (!request || request->message.outgoing || request->message.operation != "request") {
    return Refusal::NotFound("exchange.not_found");
  }
  auto row = NewOutgoing(std::move(operation), now);
  row.message.organization_id = request->message.organization_id;
  row.message.connection_id = request->message.connection_id;
  row.message.subject = request->message.subject;
  row.message.reply_to = request->message.reply_to;
  row.message.request = request_id;
  row.message.content_namespace =
      request->message.content_namespace;  // a status has no content of its own
  return row;
}

}  // namespace

// contentId must equal AttachmentContent/Id, which is an xs:ID and may not begin with a digit.
std::string MakeContentId() { return "a" + Uuid::NewV7().ToString(); }

Result<MessageId> QueueRequest(db::Tx& tx, const access::OrganizationId& organization_id,
                               const Subject& subject, const Content& content, Instant now) {
  auto connection = storage::FindOfOrganization(tx, organization_id);
  if (!connection) return Refusal::Conflict("exchange.no_connection");
  auto row = NewOutgoing("request", now);
  row.message.organization_id = organization_id;
  row.message.connection_id = connection->connection.id;
  row.message.subject = subject;
  if (auto set = SetContent(content, row); !set) return set.refusal();
  return Put(tx, std::move(row));
}

Result<MessageId> QueueResponse(db::Tx& tx, const MessageId& request, const Content& content,
                                Instant now) {
  auto row = NewAnswer(tx, request, "response", now);
  if (!row) return row.refusal();
  if (auto set = SetContent(content, *row); !set) return set.refusal();
  return Put(tx, std::move(*row));
}

Result<MessageId> QueueStatus(db::Tx& tx, const MessageId& request, const StatusNote& note,
                              Instant now) {
  auto row = NewAnswer(tx, request, "status", now);
  if (!row) return row.refusal();
  row->message.status = note;
  return Put(tx, std::move(*row));
}

Result<MessageId> QueueRejection(db::Tx& tx, const MessageId& request, const Rejection& rejection,
                                 Instant now) {
  auto row = NewAnswer(tx, request, "reject", now);
  if (!row) return row.refusal();
  row->message.rejection = rejection;
  return Put(tx, std::move(*row));
}

Outcome Retry(db::Tx& tx, const MessageId& id, Instant now) {
  auto row = storage::Lock(tx, id);
  if (!row) return Refusal::NotFound("exchange.not_found");
  if (!storage::ResetDelivery(tx, id)) return Refusal::Conflict("exchange.not_waiting");
  EnqueueDelivery(tx, row->message, now);
  return Done();
}

}  // namespace okno::exchange
