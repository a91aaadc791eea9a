// SPDX-License-Identifier: Apache-2.0
#include "logic/attempt.h"

#include <random>

#include "exchange/smev3/verification.h"
#include "logic/envelope.h"
#include "logic/events.h"
#include "logic/rules/schedule.h"

namespace okno::exchange {

namespace {

using rules::Counts;
using rules::Next;

// How often the connection's row is touched by successes: every message would make it a hot spot.
constexpr std::chrono::seconds kHealthResolution{10};
// While the bus is away others probe for it; a message must not sleep long past its return.
constexpr std::chrono::minutes kLongestAway{5};

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

// docs/decisions/0008: an outage brings no message nearer to «доставка по запросу».
Counts CountsOf(const storage::MessageRow& row, const storage::ConnectionRow& connection,
                const Attempt& attempt) {
  if (attempt.bus != Attempt::Bus::kGone) return attempt.counts;
  bool unreachable = attempt.code == "exchange.bus_unreachable";
  bool others_passed =
      row.tried_at && connection.last_success_at && *connection.last_success_at > *row.tried_at;
  return !unreachable && others_passed ? Counts::kYes : Counts::kNo;
}

// Whether nothing but a person's decision is left.
bool IsOver(const storage::MessageRow& row, const Connection::Limits& limits,
            const Attempt& attempt, int attempts, Instant now) {
  if (attempt.next == Next::kFinal || attempts >= limits.max_attempts) return true;
  // An id that has gone stale during an outage says nothing of the message: it is tried under a new
  // one first.
  bool refused = attempt.bus == Attempt::Bus::kAnswered && attempt.next != Next::kNewId;
  auto since = row.repeated_at.value_or(row.message.created_at);
  return refused && now - since >= std::chrono::hours(limits.delivery_hours);
}

void RecordFailed(db::Tx& tx, const storage::MessageRow& row, const Attempt& attempt,
                  const storage::Failure& failure) {
  if (storage::MarkFailed(tx, row.message.id, failure))
    Tell(tx, "exchange.delivery_failed", row.message, {{"code", attempt.code}});
}

void RecordDelayed(db::Tx& tx, const storage::MessageRow& row, const Attempt& attempt,
                   const storage::Failure& failure, Instant now) {
  auto pause = rules::PauseAfter(failure.tries, Roll());
  if (failure.away) pause = std::min<std::chrono::milliseconds>(pause, kLongestAway);
  auto next = now + pause;
  if (!storage::MarkDelayed(tx, row.message.id, failure, {now, next})) return;
  if (attempt.next == Next::kNewId) {
    auto renamed = row;
    storage::GiveSmevId(tx, renamed, Uuid::NewV1());
  }
  Tell(tx, "exchange.delivery_delayed", row.message,
       {{"attempt", failure.tries},
        {"next_attempt_at", FormatInstant(next)},
        {"code", attempt.code}});
}

}  // namespace

Attempt Judge(const storage::MessageRow& row, const Runtime& runtime, const CallResult& result) {
  if (!result.answer) {
    return {.next = Next::kRepeat,
            .code = result.error_code,
            .text = result.error,
            .maybe_accepted = result.maybe_accepted,
            .bus = Attempt::Bus::kGone};
  }
  Attempt attempt;
  if (const auto& fault = result.answer->fault) {
    attempt = {.next = rules::AfterFault(fault->name),
               .code = fault->name.empty() ? "smev.fault" : smev3::FaultCode(fault->name),
               .text = fault->text,
               .counts = rules::CountsFault(fault->name)};
  } else {
    attempt = JudgeReceipt(row, runtime, *result.answer);
  }
  attempt.bus = Attempt::Bus::kAnswered;
  attempt.answer_xml = result.answer->source.bytes();
  return attempt;
}

void RecordSent(db::Tx& tx, const Message& message, Instant now) {
  if (!storage::MarkSent(tx, message.id, now)) return;
  if (message.operation == "request") Tell(tx, "exchange.request_sent", message);
  if (message.operation == "response" || message.operation == "reject")
    Tell(tx, "exchange.response_sent", message);
}

void RecordUp(db::Tx& tx, const storage::ConnectionRow& connection, Instant now) {
  bool fresh = connection.state == "up" && connection.last_success_at &&
               now - *connection.last_success_at < kHealthResolution;
  if (fresh || !storage::MarkUp(tx, connection.connection.id, now)) return;
  storage::WakePostponed(tx, connection.connection.id, now);
  WakeAllSlots(tx, connection.connection);
}

void Record(db::Tx& tx, const storage::MessageRow& row, const storage::ConnectionRow& connection,
            const Attempt& attempt, Instant now) {
  const auto& id = connection.connection.id;
  if (!attempt.answer_xml.empty()) {
    storage::KeepEnvelope(tx, {row.message.id, row.message.organization_id, false,
                               std::string(OperationOf(row.message)), row.message.smev_id,
                               connection.revision, now, attempt.answer_xml});
  }
  // The health first: what it wakes must not be this message, and the connection is locked before
  // messages.
  auto known = connection;
  if (attempt.bus == Attempt::Bus::kGone) {
    storage::MarkDown(tx, id, now, attempt.text);
    known = storage::Find(tx, id).value_or(connection);  // others may have had luck meanwhile
  } else if (attempt.bus == Attempt::Bus::kAnswered) {
    RecordUp(tx, connection, now);
  }
  if (attempt.next == Next::kSent) return RecordSent(tx, row.message, now);
  auto counts = CountsOf(row, known, attempt);
  storage::Failure failure{row.attempts + (counts == Counts::kYes ? 1 : 0),
                           row.tries + 1,
                           attempt.code,
                           attempt.text,
                           row.maybe_accepted || attempt.maybe_accepted,
                           attempt.bus == Attempt::Bus::kGone && counts == Counts::kNo};
  if (IsOver(row, connection.connection.limits, attempt, failure.attempts, now)) {
    RecordFailed(tx, row, attempt, failure);
  } else {
    RecordDelayed(tx, row, attempt, failure, now);
  }
}

}  // namespace okno::exchange
