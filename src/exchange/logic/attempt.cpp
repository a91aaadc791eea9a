// SPDX-License-Identifier: Apache-2.0
#include "logic/attempt.h"

#include <random>

#include "exchange/smev3/verification.h"
#include "logic/envelope.h"
#include "logic/events.h"
#include "logic/rules/schedule.h"

namespace okno::exchange {

namespace {

using rules::Next;

// How often the connection's row is touched by successes: every message would make it a hot spot.
constexpr std::chrono::seconds kHealthResolution{10};

double Roll() {
  thread_local std::minstd_rand random{std::random_device{}()};
  return std::uniform_real_distribution<double>(0, 1)(random);
}

Attempt JudgeReceipt(const storage::MessageRow& row, const Runtime& runtime,
                     const smev3::Answer& answer) {
  auto receipt = smev3::ReadReceipt(answer);
  bool trusted = receipt && smev3::VerifyBus(receipt->element, runtime.bus).valid() &&
                 receipt->message_id.value_or(row.message.smev_id) == row.message.smev_id;
  if (trusted) return {.next = Next::kSent};
  // The next attempt settles it: if the bus has the message, it says so.
  return {.next = Next::kRepeat, .code = "exchange.receipt_untrusted", .maybe_accepted = true};
}

void RecordFailed(db::Tx& tx, const storage::MessageRow& row, const Attempt& attempt) {
  storage::Failure failure{row.attempts + 1, attempt.code, attempt.text,
                           row.maybe_accepted || attempt.maybe_accepted};
  if (storage::MarkFailed(tx, row.message.id, failure)) {
    Tell(tx, "exchange.delivery_failed", row.message, {{"code", attempt.code}});
  }
}

void RecordDelayed(db::Tx& tx, const storage::MessageRow& row, const Attempt& attempt,
                   Instant now) {
  int attempts = row.attempts + 1;
  auto next = now + rules::PauseAfter(attempts, Roll());
  storage::Failure failure{attempts, attempt.code, attempt.text,
                           row.maybe_accepted || attempt.maybe_accepted};
  if (!storage::MarkDelayed(tx, row.message.id, failure, next)) return;
  if (attempt.next == Next::kNewId) storage::GiveSmevId(tx, row.message.id, Uuid::NewV1());
  EnqueueDelivery(tx, row.message, next);
  Tell(tx, "exchange.delivery_delayed", row.message,
       {{"attempt", attempts}, {"next_attempt_at", FormatInstant(next)}, {"code", attempt.code}});
}

}  // namespace

Attempt Judge(const storage::MessageRow& row, const Runtime& runtime, const CallResult& result) {
  if (!result.answer) {
    return {.next = Next::kRepeat,
            .code = result.error_code,
            .text = result.error,
            .maybe_accepted = result.maybe_accepted,
            .bus_down = true};
  }
  Attempt attempt;
  if (const auto& fault = result.answer->fault) {
    attempt = {.next = rules::AfterFault(fault->name),
               .code = fault->name.empty() ? "smev.fault" : smev3::FaultCode(fault->name),
               .text = fault->text};
  } else {
    attempt = JudgeReceipt(row, runtime, *result.answer);
  }
  attempt.answer_xml = result.answer->source.bytes();
  return attempt;
}

void RecordSent(db::Tx& tx, const Message& message, Instant now) {
  if (!storage::MarkSent(tx, message.id, now)) return;
  if (message.operation == "request") Tell(tx, "exchange.request_sent", message);
  if (message.operation == "response" || message.operation == "reject") {
    Tell(tx, "exchange.response_sent", message);
  }
}

void RecordUp(db::Tx& tx, const storage::ConnectionRow& connection, Instant now) {
  bool fresh = connection.state == "up" && connection.last_success_at &&
               now - *connection.last_success_at < kHealthResolution;
  if (fresh || !storage::MarkUp(tx, connection.connection.id, now)) return;
  for (const auto& id : storage::WakePostponed(tx, connection.connection.id, now)) {
    Message message;
    message.id = id;
    message.organization_id = connection.connection.organization_id;
    EnqueueDelivery(tx, message, now);
  }
}

void Record(db::Tx& tx, const storage::MessageRow& row, const storage::ConnectionRow& connection,
            const Attempt& attempt, int max_attempts, Instant now) {
  if (!attempt.answer_xml.empty()) {
    storage::KeepEnvelope(tx, {row.message.id, row.message.organization_id, false,
                               std::string(OperationOf(row.message)), row.message.smev_id,
                               connection.revision, now, attempt.answer_xml});
  }
  // The health first: what it wakes must not be this message, and the connection is locked before
  // messages.
  if (attempt.bus_down) {
    storage::MarkDown(tx, connection.connection.id, now, attempt.text);
  } else if (!attempt.answer_xml.empty()) {
    RecordUp(tx, connection, now);
  }
  if (attempt.next == Next::kSent) {
    RecordSent(tx, row.message, now);
  } else if (attempt.next == Next::kFinal || row.attempts + 1 >= max_attempts) {
    RecordFailed(tx, row, attempt);
  } else {
    RecordDelayed(tx, row, attempt, now);
  }
}

}  // namespace okno::exchange
