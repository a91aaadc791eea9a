// SPDX-License-Identifier: Apache-2.0
#include "logic/delivery.h"

#include <mutex>

#include "exchange/smev3/message_id.h"
#include "logic/attempt.h"
#include "logic/envelope.h"
#include "logic/events.h"
#include "logic/lease.h"
#include "logic/uploads.h"

namespace okno::exchange {

namespace {

// Ids are replaced a little before the bus would call them stale.
constexpr auto kIdUse = smev3::kIdLife - std::chrono::hours(1);
// A turn of a slot: short, so that a stop of the process and other connections do not wait.
constexpr std::chrono::seconds kTurn{30};

// A message taken by this slot. With a package it is ready to go, and stored as such.
struct Taken {
  storage::MessageRow row;
  storage::ConnectionRow connection;
  std::shared_ptr<const Runtime> runtime;
  std::optional<smev3::Package> package;
};

bool NeedsId(const storage::MessageRow& row) {
  if (row.message.smev_id == Uuid{}) return true;
  // One that may have arrived keeps its id until the bus itself calls it stale, else it could
  // arrive twice.
  if (row.maybe_accepted) return false;
  auto made = smev3::TimeOf(row.message.smev_id);
  return !made || WireNow() - *made > kIdUse;
}

Result<std::string> EnvelopeOf(db::Tx& tx, const Context& context, const Taken& taken,
                               const Parts& parts) {
  const auto& signed_with = taken.runtime->signed_with;
  if (auto kept = storage::FindSentEnvelope(tx, taken.row, signed_with)) return *kept;
  auto built = BuildEnvelope(taken.row, *taken.runtime, parts);
  if (!built) return built;
  const auto& message = taken.row.message;
  storage::KeepEnvelope(
      tx, {message.id, message.organization_id, true, std::string(OperationOf(message)),
           message.smev_id, taken.connection.revision, context.clock.Now(), *built, signed_with});
  return built;
}

bool IsOutlived(const Message& message, Instant now) {
  return message.end_of_life && *message.end_of_life <= now;
}

// Gives the message its package, or says why it can not have one.
std::optional<Attempt> Pack(db::Tx& tx, const Context& context, Taken& taken) {
  using rules::Next;
  if (IsOutlived(taken.row.message, context.clock.Now()))
    return Attempt{.next = Next::kFinal, .code = "smev.end_of_life_reached"};
  auto parts = ReadParts(taken.row.message, context.files);
  if (!parts) return Attempt{.next = Next::kFinal, .code = parts.refusal().code};
  auto envelope = EnvelopeOf(tx, context, taken, *parts);
  if (!envelope) {
    return Attempt{
        .next = Next::kFinal, .code = envelope.refusal().code, .text = envelope.refusal().detail};
  }
  storage::MarkUnderWay(tx, taken.row.message.id, taken.runtime->dialect->version);
  taken.package = smev3::Package{std::move(*envelope), std::move(*parts)};
  return std::nullopt;
}

class Slot {
 public:
  Slot(const Context& context, const ConnectionId& id, int number)
      : context_(context),
        id_(id),
        number_(number),
        renewal_(context, [this](db::Tx& tx, Instant until) { KeepTaken(tx, until); }) {}

  void Run() {
    auto end = std::chrono::steady_clock::now() + kTurn;
    while (std::chrono::steady_clock::now() < end && SendNext()) {
    }
    context_.db.Transact(db::Scope::System(), [&](db::Tx& tx) { Rewake(tx); });
  }

 private:
  // While a message is carried, nobody else takes it.
  class Holding {
   public:
    Holding(Slot& slot, const MessageId& id) : slot_(slot) { slot_.Hold(id); }
    ~Holding() { slot_.Hold(std::nullopt); }
    Holding(const Holding&) = delete;

   private:
    Slot& slot_;
  };
  void Hold(const std::optional<MessageId>& id) {
    std::lock_guard lock(holding_);
    held_ = id;
  }
  void KeepTaken(db::Tx& tx, Instant until) {
    std::lock_guard lock(holding_);
    if (held_) storage::KeepTaken(tx, *held_, until);
  }

  // False when there is nothing to send now.
  bool SendNext() {
    bool more = false;
    auto taken = context_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      more = false;  // a transaction may be repeated
      return Take(tx, more);
    });
    if (!taken) return more;
    const Holding holding(*this, taken->row.message.id);
    if (!taken->package && !Upload(*taken)) return true;
    auto result = CallBus(*taken->runtime, OperationOf(taken->row.message), *taken->package);
    Write(*taken, Judge(taken->row, *taken->runtime, result));
    return true;
  }

  // The next due message, packed unless files must be brought first. `more`: one was due, but
  // came to nothing, or messages were told that they wait.
  std::optional<Taken> Take(db::Tx& tx, bool& more) {
    auto now = context_.clock.Now();
    auto connection = storage::Find(tx, id_);
    if (!connection || number_ >= connection->connection.limits.max_in_flight) return std::nullopt;
    if (HoldBack(tx, *connection, now, more)) return std::nullopt;
    auto row = storage::TakeNext(tx, id_, now, now + kLease);
    if (!row) return std::nullopt;
    more = true;
    Taken taken{std::move(*row), *connection, nullptr, std::nullopt};
    auto runtime = context_.runtimes.Get(*connection);
    if (!runtime) {
      Record(tx, taken.row, *connection,
             {.code = runtime.refusal().code, .text = runtime.refusal().detail}, now);
      return std::nullopt;
    }
    taken.runtime = *runtime;
    if (NeedsId(taken.row)) storage::GiveSmevId(tx, taken.row, Uuid::NewV1());
    if (NeedsUpload(taken.row, *taken.runtime)) return taken;
    if (auto failed = Pack(tx, context_, taken)) {
      Record(tx, taken.row, *connection, *failed, now);
      return std::nullopt;
    }
    return taken;
  }

  bool Upload(Taken& taken) {
    auto failed = UploadFiles(context_, *taken.runtime, taken.row);
    if (!failed) {
      failed = context_.db.Transact(db::Scope::System(),
                                    [&](db::Tx& tx) { return Pack(tx, context_, taken); });
    }
    if (failed) Write(taken, *failed);
    return !failed;
  }

  void Write(const Taken& taken, const Attempt& attempt) {
    context_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      Record(tx, taken.row, taken.connection, attempt, context_.clock.Now());
    });
  }

  // While the bus is away nobody calls it but one who probes. What waits is told so once; it costs
  // no attempt.
  bool HoldBack(db::Tx& tx, const storage::ConnectionRow& connection, Instant now, bool& more) {
    if (connection.state != "down") return false;
    auto due = storage::FindNextAttempt(tx, id_);
    if (!due || *due > now) return true;  // nothing to probe with; the poller probes as well
    if (!connection.IsClosed(now) && storage::TakeProbe(tx, id_, now, now + storage::kProbe))
      return false;
    auto again = connection.retry_at.value_or(now);
    auto held = storage::Hold(tx, id_, connection.last_error);
    more = !held.empty();  // told in parts: on with the next one at once
    for (auto& message : held) {
      message.organization_id = connection.connection.organization_id;
      Tell(tx, "exchange.delivery_delayed", message,
           {{"attempt", 1},
            {"next_attempt_at", FormatInstant(again)},
            {"code", "exchange.bus_unreachable"}});
    }
    return true;
  }

  // The next job, in time for what is due then.
  void Rewake(db::Tx& tx) {
    auto now = context_.clock.Now();
    auto connection = storage::Find(tx, id_);
    auto next = connection ? storage::FindNextAttempt(tx, id_) : std::nullopt;
    if (!next) return;
    if (connection->state == "down" && connection->retry_at)
      next = std::max(*next, *connection->retry_at);
    if (*next > now) return WakeSlot(tx, connection->connection, 0, next);
    const bool exists = number_ < connection->connection.limits.max_in_flight;
    WakeSlot(tx, connection->connection, exists ? number_ : 0);
  }

  const Context& context_;
  ConnectionId id_;
  int number_;
  std::mutex holding_;
  std::optional<MessageId> held_;
  Renewal renewal_;  // the last: its thread uses the others
};

}  // namespace

void Deliver(const Context& context, const ConnectionId& id, int slot) {
  Slot(context, id, slot).Run();
}

}  // namespace okno::exchange
