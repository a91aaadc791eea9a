// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "sample.h"

namespace okno::db::sample {
namespace {

using std::chrono::milliseconds;

int Backend(Tx& tx) { return tx.Run(kBackend).front()["pid"].As<int>(); }

TEST(PoolTest, TakesNewConnectionsForTerminatedOnes) {
  testing::Database database(kRooms);
  Pool pool({.dsn = database.dsn(), .size = 2});
  for (int round = 0; round < 3; ++round) {
    EXPECT_EQ(Count(pool), 0);
    database.TerminateConnections();
  }
  EXPECT_TRUE(pool.IsAlive());
  database.TerminateConnections();
  EXPECT_TRUE(pool.IsAlive());
}

TEST(PoolTest, ATransactionCutOffBeforeItsCommitRunsAgain) {
  testing::Database database(kRooms);
  Pool pool({.dsn = database.dsn(), .size = 2});
  int runs = 0;
  pool.Transact(Scope::System(), [&](Tx& tx) {
    tx.Run(kInsert, 1, "o", "once");
    if (++runs == 1) database.TerminateConnections();
    tx.Run(kInsert, 2, "o", "once");
  });
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(Count(pool), 2);
}

TEST(PoolTest, ATransactionCutOffDuringItsCommitIsNotRepeated) {
  testing::Database database(kRooms);
  Pool pool({.dsn = database.dsn(), .size = 2});
  int runs = 0;
  try {
    pool.Transact(Scope::System(), [&](Tx& tx) {
      ++runs;
      tx.Run(kInsert, 1, "o", "?");
      database.TerminateConnections();
    });
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.sqlstate(), "08007");
    EXPECT_TRUE(error.IsLost());
  }
  EXPECT_EQ(runs, 1);
}

TEST(PoolTest, GivesUpAfterThreeRepeats) {
  testing::Database database(kRooms);
  Pool pool({.dsn = database.dsn(), .size = 2});
  int runs = 0;
  auto always_cut_off = [&](Tx& tx) {
    ++runs;
    tx.Run(kCount);
    database.TerminateConnections();
    tx.Run(kCount);
  };
  EXPECT_THROW(pool.Transact(Scope::System(), always_cut_off), Error);
  EXPECT_EQ(runs, 4);
}

TEST(PoolTest, AnExhaustedPoolIsAnErrorOfItsOwn) {
  testing::Database database(kRooms);
  Pool pool({.dsn = database.dsn(), .size = 1, .acquire_timeout = milliseconds(1)});
  pool.Transact(Scope::System(), [&](Tx&) {
    EXPECT_EQ(pool.in_use(), 1);
    try {
      Count(pool);
      FAIL() << "no error";
    } catch (const Error& error) {
      EXPECT_EQ(error.sqlstate(), "");
      EXPECT_TRUE(error.IsLost());
      EXPECT_STREQ(error.what(), "db: pool exhausted");
    }
    EXPECT_TRUE(pool.IsAlive()) << "a busy pool is not a dead database";
  });
  EXPECT_EQ(pool.in_use(), 0);
  EXPECT_EQ(Count(pool), 0);
}

TEST(PoolTest, NeverOpensMoreConnectionsThanItsSize) {
  testing::Database database(kRooms);
  Pool pool({.dsn = database.dsn(), .size = 3, .acquire_timeout = milliseconds(60000)});
  std::atomic<int> now = 0, most = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 25; ++round) {
        pool.Transact(Scope::System(), [&](Tx& tx) {
          int running = ++now;
          for (int seen = most; seen < running && !most.compare_exchange_weak(seen, running);) {
          }
          tx.Run(kSeries, 10);
          --now;
        });
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_LE(most, 3);
  EXPECT_GE(most, 1);
}

TEST(PoolTest, AServerThatIsNotThereIsALostConnection) {
  Pool pool(
      {.dsn = "host=/tmp/okno-no-such-folder", .size = 1, .acquire_timeout = milliseconds(1)});
  EXPECT_FALSE(pool.IsAlive());
  try {
    Count(pool);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_TRUE(error.IsLost());
    EXPECT_NE(std::string(error.what()).find("okno-no-such-folder"), std::string::npos);
  }
}

TEST(PoolTest, ARefusalBeforeAnyStatementDoesNotReachTheServer) {
  testing::Database database(kRooms);
  Pool pool({.dsn = database.dsn(), .size = 1});
  int statements = 0;
  const int before = pool.Transact(Scope::System(), [](Tx& tx) { return Backend(tx); });
  pool.SetObserver([&](std::string_view, std::chrono::microseconds) { ++statements; });
  const Outcome outcome = pool.Transact(
      Scope::System(), [](Tx&) -> Outcome { return Refusal::NotFound("sample.none"); });
  EXPECT_FALSE(outcome.ok());
  EXPECT_EQ(statements, 0);
  EXPECT_EQ(pool.Transact(Scope::System(), [](Tx& tx) { return Backend(tx); }), before);
}

TEST(PoolTest, AStatementThatRunsTooLongIsCut) {
  testing::Database database(kRooms);
  Pool pool({.dsn = database.dsn(), .size = 1, .statement_timeout = milliseconds(500)});
  const Query endless{"sample.endless", "SELECT pg_sleep(3600);"};
  try {
    pool.Transact(Scope::System(), [&](Tx& tx) { tx.Run(endless); });
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.sqlstate(), "57014");
    EXPECT_FALSE(error.IsLost());
  }
  EXPECT_EQ(Count(pool), 0);
}

TEST(PoolTest, APlanMadeStaleByAMigrationIsMadeAnew) {
  testing::Database database(kRooms);
  Pool pool({.dsn = database.dsn(), .size = 1});
  const Query all{"sample.all", "SELECT * FROM notes;"};
  const Query widen{"sample.widen", "ALTER TABLE notes ADD COLUMN extra text;"};
  auto read = [&](Tx& tx) { return tx.Run(all).empty(); };
  EXPECT_TRUE(pool.Transact(Scope::System(), read));
  Pool other({.dsn = database.dsn(), .size = 1});
  other.Transact(Scope::System(), [&](Tx& tx) { tx.Run(widen); });
  EXPECT_TRUE(pool.Transact(Scope::System(), read));
}

}  // namespace
}  // namespace okno::db::sample
