// SPDX-License-Identifier: Apache-2.0
#include "storage/message_store.h"

#include "testbed/queries.h"

namespace okno::testbed::storage {

namespace {

Message Read(const db::Row& row) {
  Message message;
  message.id = row["id"].As<Uuid>();
  message.queue = row["queue"].Text();
  message.version = row["version"].Text();
  message.sender = row["sender"].Text();
  message.node_id = row["node_id"].Text();
  message.namespace_uri = row["namespace"].Text();
  message.root = row["root"].Text();
  message.state = row["state"].Text();
  message.error = row["error"].Text();
  message.broadcast = row["broadcast"].As<bool>();
  message.original_id = row["original_id"].Maybe<Uuid>();
  message.reference_id = row["reference_id"].Maybe<Uuid>();
  message.transaction_code = row["transaction_code"].Text();
  message.reply_to = row["reply_to"].Text();
  message.provided = row["provided"].As<db::Bytes>().value;
  message.signature = row["signature"].As<db::Bytes>().value;
  message.eol = row["eol"].Maybe<Instant>();
  message.created_at = row["created_at"].As<Instant>();
  message.attachments_size = static_cast<std::uint64_t>(row["attachments_size"].As<long long>());
  return message;
}

// With what lies in other tables, which most messages have nothing of.
Message ReadWhole(db::Tx& tx, const db::Row& row) {
  auto message = Read(row);
  if (row["attachment_count"].As<int>() > 0) message.attachments = ReadAttachments(tx, message.id);
  if (row["file_count"].As<int>() > 0) message.files = ReadFiles(tx, message.id);
  return message;
}

void InsertParts(db::Tx& tx, const Message& message) {
  int position = 0;
  for (const auto& attachment : message.attachments) {
    tx.Queue(queries::kInsertAttachment, message.id, position++, attachment.content_id,
             attachment.mime_type, db::Bytes{attachment.content});
  }
  for (const auto& file : message.files) {
    tx.Queue(queries::kInsertFile, message.id, file.directory, file.name,
             static_cast<long long>(file.size));
  }
}

}  // namespace

bool Insert(db::Tx& tx, const Message& message, const Placement& placement) {
  // A status has no id of its own on the wire: it is acknowledged by the message it speaks of.
  const auto& ack_id = message.queue == "statuses" ? *message.original_id : message.id;
  auto inserted = tx.Run(queries::kInsertMessage, message.id, message.queue, message.sender,
                         message.node_id, message.namespace_uri, message.root, message.state,
                         message.original_id, message.reply_to, db::Bytes{message.provided},
                         db::Bytes{message.signature}, message.created_at, message.version,
                         message.broadcast, message.reference_id, message.transaction_code,
                         message.eol, static_cast<long long>(message.attachments_size),
                         message.attachments.size(), message.files.size(), message.error,
                         placement.recipients, ack_id, placement.priority, placement.state);
  if (inserted.affected() == 0) return false;
  InsertParts(tx, message);
  return true;
}

std::optional<Message> Find(db::Tx& tx, const Uuid& id) {
  auto rows = tx.Run(queries::kFindMessage, id);
  return rows.empty() ? std::nullopt : std::optional(Read(rows.front()));
}

bool Exists(db::Tx& tx, const Uuid& id) { return !tx.Run(queries::kMessageExists, id).empty(); }

std::optional<Message> FindRequestFor(db::Tx& tx, const Uuid& id, std::string_view recipient) {
  auto rows = tx.Run(queries::kFindRequestFor, id, recipient);
  return rows.empty() ? std::nullopt : std::optional(Read(rows.front()));
}

std::vector<Attachment> ReadAttachments(db::Tx& tx, const Uuid& id) {
  std::vector<Attachment> attachments;
  auto rows = tx.Run(queries::kListAttachments, id);
  for (const auto& row : rows) {
    attachments.push_back(
        {row["content_id"].Text(), row["mime_type"].Text(), row["content"].As<db::Bytes>().value});
  }
  return attachments;
}

std::vector<File> ReadFiles(db::Tx& tx, const Uuid& id) {
  std::vector<File> files;
  auto rows = tx.Run(queries::kListFiles, id);
  for (const auto& row : rows) {
    files.push_back({row["directory"].As<Uuid>(), row["name"].Text(),
                     static_cast<std::uint64_t>(row["size"].As<long long>())});
  }
  return files;
}

void DeleteOldAttachments(db::Tx& tx, Instant before) {
  tx.Queue(queries::kDeleteOldAttachments, before);
}

Waiting CountWaiting(db::Tx& tx, std::string_view recipient, std::string_view queue) {
  auto rows = tx.Run(queries::kCountWaiting, recipient, queue);
  auto row = rows.front();
  return {row["messages"].As<long long>(),
          static_cast<std::uint64_t>(row["bytes"].As<long long>())};
}

std::vector<Message> TakeQueued(db::Tx& tx) {
  std::vector<Message> messages;
  auto rows = tx.Run(queries::kTakeQueued);
  for (const auto& row : rows) messages.push_back(ReadWhole(tx, row));
  return messages;
}

void Accept(db::Tx& tx, const Uuid& id) {
  tx.Queue(queries::kAcceptMessage, id);
  tx.Queue(queries::kReleaseDeliveries, id);
}

std::vector<std::string> RecipientsOf(db::Tx& tx, const Uuid& id) {
  std::vector<std::string> recipients;
  auto rows = tx.Run(queries::kListRecipients, id);
  for (const auto& row : rows) recipients.push_back(row["recipient"].Text());
  return recipients;
}

void Reject(db::Tx& tx, const Uuid& id, std::string_view error, Instant now) {
  tx.Queue(queries::kRejectMessage, id, error);
  tx.Queue(queries::kWithdrawDeliveries, id, now);
}

std::vector<Message> TakeExpired(db::Tx& tx, Instant now) {
  std::vector<Message> messages;
  auto rows = tx.Run(queries::kTakeExpired, now);
  for (const auto& row : rows) messages.push_back(Read(row));
  return messages;
}

std::optional<Instant> EarliestEol(db::Tx& tx) {
  return tx.Run(queries::kEarliestEol).front()["eol"].Maybe<Instant>();
}

std::optional<Message> HandOut(db::Tx& tx, const Selection& selection, Instant now,
                               Instant visible_again) {
  auto rows = tx.Run(queries::kHandOut, selection.recipient, selection.queue, selection.node_id,
                     selection.namespaces, now, visible_again, selection.cancels);
  if (rows.empty()) return std::nullopt;
  auto message = ReadWhole(tx, rows.front());
  message.recipient = selection.recipient;
  return message;
}

std::optional<Acknowledged> Acknowledge(db::Tx& tx, const Uuid& id, std::string_view recipient,
                                        std::string_view state, Instant now) {
  auto rows = tx.Run(queries::kAcknowledge, id, recipient, now, state);
  if (rows.empty()) return std::nullopt;
  return Acknowledged{rows.front()["message_id"].As<Uuid>(), rows.front()["has_files"].As<bool>()};
}

bool HandOutAgain(db::Tx& tx, const Uuid& id, std::string_view recipient, Instant now) {
  return tx.Run(queries::kHandOutAgain, id, recipient, now).affected() > 0;
}

void Withdraw(db::Tx& tx, const Uuid& id, std::string_view recipient, Instant now) {
  tx.Queue(queries::kWithdrawDelivery, id, recipient, now);
}

std::vector<QueueCount> CountQueues(db::Tx& tx, std::string_view recipient) {
  std::vector<QueueCount> counts;
  auto rows = tx.Run(queries::kSumQueues, recipient);
  for (const auto& row : rows) {
    counts.push_back({row["queue"].Text(), row["node_id"].Text(), row["messages"].As<long long>()});
  }
  return counts;
}

}  // namespace okno::testbed::storage
