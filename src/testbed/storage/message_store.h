// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/pool.h"

namespace okno::testbed::storage {

struct Attachment {
  std::string content_id, mime_type, content;
};
// A file that came by FTP; its bytes lie on the disk, see ftp/storage.h.
struct File {
  Uuid directory;  // uuid of its header
  std::string name;
  std::uint64_t size = 0;
};
// A message on the bus. `provided` and `signature` are the sender's bytes, never written anew.
struct Message {
  Uuid id;
  std::string queue;      // "requests", "responses", "statuses"
  std::string version;    // of the envelope it came in
  std::string sender;     // mnemonic
  std::string recipient;  // of the delivery at hand; "" before there is one
  std::string node_id;
  std::string namespace_uri, root;
  std::string state;  // "queued", "accepted", "rejected"
  std::string error = {};
  bool broadcast = false;
  std::optional<Uuid> original_id = {};   // of answers: the request; of statuses: what it speaks of
  std::optional<Uuid> reference_id = {};  // first request of the chain
  std::string transaction_code = {};      // of an answer: that of its request
  std::string reply_to = {};              // of requests
  std::string provided, signature;        // of statuses: see smev3/answers.h
  std::optional<Instant> eol = {};
  Instant created_at;
  std::uint64_t attachments_size = 0;  // bytes, in the envelope and by FTP
  std::vector<Attachment> attachments = {};
  std::vector<File> files = {};
};
// «Отзыв»: `provided` is the sender's MessageReference, original_id the request taken back.
inline constexpr std::string_view kCancelRoot = "Cancel";
inline bool IsCancel(const Message& message) {
  return message.root == kCancelRoot && message.namespace_uri.empty();
}
// Where it goes.
struct Placement {
  std::vector<std::string> recipients;
  int priority = 1;             // 0 is handed out before 1
  std::string state = "ready";  // "checking", "ready", "withdrawn"
};

// One statement; further ones only for attachments. False: the id is known, nothing is changed.
bool Insert(db::Tx& tx, const Message& message, const Placement& placement);
std::optional<Message> Find(db::Tx& tx, const Uuid& id);  // without attachments
bool Exists(db::Tx& tx, const Uuid& id);
// A request that this participant may answer; without the sender's block.
std::optional<Message> FindRequestFor(db::Tx& tx, const Uuid& id, std::string_view recipient);
std::vector<Attachment> ReadAttachments(db::Tx& tx, const Uuid& id);
std::vector<File> ReadFiles(db::Tx& tx, const Uuid& id);
// Contents of attachments of messages from before that moment which nobody waits for any more; the
// messages themselves stay, an answer may come months later.
void DeleteOldAttachments(db::Tx& tx, Instant before);

// What waits for a participant: messages, and bytes of their attachments.
struct Waiting {
  long long messages = 0;
  std::uint64_t bytes = 0;
};
Waiting CountWaiting(db::Tx& tx, std::string_view recipient, std::string_view queue);

// Messages that wait for the asynchronous checks, attachments and files included; locked.
std::vector<Message> TakeQueued(db::Tx& tx);
void Accept(db::Tx& tx, const Uuid& id);
std::vector<std::string> RecipientsOf(db::Tx& tx, const Uuid& id);
void Reject(db::Tx& tx, const Uuid& id, std::string_view error, Instant now);
// Requests nobody has fetched before their EOL, taken out of the queues. Then the earliest EOL that
// is left.
std::vector<Message> TakeExpired(db::Tx& tx, Instant now);
std::optional<Instant> EarliestEol(db::Tx& tx);

struct Selection {
  std::string recipient, queue;
  std::optional<std::string> node_id;   // empty: of any node
  std::vector<std::string> namespaces;  // empty: any
  bool cancels = false;                 // the reader's version knows Cancel
};
// The first message of the queue; hidden until `visible_again` or its acknowledgement.
std::optional<Message> HandOut(db::Tx& tx, const Selection& selection, Instant now,
                               Instant visible_again);
// Empty: no unacknowledged message with that id in the participant's queues. `state`: "delivered"
// or "dropped".
struct Acknowledged {
  Uuid message_id;
  bool has_files = false;
};
std::optional<Acknowledged> Acknowledge(db::Tx& tx, const Uuid& id, std::string_view recipient,
                                        std::string_view state, Instant now);
// Instead of acknowledging: the bus forgets it and hands it out once more (an injected failure).
bool HandOutAgain(db::Tx& tx, const Uuid& id, std::string_view recipient, Instant now);

// Out of one recipient's queue, whatever for.
void Withdraw(db::Tx& tx, const Uuid& id, std::string_view recipient, Instant now);

struct QueueCount {
  std::string queue, node_id;
  long long messages = 0;
};
std::vector<QueueCount> CountQueues(db::Tx& tx, std::string_view recipient);

}  // namespace okno::testbed::storage
