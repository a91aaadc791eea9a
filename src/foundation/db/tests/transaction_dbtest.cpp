// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <map>

#include "sample.h"

namespace okno::db::sample {
namespace {

class Transaction : public ::testing::Test {
 protected:
  testing::Database database{kRooms};
  Pool pool{{.dsn = database.dsn(), .size = 4}};
  Id<OrganizationTag> first = Id<OrganizationTag>::New(), second = Id<OrganizationTag>::New();
};

TEST_F(Transaction, ValuesGoInAndComeOutByColumnName) {
  pool.Transact(Scope::System(), [&](Tx& tx) {
    const Rows rows = tx.Run(kEcho, "Ёж; -- '\"");
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows.front()["value"].Text(), "Ёж; -- '\"");
    EXPECT_EQ(rows.front()["length"].As<int>(), 9);
    EXPECT_TRUE(rows.front()["nothing"].is_null());
    EXPECT_EQ(rows.front()["nothing"].Maybe<int>(), std::nullopt);
    EXPECT_THROW(rows.front()["nothing"].As<int>(), std::runtime_error);
    EXPECT_THROW(rows.front()["absent"], std::runtime_error);
    EXPECT_THROW(rows[1]["value"], std::out_of_range);
  });
}

TEST_F(Transaction, StatementsWithoutRowsTellHowManyTheyChanged) {
  const long long changed = pool.Transact(Scope::System(), [&](Tx& tx) {
    tx.Queue(kInsert, 1, first, "a");
    EXPECT_EQ(tx.Run(kInsert, 2, first, "b").affected(), 1);
    return tx.Run(kUpdateAll, "c").affected();
  });
  EXPECT_EQ(changed, 2);
}

TEST_F(Transaction, CommitsWhatWasOnlyQueued) {
  pool.Transact(Scope::System(), [&](Tx& tx) {
    for (int i = 0; i < 1000; ++i) tx.Queue(kInsert, i, first, "text");
  });
  EXPECT_EQ(Count(pool), 1000);
}

TEST_F(Transaction, AnErrorOfAQueuedStatementSurfacesAtTheNextRunAndRollsBack) {
  try {
    pool.Transact(Scope::System(), [&](Tx& tx) {
      tx.Run(kInsert, 1, first, "stays only if committed");
      tx.Queue(kInsert, 1, first, "twice");
      tx.Queue(kInsert, 2, first, "never reached");
      tx.Run(kCount);
      ADD_FAILURE() << "the error was swallowed";
    });
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_TRUE(error.IsUniqueViolation());
    EXPECT_EQ(error.constraint(), "notes_pkey");
  }
  EXPECT_EQ(Count(pool), 0);
}

TEST_F(Transaction, AnErrorOfAQueuedStatementSurfacesAtTheCommit) {
  try {
    pool.Transact(Scope::System(), [&](Tx& tx) { tx.Queue(kInsert, 1, first, ""); });
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.sqlstate(), "23514");
    EXPECT_EQ(error.constraint(), "notes_body_filled");
    EXPECT_FALSE(error.IsLost());
  }
  EXPECT_EQ(Count(pool), 0);
}

TEST_F(Transaction, AnIgnoredErrorDoesNotLookCommitted) {
  auto ignoring = [&](Tx& tx) {
    tx.Queue(kInsert, 1, first, "a");
    EXPECT_THROW(tx.Run(kDivide, 0), Error);
  };
  EXPECT_THROW(pool.Transact(Scope::System(), ignoring), Error);
  EXPECT_EQ(Count(pool), 0);
}

TEST_F(Transaction, RollsBackWhatARefusalLeaves) {
  const Outcome outcome = pool.Transact(Scope::System(), [&](Tx& tx) -> Outcome {
    tx.Run(kInsert, 1, first, "a");
    tx.Queue(kInsert, 2, first, "b");
    return Refusal::Conflict("sample.refused");
  });
  EXPECT_EQ(outcome.refusal().code, "sample.refused");
  EXPECT_EQ(Count(pool), 0);
}

TEST_F(Transaction, RollsBackWhenTheFunctionThrows) {
  auto failing = [&](Tx& tx) {
    tx.Run(kInsert, 1, first, "a");
    throw std::logic_error("bug");
  };
  EXPECT_THROW(pool.Transact(Scope::System(), failing), std::logic_error);
  EXPECT_EQ(Count(pool), 0);
}

TEST_F(Transaction, ThePlanOfAFailedPipelineIsPreparedAgain) {
  for (int round = 0; round < 2; ++round) {
    EXPECT_THROW(pool.Transact(Scope::System(), [&](Tx& tx) { tx.Run(kMissing); }), Error);
    auto skipped = [&](Tx& tx) {
      tx.Queue(kDivide, 0);
      tx.Run(kSeries, 1);  // its preparation is aborted with the pipeline
    };
    EXPECT_THROW(pool.Transact(Scope::System(), skipped), Error);
  }
  EXPECT_EQ(pool.Transact(Scope::System(), [&](Tx& tx) { return tx.Run(kSeries, 3).size(); }), 3);
}

TEST_F(Transaction, ASavepointUndoesOnlyWhatIsInside) {
  pool.Transact(Scope::System(), [&](Tx& tx) {
    tx.Queue(kInsert, 1, first, "before");
    auto twice = [&] {
      tx.Run(kInsert, 2, first, "inside");
      tx.Queue(kInsert, 1, first, "twice");
    };
    EXPECT_THROW(tx.Savepoint(twice), Error);
    tx.Savepoint([&] { tx.Savepoint([&] { tx.Queue(kInsert, 3, first, "nested"); }); });
  });
  EXPECT_EQ(Count(pool), 2);
}

TEST_F(Transaction, AnOrganizationSeesOnlyItsRows) {
  pool.Transact(Scope::Organization(first), [&](Tx& tx) { tx.Queue(kInsert, 1, first, "a"); });
  pool.Transact(Scope::Organization(second), [&](Tx& tx) { tx.Queue(kInsert, 2, second, "b"); });
  EXPECT_EQ(Count(pool, Scope::Organization(first)), 1);
  EXPECT_EQ(Count(pool, Scope::Organization(second)), 1);
  EXPECT_EQ(Count(pool, Scope{""}), 0);
  EXPECT_EQ(Count(pool), 2);
  EXPECT_EQ(pool.Transact(Scope::Organization(first),
                          [&](Tx& tx) { return tx.Run(kUpdateAll, "mine").affected(); }),
            1);
}

TEST_F(Transaction, AnOrganizationCanNotWriteForAnother) {
  auto foreign = [&](Tx& tx) { tx.Run(kInsert, 1, second, "planted"); };
  try {
    pool.Transact(Scope::Organization(first), foreign);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.sqlstate(), "42501");
  }
}

TEST_F(Transaction, MuchInBothDirectionsDoesNotBlock) {
  // Far more than both socket buffers hold, sent before anything is read.
  const std::string large(1 << 20, 'x');
  pool.Transact(Scope::System(), [&](Tx& tx) {
    for (int i = 0; i < 32; ++i) tx.Queue(kEcho, large);
    EXPECT_EQ(tx.Run(kEcho, large).front()["length"].As<int>(), 1 << 20);
  });
}

TEST_F(Transaction, DeadlockedTransactionsRunAgain) {
  pool.Transact(Scope::System(), [&](Tx& tx) {
    tx.Queue(kInsert, 1, first, "a");
    tx.Queue(kInsert, 2, first, "b");
  });
  std::atomic<int> holding = 0, runs = 0;
  auto update = [&](int one, int other) {
    pool.Transact(Scope::System(), [&, first_time = true](Tx& tx) mutable {
      ++runs;
      tx.Run(kSetBody, one, "held");
      if (first_time) {
        first_time = false;
        ++holding;
        while (holding < 2) std::this_thread::yield();
      }
      tx.Run(kSetBody, other, "wanted");
    });
  };
  auto left = std::async(std::launch::async, [&] { update(1, 2); });
  update(2, 1);
  left.get();
  EXPECT_GE(runs, 3);  // at least one of them lost once
}

TEST_F(Transaction, AFaultNeverQuotesTheValueItChokedOn) {
  try {
    pool.Transact(Scope::System(), [&](Tx& tx) { tx.Run(kCast, "Иванов"); });
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.sqlstate(), "22P02");
    EXPECT_EQ(std::string(error.what()).find("Иванов"), std::string::npos);
  }
}

TEST_F(Transaction, ThePoolTellsEachStatementToItsObserver) {
  std::map<std::string, int, std::less<>> seen;
  pool.SetObserver(
      [&](std::string_view query, std::chrono::microseconds) { ++seen[std::string(query)]; });
  pool.Transact(Scope::System(), [&](Tx& tx) {
    tx.Queue(kInsert, 1, first, "a");
    tx.Queue(kInsert, 2, first, "b");
    tx.Run(kCount);
  });
  EXPECT_EQ(seen["sample.insert"], 2);
  EXPECT_EQ(seen["sample.count"], 1);
  EXPECT_EQ(seen["db.commit"], 1);
}

TEST_F(Transaction, OneNameCanNotMeanTwoStatements) {
  const Query other{"sample.count", "SELECT 7 AS notes"};
  auto both = [&](Tx& tx) {
    tx.Run(kCount);
    tx.Run(other);
  };
  EXPECT_THROW(pool.Transact(Scope::System(), both), std::logic_error);
  EXPECT_EQ(Count(pool), 0);
}

}  // namespace
}  // namespace okno::db::sample
