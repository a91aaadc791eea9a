// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "db/migrations.h"
#include "sample.h"

namespace okno::db::sample {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Steps = std::vector<Migration>;

std::vector<std::string> Apply(const testing::Database& database, const Steps& steps) {
  const std::span<const Migration> room(steps);
  return Migrate(database.dsn(), {&room, 1});
}

const Migration kFirst{"pets", "0001_create",
                       "CREATE TABLE pets (name text); INSERT INTO pets VALUES ('Муся');"};
const Migration kSecond{"pets", "0002_age", "ALTER TABLE pets ADD COLUMN age int;"};
const Query kPets{"sample.pets", "SELECT * FROM pets"};

int Pets(const testing::Database& database) {
  Pool pool({.dsn = database.dsn(), .size = 1});
  return pool.Transact(Scope::System(), [](Tx& tx) { return tx.Run(kPets).size(); });
}

TEST(Migrations, AreAppliedOnceAndInOrder) {
  testing::Database database({});
  EXPECT_THAT(Apply(database, {kFirst}), ElementsAre("pets/0001_create"));
  EXPECT_THAT(Apply(database, {kFirst, kSecond}), ElementsAre("pets/0002_age"));
  EXPECT_THAT(Apply(database, {kFirst, kSecond}), IsEmpty());
  EXPECT_EQ(Pets(database), 1);
}

TEST(Migrations, AnAppliedStepWithAnotherTextIsRefused) {
  testing::Database database({});
  Apply(database, {kFirst});
  Migration changed = kFirst;
  changed.sql = "CREATE TABLE pets (name text);";
  EXPECT_THROW(Apply(database, {changed, kSecond}), std::runtime_error);
  EXPECT_THAT(Apply(database, {kFirst, kSecond}), ElementsAre("pets/0002_age"));
}

TEST(Migrations, AFailedStepLeavesNothingBehind) {
  testing::Database database({});
  const Migration broken{"pets", "0001_create", "CREATE TABLE pets (name text); SELECT 1/0;"};
  EXPECT_THROW(Apply(database, {broken}), std::runtime_error);
  EXPECT_THAT(Apply(database, {kFirst}), ElementsAre("pets/0001_create"));
}

TEST(Migrations, ProcessesThatStartAtOnceApplyEachStepOnce) {
  testing::Database database({});
  std::vector<std::thread> threads;
  std::atomic<std::size_t> applied = 0;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] { applied += Apply(database, {kFirst, kSecond}).size(); });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(applied, 2u);
  EXPECT_EQ(Pets(database), 1);
}

}  // namespace
}  // namespace okno::db::sample
