// SPDX-License-Identifier: Apache-2.0
#include "exchange/worker.h"

#include "logic/arrival.h"
#include "logic/certificates.h"
#include "logic/delivery.h"
#include "logic/events.h"
#include "logic/polling.h"
#include "logic/revocation_copies.h"
#include "storage/message_store.h"

namespace okno::exchange {

namespace {

template <typename IdType>
IdType ReadId(const jobs::Job& job, const char* key) {
  return IdType::Parse(job.payload.at(key).get<std::string>()).value();
}

constexpr std::chrono::hours kCertificateCheck{6};
// Of a job, renewed while it runs: what a process that died had in hand is taken up soon.
constexpr std::chrono::seconds kJobLease{20};
// A message may be due while the slot it woke is busy with a long upload: then any other takes it.
constexpr std::chrono::seconds kWake{10};

}  // namespace

struct Worker::State {
  State(db::Pool& db, files::Store& files, const Clock& clock, WorkerOptions options)
      : runtimes(options.data_folder, options.answer_timeout),
        context{db, files, clock, runtimes, options} {}

  std::vector<Connection> Connections() {
    return context.db.Transact(db::Scope::System(), [](db::Tx& tx) { return ListConnections(tx); });
  }
  std::vector<ConnectionId> ToPoll() {
    return context.db.Transact(db::Scope::System(), [this](db::Tx& tx) {
      return storage::ListToPoll(tx, context.clock.Now());
    });
  }
  // A job for each connection: a slow bus of one must not hold up the others.
  void EnqueuePolls() {
    context.db.Transact(db::Scope::System(), [this](db::Tx& tx) {
      for (const auto& connection : storage::ListToPoll(tx, context.clock.Now())) {
        auto id = connection.ToString();
        jobs::Enqueue(tx, {.kind = kPoll, .key = id, .payload = {{"connection_id", id}}});
      }
    });
  }
  // Messages that have been due for a while, with nobody at work on them.
  void WakeForgotten() {
    for (const auto& connection : Connections()) {
      context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
        auto next = storage::FindNextAttempt(tx, connection.id);
        if (next && *next <= context.clock.Now() - kWake) WakeAllSlots(tx, connection);
      });
    }
  }
  void DeliverFor(const jobs::Job& job) {
    if (job.payload.contains("connection_id")) {
      return Deliver(context, ReadId<ConnectionId>(job, "connection_id"),
                     job.payload.value("slot", 0));
    }
    // A job of the release before, one for each message.
    auto message = context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      return FindMessage(tx, ReadId<MessageId>(job, "message_id"));
    });
    if (message) Deliver(context, message->connection_id, 0);
  }

  Runtimes runtimes;
  Context context;
};

Worker::Worker(db::Pool& db, files::Store& files, const Clock& clock, jobs::Runner& runner,
               WorkerOptions options)
    : state_(std::make_unique<State>(db, files, clock, options)) {
  RemoveLeftovers(options.data_folder);
  RemoveHalfCopies(options.data_folder);
  auto* state = state_.get();
  runner.HandleOutside(kDeliver, kJobLease,
                       [state](const jobs::Job& job) { state->DeliverFor(job); });
  runner.HandleOutside(kPoll, kJobLease, [state](const jobs::Job& job) {
    Poll(state->context, ReadId<ConnectionId>(job, "connection_id"), Due::kOnly);
  });
  runner.Every("exchange.poll", options.poll_tick, [state] { state->EnqueuePolls(); });
  runner.Every("exchange.wake", kWake, [state] { state->WakeForgotten(); });
  runner.Every("exchange.certificates", kCertificateCheck,
               [state] { WarnOfCertificates(state->context); });
}

Worker::~Worker() = default;

int Worker::PollNow() {
  int taken = 0;
  for (const auto& connection : state_->Connections())
    taken += Poll(state_->context, connection.id, Due::kAll);
  return taken;
}

int Worker::PollDue() {
  int taken = 0;
  for (const auto& connection : state_->ToPoll())
    taken += Poll(state_->context, connection, Due::kOnly);
  return taken;
}

}  // namespace okno::exchange
