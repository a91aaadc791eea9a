// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <future>

#include "db/pipeline.h"
#include "sample.h"

namespace okno::db::sample {
namespace {

class Pipeline : public ::testing::Test {
 protected:
  testing::Database database{kRooms};
  Pool pool{{.dsn = database.dsn(), .size = 4}};
  Id<OrganizationTag> first = Id<OrganizationTag>::New();
};

TEST_F(Pipeline, AnswersAskedForArriveTogetherAndAreTakenInAnyOrder) {
  pool.Transact(Scope::System(), [&](Tx& tx) {
    const auto count = [&] {
      return Ask(tx, kCount).Then([](const Rows& rows) { return rows.front()["notes"].As<int>(); });
    };
    const auto before = count();
    tx.Queue(kInsert, 1, first, "a");
    const auto after = count();
    EXPECT_EQ(after.Get(), 1);
    EXPECT_EQ(before.Get(), 0);
    EXPECT_EQ(before.Get(), 0) << "an answer may be read twice";
  });
}

TEST_F(Pipeline, ARunBringsWhatWasAskedBefore) {
  pool.Transact(Scope::System(), [&](Tx& tx) {
    const auto asked = Ask(tx, kEcho, "Ёж");
    EXPECT_EQ(tx.Run(kSeries, 3).size(), 3);
    EXPECT_EQ(asked.Get().front()["value"].Text(), "Ёж");
  });
}

TEST_F(Pipeline, AnAnswerThatNeverCameIsNotTakenForNoRows) {
  auto failing = [&](Tx& tx) {
    const auto rows = Ask(tx, kDivide, 0);
    const auto later = Ask(tx, kCount);
    EXPECT_THROW(rows.Get(), Error);
    EXPECT_THROW(rows.Get(), std::logic_error);
    EXPECT_THROW(later.Get(), std::logic_error);
  };
  EXPECT_THROW(pool.Transact(Scope::System(), failing), Error);
}

TEST_F(Pipeline, TheCommitMayTravelWithTheLastStatements) {
  pool.Transact(Scope::System(), [&](Tx& tx) {
    tx.Queue(kInsert, 1, first, "a");
    const auto rows = Ask(tx, kCount);
    CommitNow(tx);
    EXPECT_EQ(rows.Get().front()["notes"].As<int>(), 1);
    EXPECT_EQ(Count(pool), 1) << "others see it already";
  });
  EXPECT_EQ(Count(pool), 1);
}

TEST_F(Pipeline, NothingFollowsTheCommit) {
  pool.Transact(Scope::System(), [&](Tx& tx) {
    tx.Queue(kInsert, 1, first, "a");
    CommitNow(tx);
    EXPECT_THROW(tx.Run(kCount), std::logic_error);
    EXPECT_THROW(tx.Queue(kCount), std::logic_error);
    EXPECT_THROW(Ask(tx, kCount), std::logic_error);
    EXPECT_THROW(CommitNow(tx), std::logic_error);
  });
  EXPECT_EQ(Count(pool), 1);
}

TEST_F(Pipeline, AnErrorOnTheWayToTheCommitRollsBack) {
  int runs = 0;
  auto failing = [&](Tx& tx) {
    ++runs;
    tx.Queue(kInsert, 1, first, "a");
    tx.Queue(kInsert, 1, first, "twice");
    CommitNow(tx);
    ADD_FAILURE() << "the error was swallowed";
  };
  EXPECT_THROW(pool.Transact(Scope::System(), failing), Error);
  EXPECT_EQ(Count(pool), 0);
  EXPECT_EQ(runs, 1);
}

TEST_F(Pipeline, NobodyRefusesAfterTheCommit) {
  auto refusing = [&](Tx& tx) -> Outcome {
    tx.Queue(kInsert, 1, first, "a");
    CommitNow(tx);
    return Refusal::Conflict("sample.refused");
  };
  EXPECT_THROW(static_cast<void>(pool.Transact(Scope::System(), refusing)), std::logic_error);
}

TEST_F(Pipeline, AReadingAloneSeesItsScopeAndCostsTwoStatements) {
  pool.Transact(Scope::System(), [&](Tx& tx) {
    tx.Queue(kInsert, 1, first, "a");
    tx.Queue(kInsert, 2, "another", "b");
  });
  int statements = 0;
  Pool watched({.dsn = database.dsn(), .size = 1});
  watched.SetObserver([&](std::string_view, std::chrono::microseconds) { ++statements; });
  const auto seen = [&](const Scope& scope) {
    return watched.Transact(
        scope, [](Tx& tx) { return ReadAlone(tx, kCount).front()["notes"].As<int>(); });
  };
  EXPECT_EQ(seen(Scope::Organization(first)), 1);
  EXPECT_EQ(seen(Scope::System()), 2);
  EXPECT_EQ(statements, 4) << "the scope and the statement, nothing around them";
}

TEST_F(Pipeline, NothingStandsBesideAReadingAlone) {
  pool.Transact(Scope::System(), [&](Tx& tx) {
    ReadAlone(tx, kCount);
    EXPECT_THROW(tx.Run(kCount), std::logic_error);
    EXPECT_THROW(ReadAlone(tx, kCount), std::logic_error);
  });
  pool.Transact(Scope::System(), [&](Tx& tx) {
    tx.Queue(kInsert, 1, first, "a");
    EXPECT_THROW(ReadAlone(tx, kCount), std::logic_error);
    tx.Run(kCount);
    EXPECT_THROW(ReadAlone(tx, kCount), std::logic_error);
  });
  EXPECT_EQ(Count(pool), 1);
}

TEST_F(Pipeline, AReadingAloneIsRepeatedWhenItsConnectionIsLost) {
  Pool one({.dsn = database.dsn(), .size = 1});
  const int pid = one.Transact(Scope::System(),
                               [](Tx& tx) { return tx.Run(kBackend).front()["pid"].As<int>(); });
  // The first attempt ends its own session, the second finds it gone.
  EXPECT_NO_THROW(one.Transact(Scope::System(), [&](Tx& tx) { ReadAlone(tx, kKill, pid); }));
  EXPECT_THROW(one.Transact(Scope::System(), [](Tx& tx) { ReadAlone(tx, kDivide, 0); }), Error);
}

TEST_F(Pipeline, NoticesAreToldAfterAnEarlyCommitToo) {
  std::promise<std::string> heard;
  std::promise<void> listening;
  Listener listener(
      database.dsn(), "sample", [&](std::string payload) { heard.set_value(payload); },
      [&] { listening.set_value(); });
  listening.get_future().get();
  pool.Transact(Scope::System(), [&](Tx& tx) {
    tx.Queue(kInsert, 1, first, "a");
    tx.Notify("sample", "committed");
    CommitNow(tx);
  });
  EXPECT_EQ(heard.get_future().get(), "committed");
}

// The server ends the session between the statement and its commit: nothing was sent to commit, so
// all of it runs again.
TEST_F(Pipeline, ALostConnectionBeforeTheEarlyCommitRunsAgain) {
  int runs = 0;
  pool.Transact(Scope::System(), [&](Tx& tx) {
    tx.Run(kInsert, 1, first, "a");
    if (++runs == 1) database.TerminateConnections();
    tx.Run(kCount);
    CommitNow(tx);
  });
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(Count(pool), 1);
}

}  // namespace
}  // namespace okno::db::sample
