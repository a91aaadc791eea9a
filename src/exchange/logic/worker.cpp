// SPDX-License-Identifier: Apache-2.0
#include "exchange/worker.h"

#include "logic/delivery.h"
#include "logic/events.h"
#include "logic/polling.h"

namespace okno::exchange {

struct Worker::State {
  State(db::Pool& db, files::Store& files, const Clock& clock, WorkerOptions options)
      : runtimes(options.data_folder), context{db, files, clock, runtimes, options} {}

  std::vector<Connection> Connections() {
    return context.db.Transact(db::Scope::System(), [](db::Tx& tx) { return ListConnections(tx); });
  }
  // A job for each connection: a slow bus of one must not hold up the others.
  void EnqueuePolls() {
    context.db.Transact(db::Scope::System(), [](db::Tx& tx) {
      for (const auto& connection : ListConnections(tx)) {
        auto id = connection.id.ToString();
        jobs::Enqueue(tx, {.kind = kPoll, .key = id, .payload = {{"connection_id", id}}});
      }
    });
  }

  Runtimes runtimes;
  Context context;
};

namespace {

template <typename IdType>
IdType ReadId(const jobs::Job& job, const char* key) {
  return IdType::Parse(job.payload.at(key).get<std::string>()).value();
}

}  // namespace

Worker::Worker(db::Pool& db, files::Store& files, const Clock& clock, jobs::Runner& runner,
               WorkerOptions options)
    : state_(std::make_unique<State>(db, files, clock, options)) {
  auto* state = state_.get();
  runner.HandleOutside(kDeliver, std::chrono::minutes(2), [state](const jobs::Job& job) {
    Deliver(state->context, ReadId<MessageId>(job, "message_id"));
  });
  runner.HandleOutside(kPoll, std::chrono::minutes(5), [state](const jobs::Job& job) {
    Poll(state->context, ReadId<ConnectionId>(job, "connection_id"));
  });
  runner.Every("exchange.poll", options.poll_empty, [state] { state->EnqueuePolls(); });
}

Worker::~Worker() = default;

int Worker::PollNow() {
  int taken = 0;
  for (const auto& connection : state_->Connections())
    taken += Poll(state_->context, connection.id);
  return taken;
}

}  // namespace okno::exchange
