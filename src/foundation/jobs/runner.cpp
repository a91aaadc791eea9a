// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "jobs/jobs.h"
#include "jobs/queries.h"
#include "log/log.h"
#include "worker.h"

namespace okno::jobs {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// How often an idle thread looks without being woken: repeats become due, and a notification may
// get lost.
constexpr milliseconds kIdlePause{500};
constexpr milliseconds kPauseAfterFault{1000};
// Leases are of 20 s and more: several renewals may fail before one is lost.
constexpr milliseconds kRenewal{5000};

}  // namespace

struct Runner::State {
  State(db::Pool& given_pool, const Clock& given_clock)
      : pool(given_pool), clock(given_clock), worker(given_pool, given_clock) {}

  void Declare() {
    std::lock_guard lock(declaring);
    if (!declared) worker.SaveDeclarations();
    declared = true;
  }

  void Wake() {
    std::lock_guard lock(mutex);
    ++wakes;
    changed.notify_all();
  }

  bool SleepUnlessWoken(long long seen_wakes, milliseconds limit) {
    std::unique_lock lock(mutex);
    changed.wait_for(lock, limit, [&] { return stopping || wakes != seen_wakes; });
    return !stopping;
  }

  long long Wakes() {
    std::lock_guard lock(mutex);
    return wakes;
  }

  // Network calls and periodic tasks take long: one thread is always kept free of them.
  template <typename F>
  void WithSlowSlot(F f) {
    if (slow_running.fetch_add(1) < slow_limit) {
      try {
        f();
      } catch (...) {
        --slow_running;
        throw;
      }
    }
    --slow_running;
  }

  // The periodic tasks whose time has come; gives how long until the next. A turn only ever moves
  // to later, so nobody need ask the database before.
  milliseconds RunSchedules() {
    const auto now = steady_clock::now();
    if (const auto next = next_schedule.load(); now < next) {
      return std::chrono::ceil<milliseconds>(next - now);
    }
    const auto pause = worker.RunSchedules();
    next_schedule = steady_clock::now() + pause;
    return pause;
  }

  void Loop() {
    for (bool running = true; running;) {
      const long long seen = Wakes();
      milliseconds pause = kIdlePause;
      try {
        Declare();
        int ran = worker.DispatchEvents() + worker.RunInside();
        WithSlowSlot([&] {
          ran += worker.RunOutside();
          pause = std::min(pause, RunSchedules());
        });
        if (ran > 0) pause = milliseconds(0);
      } catch (const std::exception& error) {
        log::Error("runner_fault", {{"error", error.what()}});
        pause = kPauseAfterFault;
      }
      running = SleepUnlessWoken(seen, pause);
    }
  }

  // Of its own, so that leases live on while all threads are in handlers.
  void KeepLeases() {
    for (bool running = true; running;) {
      try {
        worker.RenewLeases();
      } catch (const std::exception& error) {
        log::Warning("job_leases_not_renewed", {{"error", error.what()}});
      }
      std::unique_lock lock(mutex);
      running = !ended.wait_for(lock, kRenewal, [&] { return all_done; });
    }
  }

  void Join() {
    for (auto& thread : threads) thread.join();
    threads.clear();
    {
      std::lock_guard lock(mutex);
      all_done = true;
    }
    ended.notify_all();
    if (keeper.joinable()) keeper.join();
  }

  db::Pool& pool;
  const Clock& clock;
  Worker worker;
  std::mutex declaring;
  bool declared = false;
  std::atomic<int> slow_running = 0;
  int slow_limit = 1;
  std::atomic<steady_clock::time_point> next_schedule{};
  std::mutex mutex;
  std::condition_variable changed;
  long long wakes = 0;
  bool stopping = false, all_done = false;
  std::condition_variable ended;
  std::vector<std::thread> threads;
  std::thread keeper;
  std::unique_ptr<db::Listener> listener;
};

Runner::Runner(db::Pool& pool, const Clock& clock) : state_(std::make_unique<State>(pool, clock)) {}
Runner::~Runner() { Stop(); }

void Runner::Handle(std::string kind, std::function<void(db::Tx&, const Job&)> handler) {
  state_->worker.AddInside(std::move(kind), std::move(handler));
}

void Runner::HandleOutside(std::string kind, std::chrono::seconds lease,
                           std::function<void(const Job&)> handler) {
  state_->worker.AddOutside(std::move(kind), lease, std::move(handler));
}

void Runner::Subscribe(std::string type, std::string subscriber,
                       std::function<void(db::Tx&, const Job&)> handler) {
  state_->worker.AddInside(subscriber + ":" + type, std::move(handler));
  state_->worker.AddSubscription(std::move(type), std::move(subscriber));
}

void Runner::Every(std::string name, milliseconds period, std::function<void()> task) {
  state_->worker.AddSchedule({std::move(name), period, std::move(task)});
}

void Runner::Start(const std::string& dsn, int threads) {
  state_->stopping = state_->all_done = false;
  state_->slow_limit = std::max(1, threads - 1);
  auto wake = [state = state_.get()] { state->Wake(); };
  state_->listener = std::make_unique<db::Listener>(
      dsn, kChannel, [wake](const std::string&) { wake(); }, wake);
  for (int i = 0; i < threads; ++i) {
    state_->threads.emplace_back([state = state_.get()] { state->Loop(); });
  }
  state_->keeper = std::thread([state = state_.get()] { state->KeepLeases(); });
}

void Runner::Stop() {
  {
    std::lock_guard lock(state_->mutex);
    state_->stopping = true;
    state_->changed.notify_all();
  }
  state_->listener.reset();
  state_->Join();
}

int Runner::RunDue() {
  state_->Declare();
  state_->worker.RunSchedules();
  int ran = 0;
  for (int now = 1, events = 0; now > 0 || events > 0; ran += now) {
    events = state_->worker.DispatchEvents();
    now = state_->worker.RunInside() + state_->worker.RunOutside();
  }
  return ran;
}

Runner::Depth Runner::depth() {
  return state_->pool.Transact(db::Scope::System(), [&](db::Tx& tx) {
    const db::Rows rows = tx.Run(queries::kDepth, state_->clock.Now());
    const db::Row row = rows.front();
    return Depth{.waiting = row["waiting"].As<long long>(),
                 .parked = row["parked"].As<long long>(),
                 .oldest_seconds = row["oldest_seconds"].As<double>()};
  });
}

}  // namespace okno::jobs
