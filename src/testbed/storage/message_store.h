// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/pool.h"

namespace okno::testbed::storage {

struct Attachment {
  std::string content_id, mime_type, content;
};
// A message on the bus. `provided` and `signature` are the sender's bytes, never written anew.
struct Message {
  Uuid id;
  std::string queue;  // "requests", "responses", "statuses"
  std::string sender, recipient, node_id;
  std::string namespace_uri, root;
  std::string state;  // "queued", "ready", "delivered", "rejected", "dropped"
  std::optional<Uuid> original_id;
  std::string reply_to;
  std::string provided, signature;
  int handed_out = 0;
  Instant created_at;
  std::vector<Attachment> attachments;
};

bool Insert(db::Tx& tx, const Message& message);  // false: the id is known
std::optional<Message> Find(db::Tx& tx, const Uuid& id);
std::optional<Message> FindByReplyTo(db::Tx& tx, std::string_view reply_to);
// Messages that wait for the asynchronous checks, attachments included; locked.
std::vector<Message> TakeQueued(db::Tx& tx);
void MarkReady(db::Tx& tx, const Uuid& id);
void MarkRejected(db::Tx& tx, const Uuid& id, std::string_view error, Instant now);

struct Selection {
  std::string recipient, queue, node_id, namespace_uri;  // "" = any namespace
};
// The first message of the queue; hidden until `visible_again` or its acknowledgement.
std::optional<Message> HandOut(db::Tx& tx, const Selection& selection, Instant now,
                               Instant visible_again);
// False: no unacknowledged message with that id in the participant's queues.
bool Acknowledge(db::Tx& tx, const Uuid& id, std::string_view recipient, std::string_view state,
                 Instant now);
// Instead of acknowledging: the bus forgets it and hands it out once more (an injected failure).
bool HandOutAgain(db::Tx& tx, const Uuid& id, std::string_view recipient, Instant now);

}  // namespace okno::testbed::storage
