// SPDX-License-Identifier: Apache-2.0
#include "logic/events.h"

#include "jobs/jobs.h"

namespace okno::exchange {

void Tell(db::Tx& tx, std::string type, const Message& message, Json extra) {
  extra["message_id"] = message.id.ToString();
  extra["operation"] = message.operation;
  extra["subject_kind"] = message.subject.kind;
  extra["subject_id"] = message.subject.id == Uuid{} ? "" : message.subject.id.ToString();
  jobs::Publish(tx, {std::move(type), std::move(extra), message.organization_id.ToString()});
}

void WakeSlot(db::Tx& tx, const Connection& connection, const MessageId& id) {
  auto slots = static_cast<std::size_t>(connection.limits.max_in_flight);
  WakeSlot(tx, connection, static_cast<int>(std::hash<MessageId>()(id) % slots));
}

void WakeSlot(db::Tx& tx, const Connection& connection, int slot, std::optional<Instant> run_at) {
  auto id = connection.id.ToString();
  jobs::Enqueue(tx, {.kind = kDeliver,
                     .key = id + "/" + std::to_string(slot),
                     .payload = {{"connection_id", id}, {"slot", slot}},
                     .organization_id = connection.organization_id.ToString(),
                     .run_at = run_at});
}

void WakeAllSlots(db::Tx& tx, const Connection& connection) {
  for (int slot = 0; slot < connection.limits.max_in_flight; ++slot) WakeSlot(tx, connection, slot);
}

}  // namespace okno::exchange
