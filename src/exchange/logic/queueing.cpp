// SPDX-License-Identifier: Apache-2.0
#include "exchange/exchange.h"
#include "exchange/way.h"
#include "logic/events.h"
#include "logic/outgoing.h"

namespace okno::exchange {

namespace {

MessageId Put(db::Tx& tx, const Connection& connection, const storage::MessageRow& row) {
  storage::Insert(tx, row);
  WakeSlot(tx, connection, row.message.id);
  return row.message.id;
}

struct Answer {
  storage::MessageRow row;
  Connection connection;
};

Result<Answer> NewAnswer(db::Tx& tx, const MessageId& request_id, std::string operation,
                         Instant now) {
  auto request = storage::Find(tx, request_id);
  if (!request || request->message.outgoing || request->message.operation != "request")
    return Refusal::NotFound("exchange.not_found");
  auto connection = storage::Find(tx, request->message.connection_id).value().connection;
  auto row = NewOutgoing(std::move(operation), connection, now);
  row.message.subject = request->message.subject;
  row.message.reply_to = request->message.reply_to;
  row.message.request = request_id;
  // A status has no content of its own.
  row.message.content_namespace = request->message.content_namespace;
  return Answer{std::move(row), std::move(connection)};
}

}  // namespace

// contentId must equal AttachmentContent/Id, which is an xs:ID and may not begin with a digit.
std::string MakeContentId() { return "a" + Uuid::NewV7().ToString(); }

Result<MessageId> QueueRequest(db::Tx& tx, const access::OrganizationId& organization_id,
                               const Subject& subject, const Content& content, Instant now) {
  auto connection = storage::FindOfOrganization(tx, organization_id);
  if (!connection) return Refusal::Conflict("exchange.no_connection");
  auto row = NewOutgoing("request", connection->connection, now);
  row.message.subject = subject;
  row.message.node_id = connection->connection.node_id;
  if (auto set = SetContent(content, connection->connection, row); !set) return set.refusal();
  if (auto set = SetRequestNotes(content, now, row); !set) return set.refusal();
  return Put(tx, connection->connection, row);
}

Result<MessageId> QueueResponse(db::Tx& tx, const MessageId& request, const Content& content,
                                Instant now) {
  auto answer = NewAnswer(tx, request, "response", now);
  if (!answer) return answer.refusal();
  if (auto set = SetContent(content, answer->connection, answer->row); !set) return set.refusal();
  return Put(tx, answer->connection, answer->row);
}

Outcome CheckWay(db::Tx& tx, const MessageId& request, std::uint64_t bytes, Instant now) {
  const auto answer = NewAnswer(tx, request, "response", now);
  if (!answer) return answer.refusal();
  return CheckSize(answer->connection, bytes);
}

Result<MessageId> QueueStatus(db::Tx& tx, const MessageId& request, const StatusNote& note,
                              Instant now) {
  auto answer = NewAnswer(tx, request, "status", now);
  if (!answer) return answer.refusal();
  answer->row.message.status = note;
  return Put(tx, answer->connection, answer->row);
}

Result<MessageId> QueueRejection(db::Tx& tx, const MessageId& request, const Rejection& rejection,
                                 Instant now) {
  auto answer = NewAnswer(tx, request, "reject", now);
  if (!answer) return answer.refusal();
  answer->row.message.rejection = rejection;
  return Put(tx, answer->connection, answer->row);
}

Outcome Retry(db::Tx& tx, const MessageId& id, Instant now) {
  auto row = storage::Lock(tx, id);
  if (!row) return Refusal::NotFound("exchange.not_found");
  if (!storage::ResetDelivery(tx, id, now)) return Refusal::Conflict("exchange.not_waiting");
  auto connection = storage::Find(tx, row->message.connection_id).value().connection;
  WakeSlot(tx, connection, id);
  return Done();
}

bool Withdraw(db::Tx& tx, const MessageId& id, Instant now) {
  return storage::Withdraw(tx, id, now);
}

std::optional<std::string> FindSentEnvelope(db::Tx& tx, const MessageId& id) {
  const auto row = storage::Find(tx, id);
  return row && row->message.outgoing ? storage::FindEnvelopeToShow(tx, id) : std::nullopt;
}

}  // namespace okno::exchange
