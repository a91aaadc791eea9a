// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "db/testing.h"
#include "jobs/jobs.h"
#include "jobs/migrations.h"

namespace okno::jobs {
namespace {

using namespace std::chrono_literals;

constexpr db::Migration kRunnerSteps[] = {
    {"sample", "0001_create", "CREATE TABLE effects (name text NOT NULL);"}};
const db::Query kAddEffect{"sample.add", "INSERT INTO effects VALUES ($1)"};
const db::Query kCount{"sample.count",
                       "SELECT count(*) AS runs, count(DISTINCT name) AS jobs FROM effects"};

// Counts runs of handlers in many threads and lets the test wait for them.
class Tally {
 public:
  void Add(const std::string& name) {
    std::lock_guard lock(mutex_);
    ++runs_[name];
    changed_.notify_all();
  }
  bool WaitFor(std::size_t names) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, 60s, [&] { return runs_.size() >= names; });
  }
  int Most() {
    std::lock_guard lock(mutex_);
    int most = 0;
    for (const auto& [name, runs] : runs_) most = std::max(most, runs);
    return most;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, int> runs_;
};

class RunnerTest : public ::testing::Test {
 protected:
  static std::vector<std::span<const db::Migration>> Rooms() {
    return {Migrations(), kRunnerSteps};
  }
  void AddJobs(const std::string& kind, int from, int to) {
    pool.Transact(db::Scope::System(), [&](db::Tx& tx) {
      for (int i = from; i < to; ++i) {
        Enqueue(tx, {.kind = kind, .payload = Json{{"name", std::to_string(i)}}});
      }
    });
  }
  static std::string NameOf(const Job& job) { return job.payload.at("name").get<std::string>(); }
  std::pair<int, int> RunsAndJobs() {
    return pool.Transact(db::Scope::System(), [](db::Tx& tx) {
      const db::Rows rows = tx.Run(kCount);
      return std::pair(rows.front()["runs"].As<int>(), rows.front()["jobs"].As<int>());
    });
  }

  db::testing::Database database{Rooms()};
  db::Pool pool{{.dsn = database.dsn(), .size = 10, .acquire_timeout = 60s}};
  SystemClock clock;
};

TEST_F(RunnerTest, TwoRunnersOfManyThreadsRunEachJobExactlyOnce) {
  Tally sent;
  Runner first(pool, clock), second(pool, clock);
  for (Runner* runner : {&first, &second}) {
    runner->Handle("note", [](db::Tx& tx, const Job& job) { tx.Queue(kAddEffect, NameOf(job)); });
    runner->HandleOutside("send", 60s, [&](const Job& job) { sent.Add(NameOf(job)); });
    runner->Start(database.dsn(), 4);
  }
  std::vector<std::thread> producers;
  for (int part = 0; part < 4; ++part) {
    producers.emplace_back([&, part] {
      for (int i = 0; i < 10; ++i) AddJobs("note", part * 500 + i * 50, part * 500 + (i + 1) * 50);
      AddJobs("send", part * 10, (part + 1) * 10);
    });
  }
  for (auto& producer : producers) producer.join();
  EXPECT_TRUE(sent.WaitFor(40));
  first.Stop();
  second.Stop();
  while (first.RunDue() > 0) {
  }
  EXPECT_EQ(RunsAndJobs(), std::pair(2000, 2000));
  EXPECT_EQ(sent.Most(), 1);
}

TEST_F(RunnerTest, AnEventReachesItsSubscriberThroughTheThreads) {
  Tally told;
  Runner runner(pool, clock);
  runner.Subscribe("told", "here", [&](db::Tx&, const Job& job) { told.Add(NameOf(job)); });
  runner.Start(database.dsn(), 2);
  pool.Transact(db::Scope::System(), [&](db::Tx& tx) {
    Publish(tx, {.type = "told", .payload = Json{{"name", "a"}}});
  });
  EXPECT_TRUE(told.WaitFor(1));
}

TEST_F(RunnerTest, GoesOnAfterTheDatabaseWasAway) {
  Tally sent;
  Runner runner(pool, clock);
  runner.Handle("note", [&](db::Tx&, const Job& job) { sent.Add(NameOf(job)); });
  runner.Start(database.dsn(), 2);
  AddJobs("note", 0, 1);
  EXPECT_TRUE(sent.WaitFor(1));
  database.TerminateConnections();
  AddJobs("note", 1, 2);
  EXPECT_TRUE(sent.WaitFor(2));
}

TEST_F(RunnerTest, OneThreadStaysFreeOfNetworkCalls) {
  std::mutex line;
  std::unique_lock held(line);
  Tally noted;
  Runner runner(pool, clock);
  runner.HandleOutside("call", 60s, [&](const Job&) { std::lock_guard waits(line); });
  runner.Handle("note", [&](db::Tx&, const Job& job) { noted.Add(NameOf(job)); });
  AddJobs("call", 0, 8);
  AddJobs("note", 0, 1);
  runner.Start(database.dsn(), 3);
  EXPECT_TRUE(noted.WaitFor(1));
  AddJobs("note", 1, 2);
  EXPECT_TRUE(noted.WaitFor(2));
  held.unlock();
}

TEST_F(RunnerTest, PeriodicTasksRunInTheThreads) {
  Tally ticks;
  std::atomic<int> number = 0;
  Runner runner(pool, clock);
  runner.Every("tick", 1ms, [&] { ticks.Add(std::to_string(++number)); });
  runner.Start(database.dsn(), 2);
  EXPECT_TRUE(ticks.WaitFor(5));
}

}  // namespace
}  // namespace okno::jobs
