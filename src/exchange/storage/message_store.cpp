// SPDX-License-Identifier: Apache-2.0
#include "storage/message_store.h"

#include "exchange/queries.h"

namespace okno::exchange {

namespace storage {

namespace {

std::vector<Uuid> ReadIds(const db::Cell& cell) {
  std::vector<Uuid> ids;
  for (const auto& text : cell.As<std::vector<std::string>>()) ids.push_back(*Uuid::Parse(text));
  return ids;
}

void ReadNotes(const db::Row& row, Message& message) {
  auto note = row["note"].Text();
  if (auto code = row["status_code"].Maybe<int>()) message.status = StatusNote{*code, note};
  auto rejection = row["rejection_code"].Text();
  if (!rejection.empty()) message.rejection = Rejection{rejection, note};
}

Message ReadMessage(const db::Row& row) {
  Message message;
  message.id = row["id"].As<MessageId>();
  message.organization_id = row["organization_id"].As<access::OrganizationId>();
  message.connection_id = row["connection_id"].As<ConnectionId>();
  message.smev_id = row["smev_id"].Maybe<Uuid>().value_or(Uuid{});
  message.outgoing = row["outgoing"].As<bool>();
  message.operation = row["operation"].Text();
  message.state = row["state"].Text();
  message.subject = {row["subject_kind"].Text(), row["subject_id"].Maybe<Uuid>().value_or(Uuid{})};
  message.content_xml = row["content_xml"].Text();
  message.content_namespace = row["content_namespace"].Text();
  message.content_root = row["content_root"].Text();
  message.reply_to = row["reply_to"].Text();
  message.sender_name = row["sender_name"].Text();
  message.signature_verdict = row["signature_verdict"].Text();
  message.signer_name = row["signer_name"].Text();
  message.error_code = row["error_code"].Text();
  message.error = row["error"].Text();
  message.request = row["request_id"].Maybe<MessageId>();
  message.created_at = row["created_at"].As<Instant>();
  ReadNotes(row, message);
  return message;
}

MessageRow Read(const db::Row& row) {
  MessageRow found;
  found.message = ReadMessage(row);
  found.previous_smev_ids = ReadIds(row["previous_smev_ids"]);
  found.maybe_accepted = row["maybe_accepted"].As<bool>();
  found.signer_until = row["signer_until"].Maybe<Instant>();
  found.attempts = row["attempts"].As<int>();
  found.next_attempt_at = row["next_attempt_at"].Maybe<Instant>();
  found.sent_at = row["sent_at"].Maybe<Instant>();
  found.size = static_cast<std::uint64_t>(row["size"].As<long long>());
  return found;
}

std::optional<MessageRow> ReadOne(db::Tx& tx, const db::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  auto found = Read(rows.front());
  auto attachments = tx.Run(queries::kListAttachments, found.message.id);
  for (const auto& row : attachments) {
    found.message.attachments.push_back(
        {row["name"].Text(), row["content_type"].Text(), row["sha256_hex"].Text(),
         static_cast<std::uint64_t>(row["size"].As<long long>()), row["content_id"].Text()});
  }
  return found;
}

std::optional<Uuid> Present(const Uuid& id) {
  return id == Uuid{} ? std::nullopt : std::optional(id);
}

std::optional<std::string> ReadXml(const db::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  return rows.front()["xml"].As<db::Bytes>().value;
}

void InsertAttachments(db::Tx& tx, const Message& message) {
  int position = 0;
  for (const auto& attachment : message.attachments) {
    tx.Queue(queries::kInsertAttachment, message.id, position++, message.organization_id,
             attachment.name, attachment.content_type, attachment.sha256_hex, attachment.size,
             attachment.content_id);
  }
}

}  // namespace

bool Insert(db::Tx& tx, const MessageRow& row) {
  const auto& message = row.message;
  auto status_code = message.status ? std::optional(message.status->code) : std::nullopt;
  auto note = message.status ? message.status->description
                             : message.rejection.value_or(Rejection{}).description;
  auto fingerprint = row.fingerprint.empty() ? std::nullopt : std::optional(row.fingerprint);
  auto inserted =
      tx.Run(queries::kInsertMessage, message.id, message.organization_id, message.connection_id,
             message.outgoing, message.operation, message.state, Present(message.smev_id),
             message.request, message.subject.kind, Present(message.subject.id),
             message.content_namespace, message.content_root, message.content_xml, message.reply_to,
             message.sender_name, message.signature_verdict, message.signer_name, row.signer_until,
             status_code, message.rejection.value_or(Rejection{}).code, note, message.error_code,
             message.error, message.created_at, row.size, fingerprint);
  if (inserted.affected() == 0) return false;
  InsertAttachments(tx, message);
  return true;
}

std::optional<MessageRow> Find(db::Tx& tx, const MessageId& id) {
  return ReadOne(tx, tx.Run(queries::kFindMessage, id));
}

std::optional<MessageRow> Lock(db::Tx& tx, const MessageId& id) {
  return ReadOne(tx, tx.Run(queries::kLockMessage, id));
}

std::optional<MessageRow> FindSent(db::Tx& tx, const ConnectionId& connection_id,
                                   const Uuid& smev_id) {
  if (auto found = ReadOne(tx, tx.Run(queries::kFindSentMessage, connection_id, smev_id)))
    return found;
  return ReadOne(tx, tx.Run(queries::kFindSentMessageByPreviousId, connection_id, smev_id));
}

bool IsReceived(db::Tx& tx, const ConnectionId& connection_id, const Uuid& smev_id) {
  return !tx.Run(queries::kFindReceivedMessage, connection_id, smev_id).empty();
}

std::vector<MessageRow> List(db::Tx& tx, const Filter& filter) {
  Uuid last;
  last.bytes.fill(0xff);
  auto before = filter.before ? filter.before->uuid : last;
  auto rows = filter.subject
                  ? tx.Run(queries::kListMessagesOfSubject, *filter.subject, filter.organization_id,
                           before, filter.outgoing, filter.state, filter.limit)
                  : tx.Run(queries::kListMessages, filter.organization_id, before, filter.outgoing,
                           filter.state, filter.limit);
  std::vector<MessageRow> found;
  for (const auto& row : rows) found.push_back(Read(row));
  return found;
}

void GiveSmevId(db::Tx& tx, const MessageId& id, const Uuid& smev_id) {
  tx.Run(queries::kGiveSmevId, id, smev_id);
}

void MarkUnderWay(db::Tx& tx, const MessageId& id) { tx.Queue(queries::kMarkUnderWay, id); }

bool MarkSent(db::Tx& tx, const MessageId& id, Instant now) {
  return tx.Run(queries::kMarkSent, id, now).affected() == 1;
}

bool MarkDelayed(db::Tx& tx, const MessageId& id, const Failure& failure, Instant next_attempt_at) {
  return tx.Run(queries::kMarkDelayed, id, failure.attempts, next_attempt_at, failure.code,
                failure.text, failure.maybe_accepted)
             .affected() == 1;
}

bool MarkFailed(db::Tx& tx, const MessageId& id, const Failure& failure) {
  return tx.Run(queries::kMarkFailed, id, failure.attempts, failure.code, failure.text,
                failure.maybe_accepted)
             .affected() == 1;
}

void MarkProgress(db::Tx& tx, const MessageId& id, std::string_view state) {
  tx.Run(queries::kMarkProgress, id, state);
}

bool ResetDelivery(db::Tx& tx, const MessageId& id) {
  return tx.Run(queries::kResetDelivery, id).affected() == 1;
}

std::vector<MessageId> WakePostponed(db::Tx& tx, const ConnectionId& connection_id, Instant now) {
  std::vector<MessageId> woken;
  auto rows = tx.Run(queries::kWakePostponed, connection_id, now);
  for (const auto& row : rows) woken.push_back(row["id"].As<MessageId>());
  return woken;
}

void KeepEnvelope(db::Tx& tx, const Envelope& envelope) {
  tx.Queue(queries::kInsertEnvelope, Uuid::NewV7(), envelope.organization_id, envelope.message_id,
           envelope.outgoing, envelope.call, envelope.smev_id, envelope.revision, envelope.at,
           db::Bytes{envelope.xml});
}

std::optional<std::string> FindSentEnvelope(db::Tx& tx, const MessageRow& row, long long revision) {
  return ReadXml(tx.Run(queries::kFindSentEnvelope, row.message.id, row.message.smev_id, revision));
}

std::optional<std::string> FindEnvelopeToShow(db::Tx& tx, const MessageId& id) {
  return ReadXml(tx.Run(queries::kFindEnvelopeToShow, id));
}

}  // namespace storage

std::optional<Message> FindMessage(db::Tx& tx, const MessageId& id) {
  auto row = storage::Find(tx, id);
  return row ? std::optional(std::move(row->message)) : std::nullopt;
}

void SetSubject(db::Tx& tx, const MessageId& id, const Subject& subject) {
  tx.Run(queries::kSetSubject, id, subject.kind, subject.id);
}

}  // namespace okno::exchange
