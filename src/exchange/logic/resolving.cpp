// SPDX-License-Identifier: Apache-2.0
#include "logic/resolving.h"

#include "logic/events.h"
#include "logic/keeping.h"
#include "logic/reception.h"

namespace okno::exchange {

namespace {

bool Suits(const Message& message, std::string_view action) {
  if (message.outgoing) return action == "repeat" || action == "give_up";
  return message.state == "failed" && (action == "process" || action == "drop");
}

void WriteDown(db::Tx& tx, const Message& message, const Decision& decision, Instant now) {
  storage::AddResolution(tx, message,
                         {decision.action, decision.reason, message.state, message.error_code,
                          decision.actor.name, now},
                         decision.actor.user_id);
}

bool IsWanted(db::Tx& tx, const Message& message, const Decision& decision) {
  if (message.operation != "request" || message.subject.kind.empty()) return true;
  return !decision.still_wanted || decision.still_wanted(tx, message.subject, message.id);
}

// All but "process", in one transaction.
Outcome CarryOut(db::Tx& tx, const Message& message, const Decision& decision, Instant now) {
  if (decision.action == "repeat") {
    if (!IsWanted(tx, message, decision)) return Refusal::Conflict("exchange.superseded");
    if (auto repeated = Retry(tx, message.id, now); !repeated) return repeated;
  } else if (decision.action == "give_up") {
    if (!storage::GiveUp(tx, message.id, now)) return Refusal::Conflict("exchange.not_waiting");
    // Of a failed one its owner knows already.
    if (message.state == "waiting")
      Tell(tx, "exchange.delivery_failed", message, {{"code", "exchange.given_up"}});
  } else if (!storage::Drop(tx, message.id)) {
    return Refusal::Conflict("exchange.not_failed");
  } else {
    AnswerFailed(tx, message, now);
  }
  WriteDown(tx, message, decision, now);
  return Done();
}

}  // namespace

Result<MessageId> Resolve(const Context& context, const access::OrganizationId& organization_id,
                          const MessageId& id, const Decision& decision) {
  if (decision.reason.empty()) {
    return Refusal::Invalid("exchange.reason_missing",
                            {{"/reason", "exchange.reason_missing", {}}});
  }
  auto scope = db::Scope::Organization(organization_id);
  auto message = context.db.Transact(scope, [&](db::Tx& tx) { return FindMessage(tx, id); });
  if (!message) return Refusal::NotFound("exchange.not_found");
  if (!Suits(*message, decision.action)) return Refusal::Conflict("exchange.action_unsuitable");
  auto now = context.clock.Now();
  if (decision.action == "process") {
    return ReceiveAgain(context, id, [&](db::Tx& tx) { WriteDown(tx, *message, decision, now); });
  }
  auto done =
      context.db.Transact(scope, [&](db::Tx& tx) { return CarryOut(tx, *message, decision, now); });
  if (!done) return done.refusal();
  return id;
}

}  // namespace okno::exchange
