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

void EnqueueDelivery(db::Tx& tx, const Message& message, std::optional<Instant> run_at) {
  jobs::Enqueue(tx, {.kind = kDeliver,
                     .key = message.id.ToString(),
                     .payload = {{"message_id", message.id.ToString()}},
                     .organization_id = message.organization_id.ToString(),
                     .run_at = run_at});
}

}  // namespace okno::exchange
