// SPDX-License-Identifier: Apache-2.0
#include "logic/polling.h"

#include "exchange/smev3/builder.h"
#include "log/log.h"
#include "logic/attempt.h"
#include "logic/call.h"
#include "logic/lease.h"
#include "logic/reception.h"
#include "logic/rules/schedule.h"

namespace okno::exchange {

namespace {

constexpr std::chrono::minutes kProbe{1};
constexpr int kMostAtOnce = 2000;  // then the others get their turn

// A queue of the participant, asked with one call.
struct Asked {
  std::string_view call;
  std::string node_id = {};
};

// One visit to the queues of a participant.
class Visit {
 public:
  Visit(const Context& context, storage::ConnectionRow connection,
        std::shared_ptr<const Runtime> runtime)
      : context_(context),
        connection_(std::move(connection)),
        runtime_(std::move(runtime)),
        renewal_(context, [this](db::Tx& tx, Instant until) {
          storage::KeepPollLease(tx, connection_.connection.id, until);
        }) {}

  int Run() {
    int taken = 0;
    for (const auto& queue : Queues()) {
      while (alive_ && taken < kMostAtOnce && TakeOne(queue)) ++taken;
    }
    return taken;
  }

 private:
  // Answers to requests with our NodeID have a queue of their own.
  std::vector<Asked> Queues() const {
    std::vector<Asked> queues{{"GetRequest"}, {"GetResponse"}, {"GetStatus"}};
    const auto& node_id = connection_.connection.node_id;
    if (!node_id.empty()) queues.insert(queues.begin() + 1, {"GetResponse", node_id});
    return queues;
  }

  Result<std::string> BuildGet(const Asked& queue) const {
    const auto& dialect = *runtime_->dialect;
    if (queue.call == "GetStatus")
      return smev3::BuildGetStatus(dialect, WireNow(), *runtime_->signer);
    auto kind = queue.call == "GetRequest" ? smev3::Queue::kRequests : smev3::Queue::kResponses;
    return smev3::BuildGet(dialect, kind, {.node_id = queue.node_id}, WireNow(), *runtime_->signer);
  }

  // The answer, unless the bus is away or refuses; then this visit, or this queue, is over.
  std::optional<smev3::Answer> Call(std::string_view operation, const std::string& envelope) {
    auto result = CallBus(*runtime_, operation, {envelope, {}});
    if (!result.answer && result.status == 200) {
      // The bus is there and handed out something unreadable. This queue waits until the bus turns
      // to its next message; the others, and all sending, go on.
      log::Warning("smev_answer_unreadable", {{"call", operation}, {"what", result.error}});
      Note(result.error_code);
      return std::nullopt;
    }
    if (!result.answer) {
      alive_ = false;
      context_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
        storage::MarkDown(tx, connection_.connection.id, context_.clock.Now(), result.error);
      });
      return std::nullopt;
    }
    NoteUp();
    if (!result.answer->fault) return std::move(result.answer);
    NoteFault(operation, *result.answer->fault);
    return std::nullopt;
  }

  void NoteUp() {
    if (noted_up_) return;
    noted_up_ = true;
    context_.db.Transact(db::Scope::System(),
                         [&](db::Tx& tx) { RecordUp(tx, connection_, context_.clock.Now()); });
  }

  void NoteFault(std::string_view operation, const smev3::Fault& fault) {
    // A participant without such a queue, and a message acknowledged before: nothing is wrong.
    if (fault.name == "UnknownMessageType" || fault.name == "TargetMessageIsNotFound") return;
    log::Warning("smev_call_refused", {{"call", operation}, {"fault", fault.name}});
    Note(fault.name.empty() ? "smev.fault" : smev3::FaultCode(fault.name));
  }

  void Note(const std::string& error) {
    context_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      storage::NoteError(tx, connection_.connection.id, error);
    });
  }

  bool TakeOne(const Asked& queue) {
    renewal_.Renew();
    auto get = BuildGet(queue);
    if (!get) {
      Note(get.refusal().code);
      return false;
    }
    auto answer = Call(queue.call, *get);
    if (!answer || !smev3::HasMessage(*answer)) return false;
    auto acknowledgement =
        Receive({context_, connection_, *runtime_, renewal_}, queue.call, *get, *answer);
    if (!acknowledgement.error.empty()) Note(acknowledgement.error);
    // Without an id the bus hands the same message out again after a while; going on at once could
    // spin.
    if (!acknowledgement.id) return false;
    Acknowledge(acknowledgement);
    return true;
  }

  void Acknowledge(const Acknowledgement& acknowledgement) {
    auto envelope = smev3::BuildAck(*runtime_->dialect, *acknowledgement.id,
                                    acknowledgement.accepted, *runtime_->signer);
    if (!envelope) return Note(envelope.refusal().code);
    auto answer = Call("Ack", *envelope);
    if (!acknowledgement.message) return;
    context_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      storage::Envelope kept{*acknowledgement.message,
                             connection_.connection.organization_id,
                             true,
                             "Ack",
                             acknowledgement.id,
                             connection_.revision,
                             context_.clock.Now(),
                             *envelope};
      storage::KeepEnvelope(tx, kept);
      if (!answer) return;
      kept.outgoing = false;
      kept.xml = answer->source.bytes();
      storage::KeepEnvelope(tx, kept);
    });
  }

  const Context& context_;
  storage::ConnectionRow connection_;
  std::shared_ptr<const Runtime> runtime_;
  Renewal renewal_;
  bool alive_ = true;
  bool noted_up_ = false;
};

// Gives the poll lease back when the visit ends, however it ends.
class Lease {
 public:
  Lease(const Context& context, const ConnectionId& id) : context_(context), id_(id) {}
  Lease(const Lease&) = delete;
  ~Lease() {
    try {
      context_.db.Transact(db::Scope::System(),
                           [&](db::Tx& tx) { storage::DropPollLease(tx, id_); });
    } catch (const std::exception& error) {
      log::Warning("smev_poll_lease_kept", {{"what", error.what()}});  // it runs out by itself
    }
  }

 private:
  const Context& context_;
  ConnectionId id_;
};

// The connection, when it may be polled now by us.
std::optional<storage::ConnectionRow> Take(db::Tx& tx, const ConnectionId& id, Instant now) {
  auto connection = storage::Find(tx, id);
  if (!connection || connection->IsClosed(now)) return std::nullopt;
  if (!storage::TakePollLease(tx, id, now, now + kLease)) return std::nullopt;
  if (connection->state == "down") storage::TakeProbe(tx, id, now, now + kProbe);
  return connection;
}

// A queue that brought something is visited again at once, an empty one after a growing pause.
void NotePause(const Context& context, const storage::ConnectionRow& connection, int taken) {
  const auto& limits = connection.connection.limits;
  int empty = taken > 0 ? 0 : connection.empty_polls + 1;
  auto pause = empty == 0
                   ? std::chrono::milliseconds(0)
                   : rules::PauseAfterEmpty(empty, limits.poll_shortest, limits.poll_longest);
  context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    storage::NotePoll(tx, connection.connection.id, empty, context.clock.Now() + pause);
  });
}

}  // namespace

int Poll(const Context& context, const ConnectionId& id) {
  auto connection = context.db.Transact(
      db::Scope::System(), [&](db::Tx& tx) { return Take(tx, id, context.clock.Now()); });
  if (!connection) return 0;
  Lease lease(context, id);
  auto runtime = context.runtimes.Get(*connection);
  if (runtime) {
    int taken = Visit(context, *connection, *runtime).Run();
    NotePause(context, *connection, taken);
    return taken;
  }
  context.db.Transact(db::Scope::System(),
                      [&](db::Tx& tx) { storage::NoteError(tx, id, runtime.refusal().code); });
  return 0;
}

}  // namespace okno::exchange
