// SPDX-License-Identifier: Apache-2.0
#include "storage/message_store.h"

#include "testbed/queries.h"

namespace okno::testbed::storage {

namespace {

Message Read(const db::Row& row) {
  Message message;
  message.id = row["id"].As<Uuid>();
  message.queue = row["queue"].Text();
  message.sender = row["sender"].Text();
  message.recipient = row["recipient"].Text();
  message.node_id = row["node_id"].Text();
  message.namespace_uri = row["namespace"].Text();
  message.root = row["root"].Text();
  message.state = row["state"].Text();
  message.original_id = row["original_id"].Maybe<Uuid>();
  message.reply_to = row["reply_to"].Text();
  message.provided = row["provided"].As<db::Bytes>().value;
  message.signature = row["signature"].As<db::Bytes>().value;
  message.handed_out = row["handed_out"].As<int>();
  message.created_at = row["created_at"].As<Instant>();
  return message;
}

void ReadAttachments(db::Tx& tx, Message& message) {
  auto rows = tx.Run(queries::kListAttachments, message.id);
  for (const auto& row : rows) {
    message.attachments.push_back(
        {row["content_id"].Text(), row["mime_type"].Text(), row["content"].As<db::Bytes>().value});
  }
}

std::optional<Message> ReadOne(const db::Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(Read(rows.front()));
}

}  // namespace

bool Insert(db::Tx& tx, const Message& message) {
  auto reply_to = message.reply_to.empty() ? std::nullopt : std::optional(message.reply_to);
  auto inserted = tx.Run(queries::kInsertMessage, message.id, message.queue, message.sender,
                         message.recipient, message.node_id, message.namespace_uri, message.root,
                         message.state, message.original_id, reply_to, db::Bytes{message.provided},
                         db::Bytes{message.signature}, message.created_at);
  if (inserted.affected() == 0) return false;
  int position = 0;
  for (const auto& attachment : message.attachments) {
    tx.Queue(queries::kInsertAttachment, message.id, position++, attachment.content_id,
             attachment.mime_type, db::Bytes{attachment.content});
  }
  return true;
}

std::optional<Message> Find(db::Tx& tx, const Uuid& id) {
  return ReadOne(tx.Run(queries::kFindMessage, id));
}

std::optional<Message> FindByReplyTo(db::Tx& tx, std::string_view reply_to) {
  return ReadOne(tx.Run(queries::kFindMessageByReplyTo, reply_to));
}

std::vector<Message> TakeQueued(db::Tx& tx) {
  std::vector<Message> messages;
  auto rows = tx.Run(queries::kTakeQueued);
  for (const auto& row : rows) messages.push_back(Read(row));
  for (auto& message : messages) ReadAttachments(tx, message);
  return messages;
}

void MarkReady(db::Tx& tx, const Uuid& id) { tx.Queue(queries::kMarkReady, id); }

void MarkRejected(db::Tx& tx, const Uuid& id, std::string_view error, Instant now) {
  tx.Queue(queries::kMarkRejected, id, error, now);
}

std::optional<Message> HandOut(db::Tx& tx, const Selection& selection, Instant now,
                               Instant visible_again) {
  auto message = ReadOne(tx.Run(queries::kTakeReady, selection.recipient, selection.queue,
                                selection.node_id, selection.namespace_uri, now));
  if (!message) return message;
  tx.Queue(queries::kMarkHandedOut, message->id, visible_again);
  ReadAttachments(tx, *message);
  return message;
}

bool Acknowledge(db::Tx& tx, const Uuid& id, std::string_view recipient, std::string_view state,
                 Instant now) {
  return tx.Run(queries::kAcknowledge, id, recipient, now, state).affected() == 1;
}

bool HandOutAgain(db::Tx& tx, const Uuid& id, std::string_view recipient, Instant now) {
  return tx.Run(queries::kHandOutAgain, id, recipient, now).affected() == 1;
}

}  // namespace okno::testbed::storage
