// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

#include "sample.h"

namespace okno::db::sample {
namespace {

const Query kNotify{"sample.notify", "SELECT pg_notify($1, $2);"};

// Counts what the listener's thread reports and lets the test wait for it.
struct Heard {
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::string> payloads;
  int gaps = 0;

  void Add(std::string payload) {
    std::lock_guard lock(mutex);
    payloads.push_back(std::move(payload));
    changed.notify_all();
  }
  void Gap() {
    std::lock_guard lock(mutex);
    ++gaps;
    changed.notify_all();
  }
  bool Wait(std::function<bool()> condition) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, std::chrono::seconds(60), condition);
  }
};

TEST(ListenerTest, HearsInOrderAndReportsTheGapAfterACutOff) {
  testing::Database database({});
  Pool pool({.dsn = database.dsn(), .size = 1});
  auto notify = [&](const char* payload) {
    pool.Transact(Scope::System(), [&](Tx& tx) { tx.Run(kNotify, "Канал \"1\"", payload); });
  };
  Heard heard;
  Listener listener(
      database.dsn(), "Канал \"1\"", [&](std::string payload) { heard.Add(std::move(payload)); },
      [&] { heard.Gap(); });
  ASSERT_TRUE(heard.Wait([&] { return heard.gaps == 1; }));
  notify("a");
  notify("b");
  ASSERT_TRUE(heard.Wait([&] { return heard.payloads.size() == 2; }));
  database.TerminateConnections();
  ASSERT_TRUE(heard.Wait([&] { return heard.gaps == 2; }));
  notify("c");
  ASSERT_TRUE(heard.Wait([&] { return heard.payloads.size() == 3; }));
  EXPECT_EQ(heard.payloads, (std::vector<std::string>{"a", "b", "c"}));
}

// A listener that has begun to listen, and a pool whose transactions tell it.
class NoticesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(heard.Wait([&] { return heard.gaps == 1; }));
  }

  testing::Database database{kRooms};
  Pool pool{{.dsn = database.dsn(), .size = 4}};
  Heard heard;
  Listener listener{database.dsn(), "news",
                    [this](std::string payload) { heard.Add(std::move(payload)); },
                    [this] { heard.Gap(); }};
};

TEST_F(NoticesTest, AreToldOnceAfterTheCommitAndNeverAfterARollback) {
  Id<OrganizationTag> organization = Id<OrganizationTag>::New();
  const auto refused = pool.Transact(Scope::System(), [&](Tx& tx) {
    tx.Notify("news", "refused");
    return Outcome(Refusal::Conflict("sample.refused"));
  });
  EXPECT_FALSE(refused);
  EXPECT_THROW(pool.Transact(Scope::System(),
                             [&](Tx& tx) {
                               tx.Notify("news", "thrown");
                               tx.Run(kDivide, 0);
                             }),
               Error);
  pool.Transact(Scope::System(), [&](Tx& tx) {
    tx.Notify("news", "a");
    EXPECT_THROW(tx.Savepoint([&] {
      tx.Notify("news", "undone");
      tx.Run(kDivide, 0);
    }),
                 Error);
    tx.Run(kInsert, 1, organization, "text");
    tx.Notify("news", "a");
    tx.Notify("news", "b");
  });
  ASSERT_TRUE(heard.Wait([&] { return heard.payloads.size() >= 2; }));
  EXPECT_EQ(heard.payloads, (std::vector<std::string>{"a", "b"}));
}

TEST_F(NoticesTest, AreToldAlthoughTheirConnectionWasCutOff) {
  pool.Transact(Scope::System(), [](Tx& tx) { tx.Notify("news", "a"); });
  ASSERT_TRUE(heard.Wait([&] { return heard.payloads.size() == 1; }));
  database.TerminateConnections();
  ASSERT_TRUE(heard.Wait([&] { return heard.gaps == 2; }));
  pool.Transact(Scope::System(), [](Tx& tx) { tx.Notify("news", "b"); });
  ASSERT_TRUE(heard.Wait([&] { return heard.payloads.size() == 2; }));
}

TEST_F(NoticesTest, TooLongAreABug) {
  EXPECT_THROW(
      pool.Transact(Scope::System(), [](Tx& tx) { tx.Notify("news", std::string(8000, 'x')); }),
      std::logic_error);
}

TEST(ListenerTest, StopsWhileTheServerIsAway) {
  Listener listener(
      "host=/tmp/okno-no-such-folder", "any", [](std::string) {}, [] {});
}

}  // namespace
}  // namespace okno::db::sample
