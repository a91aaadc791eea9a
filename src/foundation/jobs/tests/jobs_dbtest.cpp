// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "db/testing.h"
#include "jobs/jobs.h"
#include "jobs/migrations.h"
#include "worker.h"

namespace okno::jobs {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr db::Migration kSteps[] = {{"sample", "0001_create", R"(
CREATE TABLE effects (name text NOT NULL, organization_id text NOT NULL DEFAULT '');
ALTER TABLE effects ENABLE ROW LEVEL SECURITY;
ALTER TABLE effects FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON effects USING (
  current_setting('okno.organization_id', true) IN ('system', organization_id));)"}};
const db::Query kAdd{"sample.add", "INSERT INTO effects VALUES ($1, $2)"};
const db::Query kList{"sample.list", "SELECT name FROM effects ORDER BY name"};
const db::Query kFail{"sample.fail", "SELECT 1/0"};

class JobsTest : public ::testing::Test {
 protected:
  static std::vector<std::span<const db::Migration>> Rooms() { return {Migrations(), kSteps}; }

  void Add(const NewJob& job) {
    pool.Transact(db::Scope::System(), [&](db::Tx& tx) { Enqueue(tx, job); });
  }
  void Tell(const Event& event) {
    pool.Transact(db::Scope::System(), [&](db::Tx& tx) { Publish(tx, event); });
  }
  std::vector<std::string> Effects() {
    return pool.Transact(db::Scope::System(), [&](db::Tx& tx) {
      std::vector<std::string> names;
      for (const db::Row row : tx.Run(kList)) names.push_back(row["name"].Text());
      return names;
    });
  }
  std::vector<ParkedJob> Parked() {
    return pool.Transact(db::Scope::System(), [](db::Tx& tx) { return FindParked(tx, 10); });
  }
  static void Note(db::Tx& tx, const Job& job) {
    tx.Queue(kAdd, job.payload.at("name").get<std::string>(), job.organization_id);
  }
  static Json Named(const std::string& name) { return Json{{"name", name}}; }

  db::testing::Database database{Rooms()};
  db::Pool pool{{.dsn = database.dsn(), .size = 4}};
  ManualClock clock{std::chrono::sys_days(2026y / 11 / 23) + 9h};
  Runner runner{pool, clock};
};

TEST_F(JobsTest, AJobRunsOnceAndIsGone) {
  runner.Handle("note", Note);
  Add({.kind = "note", .payload = Named("a")});
  EXPECT_EQ(runner.depth().waiting, 1);
  EXPECT_EQ(runner.RunDue(), 1);
  EXPECT_EQ(runner.RunDue(), 0);
  EXPECT_THAT(Effects(), ElementsAre("a"));
  EXPECT_EQ(runner.depth().waiting, 0);
}

TEST_F(JobsTest, AJobOfARolledBackTransactionNeverWas) {
  runner.Handle("note", Note);
  const Outcome outcome = pool.Transact(db::Scope::System(), [&](db::Tx& tx) -> Outcome {
    Enqueue(tx, {.kind = "note", .payload = Named("a")});
    Publish(tx, {.type = "told", .payload = {}});
    return Refusal::Conflict("sample.refused");
  });
  EXPECT_FALSE(outcome.ok());
  EXPECT_EQ(runner.RunDue(), 0);
}

TEST_F(JobsTest, TheClockDecidesWhatIsDue) {
  runner.Handle("note", Note);
  Add({.kind = "note", .payload = Named("later"), .run_at = clock.Now() + 1h});
  EXPECT_EQ(runner.RunDue(), 0);
  EXPECT_EQ(runner.depth().oldest_seconds, 0);
  clock.Advance(1h - 1us);
  EXPECT_EQ(runner.RunDue(), 0);
  clock.Advance(1us);
  EXPECT_EQ(runner.RunDue(), 1);
}

TEST_F(JobsTest, EqualJobsThatWaitAreOneAndTheEarlierTimeWins) {
  runner.Handle("note", Note);
  Add({.kind = "note", .key = "k", .payload = Named("first"), .run_at = clock.Now() + 1h});
  Add({.kind = "note", .key = "k", .payload = Named("second"), .run_at = clock.Now() + 1min});
  Add({.kind = "note", .key = "k", .payload = Named("third"), .run_at = clock.Now() + 2h});
  Add({.kind = "note", .key = "other", .payload = Named("other")});
  Add({.kind = "note", .payload = Named("keyless")});
  Add({.kind = "note", .payload = Named("keyless")});
  EXPECT_EQ(runner.RunDue(), 3);
  clock.Advance(1min);
  EXPECT_EQ(runner.RunDue(), 1);
  EXPECT_THAT(Effects(), ElementsAre("first", "keyless", "keyless", "other"));
}

TEST_F(JobsTest, AHandlerMayEnqueueItsOwnKindAndKeyAgain) {
  int runs = 0;
  runner.Handle("again", [&](db::Tx& tx, const Job& job) {
    if (++runs < 3) Enqueue(tx, {.kind = job.kind, .key = "k", .payload = job.payload});
  });
  Add({.kind = "again", .key = "k", .payload = {}});
  EXPECT_EQ(runner.RunDue(), 3);
}

TEST_F(JobsTest, AFailedJobLeavesNothingAndReturnsAfterAGrowingPause) {
  int runs = 0;
  runner.Handle("fragile", [&](db::Tx& tx, const Job& job) {
    EXPECT_EQ(job.attempt, ++runs);
    Note(tx, job);
    if (runs < 3) throw std::runtime_error("not yet");
  });
  Add({.kind = "fragile", .payload = Named("a")});
  EXPECT_EQ(runner.RunDue(), 1);
  EXPECT_THAT(Effects(), IsEmpty());
  clock.Advance(1s - 1us);
  EXPECT_EQ(runner.RunDue(), 0);
  clock.Advance(250ms + 1us);
  EXPECT_EQ(runner.RunDue(), 1);
  clock.Advance(2s - 1us);
  EXPECT_EQ(runner.RunDue(), 0);
  clock.Advance(500ms + 1us);
  EXPECT_EQ(runner.RunDue(), 1);
  EXPECT_THAT(Effects(), ElementsAre("a"));
}

TEST_F(JobsTest, ADatabaseErrorOfAHandlerIsItsFailure) {
  runner.Handle("broken", [](db::Tx& tx, const Job&) { tx.Queue(kFail); });
  Add({.kind = "broken", .payload = {}, .max_attempts = 1});
  EXPECT_EQ(runner.RunDue(), 1);
  ASSERT_EQ(Parked().size(), 1u);
  EXPECT_THAT(Parked().front().last_error, HasSubstr("22012"));
}

TEST_F(JobsTest, OneFailureDoesNotTakeItsNeighboursWithIt) {
  runner.Handle("note", Note);
  runner.Handle("broken", [](db::Tx&, const Job&) { throw std::runtime_error("no"); });
  for (int i = 0; i < 10; ++i) {
    Add({.kind = "note", .payload = Named(std::to_string(i))});
    if (i == 5) Add({.kind = "broken", .payload = {}, .max_attempts = 1});
  }
  EXPECT_EQ(runner.RunDue(), 11);
  EXPECT_EQ(Effects().size(), 10u);
  EXPECT_EQ(Parked().size(), 1u);
}

TEST_F(JobsTest, IsParkedAfterItsLastAttemptAndMayBeTriedAgain) {
  bool works = false;
  runner.Handle("stubborn", [&](db::Tx& tx, const Job& job) {
    if (!works) throw std::runtime_error("out of order");
    Note(tx, job);
  });
  Add({.kind = "stubborn", .payload = Named("a"), .max_attempts = 3});
  int runs = 0;
  for (int i = 0; i < 10; ++i, clock.Advance(1h)) runs += runner.RunDue();
  EXPECT_EQ(runs, 3);
  EXPECT_EQ(runner.depth().parked, 1);
  EXPECT_EQ(runner.depth().waiting, 0);
  const auto parked = Parked();
  ASSERT_EQ(parked.size(), 1u);
  EXPECT_EQ(parked[0].last_error, "out of order");
  EXPECT_EQ(parked[0].job.attempt, 3);
  works = true;
  auto retry = [&](db::Tx& tx) { return RetryParked(tx, parked[0].job.id); };
  EXPECT_TRUE(pool.Transact(db::Scope::System(), retry));
  EXPECT_FALSE(pool.Transact(db::Scope::System(), retry));
  EXPECT_EQ(runner.RunDue(), 1);
  EXPECT_THAT(Effects(), ElementsAre("a"));
}

TEST_F(JobsTest, AHandlerSeesOnlyTheRowsOfItsOrganization) {
  std::vector<int> seen;
  runner.Handle("count", [&](db::Tx& tx, const Job&) { seen.push_back(tx.Run(kList).size()); });
  pool.Transact(db::Scope::System(), [](db::Tx& tx) {
    tx.Queue(kAdd, "a", "north");
    tx.Queue(kAdd, "b", "south");
    tx.Queue(kAdd, "c", "south");
  });
  Add({.kind = "count", .payload = {}, .organization_id = "north"});
  Add({.kind = "count", .payload = {}, .organization_id = "south"});
  Add({.kind = "count", .payload = {}});
  EXPECT_EQ(runner.RunDue(), 3);
  EXPECT_THAT(seen, ElementsAre(1, 2, 3));
}

TEST_F(JobsTest, EachSubscriberGetsEachEventOnce) {
  runner.Subscribe("told", "left", [](db::Tx& tx, const Job& job) {
    EXPECT_EQ(job.kind, "left:told");
    tx.Queue(kAdd, "left " + job.payload.at("name").get<std::string>(), job.organization_id);
  });
  runner.Subscribe("told", "right", [](db::Tx& tx, const Job& job) {
    tx.Queue(kAdd, "right " + job.payload.at("name").get<std::string>(), job.organization_id);
  });
  Tell({.type = "told", .payload = Named("1"), .organization_id = "north"});
  Tell({.type = "told", .payload = Named("2"), .organization_id = "north"});
  Tell({.type = "unheard", .payload = {}});
  EXPECT_EQ(runner.RunDue(), 4);
  EXPECT_THAT(Effects(), ElementsAre("left 1", "left 2", "right 1", "right 2"));
  EXPECT_EQ(runner.RunDue(), 0);
}

TEST_F(JobsTest, AnEventIsKeptForASubscriberOfAnotherProcess) {
  runner.Subscribe("told", "here", Note);
  EXPECT_EQ(runner.RunDue(), 0);
  Runner other(pool, clock);
  Tell({.type = "told", .payload = Named("a")});
  EXPECT_EQ(other.RunDue(), 0);  // dispatches, but has no handler
  EXPECT_EQ(runner.RunDue(), 1);
  EXPECT_THAT(Effects(), ElementsAre("a"));
}

TEST_F(JobsTest, AnOutsideJobIsGoneWhenItsHandlerReturns) {
  std::vector<int> attempts;
  runner.HandleOutside("send", 30s, [&](const Job& job) {
    attempts.push_back(job.attempt);
    if (attempts.size() == 1) throw std::runtime_error("no route");
  });
  Add({.kind = "send", .payload = {}});
  EXPECT_EQ(runner.RunDue(), 1);
  EXPECT_EQ(runner.RunDue(), 0);
  clock.Advance(1250ms);
  EXPECT_EQ(runner.RunDue(), 1);
  clock.Advance(1h);
  EXPECT_EQ(runner.RunDue(), 0);
  EXPECT_THAT(attempts, ElementsAre(1, 2));
}

TEST_F(JobsTest, WhatIsEnqueuedWhileAnEqualJobRunsOutsideIsNotLost) {
  int runs = 0;
  runner.HandleOutside("send", 30s, [&](const Job&) {
    if (++runs == 1) Add({.kind = "send", .key = "k", .payload = {}});
  });
  Add({.kind = "send", .key = "k", .payload = {}});
  EXPECT_EQ(runner.RunDue(), 2);
}

TEST_F(JobsTest, AFailedOutsideJobGivesWayToAnEqualOneThatWaits) {
  int runs = 0;
  runner.HandleOutside("send", 30s, [&](const Job&) {
    if (++runs > 1) return;
    Add({.kind = "send", .key = "k", .payload = {}});
    throw std::runtime_error("no route");
  });
  Add({.kind = "send", .key = "k", .payload = {}});
  EXPECT_EQ(runner.RunDue(), 2);
  EXPECT_EQ(runner.depth().waiting, 0);
}

// A process that was killed in the middle: its connection is cut, so it can record nothing.
TEST_F(JobsTest, AnOutsideJobOfAKilledProcessRunsAgainWhenItsLeaseEnds) {
  bool dies = true;
  int runs = 0;
  auto send = [&](const Job&) {
    ++runs;
    if (dies) throw db::Error("", "", "killed");
  };
  runner.HandleOutside("send", 30s, send);
  Add({.kind = "send", .payload = {}});
  EXPECT_THROW(runner.RunDue(), db::Error);
  dies = false;
  clock.Advance(30s - 1us);
  EXPECT_EQ(runner.RunDue(), 0);
  clock.Advance(1us);
  EXPECT_EQ(runner.RunDue(), 1);
  EXPECT_EQ(runs, 2);
}

TEST_F(JobsTest, OfEqualJobsOutsideOneRunsAtATime) {
  Runner other(pool, clock);
  std::vector<std::string> order;
  other.HandleOutside("send", 30s, [&](const Job&) { order.push_back("other"); });
  runner.HandleOutside("send", 30s, [&](const Job& job) {
    order.push_back("begun");
    Add({.kind = "send", .key = "k", .payload = {}});
    EXPECT_EQ(other.RunDue(), 0) << "an equal job runs";
    Add({.kind = "send", .key = "another", .payload = {}});
    EXPECT_EQ(other.RunDue(), 1);
    clock.Advance(31s);  // as if this process had died: its own job, then the one that waited
    EXPECT_EQ(other.RunDue(), 2);
    order.push_back("ended " + std::to_string(job.attempt));
  });
  Add({.kind = "send", .key = "k", .payload = {}});
  EXPECT_EQ(runner.RunDue(), 1);
  EXPECT_THAT(order, ElementsAre("begun", "other", "other", "other", "ended 1"));
}

TEST_F(JobsTest, ALeaseThatIsRenewedDoesNotRunOut) {
  Runner other(pool, clock);
  int runs = 0;
  other.HandleOutside("send", 30s, [&](const Job&) { ++runs; });
  Worker worker(pool, clock);
  worker.AddOutside("send", 30s, [&](const Job&) {
    ++runs;
    for (int i = 0; i < 3; ++i) {
      clock.Advance(25s);
      worker.RenewLeases();
      EXPECT_EQ(other.RunDue(), 0);
    }
    clock.Advance(31s);
    EXPECT_EQ(other.RunDue(), 1);
    worker.RenewLeases();  // the job is gone: nothing to renew, and no harm
  });
  Add({.kind = "send", .payload = {}});
  EXPECT_EQ(worker.RunOutside(), 1);
  EXPECT_EQ(runs, 2);
}

TEST_F(JobsTest, AJobThatKillsItsProcessEveryTimeIsParked) {
  runner.HandleOutside("send", 30s, [&](const Job&) { throw db::Error("", "", "killed"); });
  Add({.kind = "send", .payload = {}, .max_attempts = 2});
  for (int i = 0; i < 2; ++i, clock.Advance(30s)) EXPECT_THROW(runner.RunDue(), db::Error);
  EXPECT_EQ(runner.RunDue(), 1);
  ASSERT_EQ(Parked().size(), 1u);
  EXPECT_EQ(Parked()[0].last_error, "the process ended while the job ran");
}

TEST_F(JobsTest, ARunnerWhoseLeaseHasRunOutDoesNotTouchTheJobOfTheNext) {
  Runner next(pool, clock);
  int runs = 0;
  next.HandleOutside("send", 30s, [&](const Job&) {
    ++runs;
    throw std::runtime_error("no route");
  });
  runner.HandleOutside("send", 30s, [&](const Job&) {
    ++runs;
    clock.Advance(31s);
    EXPECT_EQ(next.RunDue(), 1);
  });
  Add({.kind = "send", .payload = {}, .max_attempts = 2});
  EXPECT_EQ(runner.RunDue(), 1);  // has finished, but the job is the other's by now
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(Parked().size(), 1u);
}

TEST_F(JobsTest, APeriodicTaskHasItsTurnOnceAPeriodAmongAllProcesses) {
  int runs = 0;
  Runner other(pool, clock);
  for (Runner* each : {&runner, &other}) {
    each->Every("tick", 1min, [&] {
      ++runs;
      if (runs == 1) throw std::runtime_error("hiccup");
    });
  }
  for (const int expected : {1, 2, 3}) {
    runner.RunDue();
    other.RunDue();
    EXPECT_EQ(runs, expected);
    clock.Advance(1min - 1us);
    other.RunDue();
    EXPECT_EQ(runs, expected);
    clock.Advance(1us);
  }
}

TEST_F(JobsTest, APeriodicTaskThatRunsIsNotStartedAgain) {
  int inner_runs = 0, runs = 0;
  Runner other(pool, clock);
  other.Every("tick", 1min, [&] { ++inner_runs; });
  runner.Every("tick", 1min, [&] {
    ++runs;
    clock.Advance(2min);
    other.RunDue();
  });
  runner.RunDue();
  EXPECT_EQ(runs, 1);
  EXPECT_EQ(inner_runs, 0);
}

TEST_F(JobsTest, TheOldestJobTellsHowLongItHasBeenDue) {
  Add({.kind = "nobody", .payload = {}, .run_at = clock.Now() - 90s});
  clock.Set(std::chrono::sys_days(2100y / 1 / 1));
  EXPECT_GT(runner.depth().oldest_seconds, 86400.0);
  EXPECT_EQ(runner.depth().waiting, 1);
}

TEST_F(JobsTest, TwoHandlersOfOneKindAreABug) {
  runner.Handle("note", Note);
  EXPECT_THROW(runner.Handle("note", Note), std::logic_error);
  EXPECT_THROW(runner.HandleOutside("note", 1s, [](const Job&) {}), std::logic_error);
}

}  // namespace
}  // namespace okno::jobs
