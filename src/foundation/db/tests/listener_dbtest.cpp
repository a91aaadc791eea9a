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

TEST(ListenerTest, StopsWhileTheServerIsAway) {
  Listener listener(
      "host=/tmp/okno-no-such-folder", "any", [](std::string) {}, [] {});
}

}  // namespace
}  // namespace okno::db::sample
