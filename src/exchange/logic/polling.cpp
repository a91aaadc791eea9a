// SPDX-License-Identifier: Apache-2.0
#include "logic/polling.h"

#include <algorithm>

#include "exchange/smev3/builder.h"
#include "log/log.h"
#include "logic/attempt.h"
#include "logic/call.h"
#include "logic/lease.h"
#include "logic/reception.h"
#include "logic/rules/schedule.h"

namespace okno::exchange {

namespace {

constexpr std::chrono::minutes kMending{1};
constexpr int kMostAtOnce = 2000;  // then the others get their turn

// A queue of the participant, asked with one call.
struct Asked {
  std::string_view call;
  std::string node_id = {};
  std::string name() const { return std::string(call) + (node_id.empty() ? "" : " " + node_id); }
};
using Polls = std::map<std::string, storage::QueuePolls>;

// Answers to requests with a NodeID have a queue of their own, those with one we had before too.
std::vector<Asked> QueuesOf(const storage::ConnectionRow& connection) {
  std::vector<Asked> queues{{"GetRequest"}};
  const auto& node_id = connection.connection.node_id;
  if (!node_id.empty()) queues.push_back({"GetResponse", node_id});
  for (const auto& former : connection.former_node_ids) queues.push_back({"GetResponse", former});
  queues.push_back({"GetResponse"});
  queues.push_back({"GetStatus"});
  return queues;
}

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

  int Run(Due due) {
    int taken = 0;
    auto queues = QueuesOf(connection_);
    Polls polls;
    for (const auto& queue : queues) {
      auto found = connection_.polls.find(queue.name());
      auto known = found == connection_.polls.end() ? storage::QueuePolls{0, context_.clock.Now()}
                                                    : found->second;
      bool early = due == Due::kOnly && known.next > context_.clock.Now();
      int brought = 0;
      bool asked = !early && alive_ && taken < kMostAtOnce;
      while (asked && alive_ && taken + brought < kMostAtOnce && TakeOne(queue)) ++brought;
      taken += brought;
      polls[queue.name()] = asked ? After(known, queue, brought, queues) : known;
    }
    context_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      storage::NotePolls(tx, connection_.connection.id, polls);
    });
    return taken;
  }

 private:
  // A queue that brought something is asked again at once, an empty one after a growing pause. The
  // bus counts the calls of a participant, whatever the node: such queues share the pause.
  storage::QueuePolls After(const storage::QueuePolls& before, const Asked& queue, int taken,
                            const std::vector<Asked>& queues) const {
    auto now = context_.clock.Now();
    if (taken > 0) return {0, now};
    const auto& limits = connection_.connection.limits;
    auto sharers = std::ranges::count(queues, queue.call, &Asked::call);
    auto pause =
        rules::PauseAfterEmpty(before.empty + 1, limits.poll_shortest, limits.poll_longest);
    return {before.empty + 1, now + sharers * pause};
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
    if (!result.answer && (result.status == 200 || result.status == 500)) {
      // The bus is there and handed out something unreadable. This queue waits until the bus turns
      // to its next message; the others, and all sending, go on.
      log::Warning("smev_answer_unreadable", {{"call", operation}, {"what", result.error}});
      Note(result.error_code);
      if (operation != "Ack")
        KeepUnreadable({context_, connection_, *runtime_}, operation, envelope, result);
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
    auto get = BuildGet(queue);
    if (!get) {
      Note(get.refusal().code);
      return false;
    }
    auto answer = Call(queue.call, *get);
    if (!answer || !smev3::HasMessage(*answer)) return false;
    auto acknowledgement = Receive({context_, connection_, *runtime_}, queue.call, *get, *answer);
    if (!acknowledgement.error.empty()) Note(acknowledgement.error);
    // What is not acknowledged the bus hands out again after a while. One that is kept will be
    // known then; with others, going on at once could spin.
    if (!acknowledgement.id) return acknowledgement.message.has_value();
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
  return connection;
}

// While the bus is down, only by one caller at a time.
bool MayCall(const Context& context, const storage::ConnectionRow& connection) {
  if (connection.state != "down") return true;
  const auto now = context.clock.Now();
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return storage::TakeProbe(tx, connection.connection.id, now, now + storage::kProbe);
  });
}

// Nothing can be taken before a person mends something: no need to look each second.
void PutOff(const Context& context, const storage::ConnectionRow& connection,
            const std::string& error) {
  const std::chrono::milliseconds longest = connection.connection.limits.poll_longest;
  const auto next = context.clock.Now() + std::min<std::chrono::milliseconds>(longest, kMending);
  context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    storage::PutOffPolls(tx, connection.connection.id, next, error);
  });
}

}  // namespace

int Poll(const Context& context, const ConnectionId& id, Due due) {
  auto connection = context.db.Transact(
      db::Scope::System(), [&](db::Tx& tx) { return Take(tx, id, context.clock.Now()); });
  if (!connection) return 0;
  Lease lease(context, id);
  auto runtime = context.runtimes.Get(*connection);
  // Not asked, the bus keeps what it has for us: it is taken once its signers can be judged.
  const auto may_take = runtime ? MayJudge(**runtime) : Outcome(runtime.refusal());
  if (!may_take) {
    PutOff(context, *connection, may_take.refusal().code);
    return 0;
  }
  // The probe last: who takes it and does not call would keep the sender from calling.
  return MayCall(context, *connection) ? Visit(context, *connection, *runtime).Run(due) : 0;
}

}  // namespace okno::exchange
