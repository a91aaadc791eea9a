// SPDX-License-Identifier: Apache-2.0
#include "logic/delivery.h"

#include "exchange/smev3/message_id.h"
#include "logic/attempt.h"
#include "logic/envelope.h"

namespace okno::exchange {

namespace {

// Ids are replaced a little before the bus would call them stale.
constexpr auto kIdUse = smev3::kIdLife - std::chrono::hours(1);
constexpr std::chrono::minutes kProbe{1};

// A message ready to go, stored as such.
struct Prepared {
  storage::MessageRow row;
  storage::ConnectionRow connection;
  std::shared_ptr<const Runtime> runtime;
  smev3::Package package;
};

bool NeedsId(const storage::MessageRow& row) {
  if (row.message.smev_id == Uuid{}) return true;
  // One that may have arrived keeps its id until the bus itself calls it stale, else it could
  // arrive twice.
  if (row.maybe_accepted) return false;
  auto made = smev3::TimeOf(row.message.smev_id);
  return !made || WireNow() - *made > kIdUse;
}

Result<std::string> EnvelopeOf(db::Tx& tx, const Context& context, Prepared& prepared) {
  auto parts = ReadParts(prepared.row.message, context.files);
  if (!parts) return parts.refusal();
  prepared.package.parts = std::move(*parts);
  if (auto kept = storage::FindSentEnvelope(tx, prepared.row, prepared.connection.revision))
    return *kept;
  auto built = BuildEnvelope(prepared.row, *prepared.runtime, prepared.package.parts);
  if (!built) return built;
  const auto& message = prepared.row.message;
  storage::KeepEnvelope(
      tx, {message.id, message.organization_id, true, std::string(OperationOf(message)),
           message.smev_id, prepared.connection.revision, context.clock.Now(), *built});
  return built;
}

// Why the bus is not called at all, if so.
std::optional<Attempt> HoldBack(db::Tx& tx, const storage::ConnectionRow& connection, Instant now) {
  if (connection.state != "down") return std::nullopt;
  bool probing = !connection.IsClosed(now) &&
                 storage::TakeProbe(tx, connection.connection.id, now, now + kProbe);
  if (probing) return std::nullopt;
  return Attempt{.next = rules::Next::kRepeat,
                 .code = "exchange.bus_unreachable",
                 .text = connection.last_error};
}

std::optional<Prepared> Prepare(db::Tx& tx, const Context& context, const MessageId& id) {
  auto now = context.clock.Now();
  auto row = storage::Lock(tx, id);
  // A job may come early (another was woken) or late (the message is gone): the row decides.
  if (!row || row->message.state != "waiting" ||
      (row->next_attempt_at && *row->next_attempt_at > now)) {
    return std::nullopt;
  }
  auto connection = storage::Find(tx, row->message.connection_id).value();
  auto record = [&](const Attempt& attempt) {
    Record(tx, *row, connection, attempt, context.options.max_attempts, now);
    return std::nullopt;
  };
  if (auto held = HoldBack(tx, connection, now)) return record(*held);
  auto runtime = context.runtimes.Get(connection);
  if (!runtime) return record({.code = runtime.refusal().code, .text = runtime.refusal().detail});
  if (NeedsId(*row)) {
    row->message.smev_id = Uuid::NewV1();
    storage::GiveSmevId(tx, id, row->message.smev_id);
  }
  Prepared prepared{std::move(*row), connection, *runtime, {}};
  auto envelope = EnvelopeOf(tx, context, prepared);
  if (!envelope) {
    row = std::move(prepared.row);
    return record({.next = rules::Next::kFinal,
                   .code = envelope.refusal().code,
                   .text = envelope.refusal().detail});
  }
  storage::MarkUnderWay(tx, id);
  prepared.package.envelope = std::move(*envelope);
  return prepared;
}

}  // namespace

void Deliver(const Context& context, const MessageId& id) {
  auto prepared = context.db.Transact(db::Scope::System(),
                                      [&](db::Tx& tx) { return Prepare(tx, context, id); });
  if (!prepared) return;
  auto result = CallBus(*prepared->runtime, OperationOf(prepared->row.message), prepared->package);
  auto attempt = Judge(prepared->row, *prepared->runtime, result);
  context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    Record(tx, prepared->row, prepared->connection, attempt, context.options.max_attempts,
           context.clock.Now());
  });
}

}  // namespace okno::exchange
