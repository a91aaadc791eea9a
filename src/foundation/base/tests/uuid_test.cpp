// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <thread>
#include <unordered_set>
#include <vector>

#include "base/id.h"

namespace okno {
namespace {

TEST(Uuid, TextFormGoesThereAndBack) {
  const std::string text = "0195f3a4-7b1c-7def-8123-456789abcdef";
  EXPECT_EQ(Uuid::Parse(text)->ToString(), text);
  EXPECT_EQ(Uuid::Parse("0195F3A4-7B1C-7DEF-8123-456789ABCDEF")->ToString(), text);
}

TEST(Uuid, RefusesEverythingElse) {
  for (auto text :
       {"", "0195f3a4-7b1c-7def-8123-456789abcde", "0195f3a4-7b1c-7def-8123-456789abcdefa",
        "{0195f3a4-7b1c-7def-8123-456789abcdef}", "0195f3a47-b1c-7def-8123-456789abcdef",
        "0195f3a4-7b1c-7def-8123-456789abcdeg", "0195f3a4 7b1c 7def 8123 456789abcdef"}) {
    EXPECT_FALSE(Uuid::Parse(text)) << text;
  }
}

TEST(Uuid, VersionSevenOfOneThreadComesInOrder) {
  auto previous = Uuid::NewV7();
  for (int i = 0; i < 20'000; ++i) {
    const auto next = Uuid::NewV7();
    ASSERT_LT(previous, next);
    ASSERT_EQ(next.version(), 7);
    ASSERT_EQ(next.bytes[8] >> 6, 2);
    previous = next;
  }
}

TEST(Uuid, VersionSevenStartsWithTheTimeInMilliseconds) {
  using namespace std::chrono;
  const auto now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
  const auto uuid = Uuid::NewV7();
  long long time = 0;
  for (int i = 0; i < 6; ++i) time = time << 8 | uuid.bytes[i];
  EXPECT_GE(time, now);
  EXPECT_LT(time, now + 3'600'000);
}

TEST(Uuid, VersionOneCarriesItsTimeInHundredsOfNanoseconds) {
  using namespace std::chrono;
  const auto now = duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
  const auto uuid = Uuid::NewV1();
  const auto& b = uuid.bytes;
  std::uint64_t time = b[6] & 15;
  for (int i : {7, 4, 5, 0, 1, 2, 3}) time = time << 8 | b[i];
  const auto unix_seconds = static_cast<long long>((time - 0x01B21DD213814000) / 10'000'000);
  EXPECT_GE(unix_seconds, now);
  EXPECT_LT(unix_seconds, now + 3600);
  EXPECT_EQ(uuid.version(), 1);
  EXPECT_EQ(b[8] >> 6, 2);
  EXPECT_EQ(b[10] & 1, 1) << "a random node has the multicast bit";
}

TEST(Uuid, FourThreadsNeverMakeTheSameId) {
  constexpr std::size_t kCount = 10'000;
  std::vector<std::vector<Uuid>> made(4);
  std::vector<std::thread> threads;
  for (auto& mine : made) {
    threads.emplace_back([&mine] {
      for (std::size_t i = 0; i < kCount; ++i) {
        mine.push_back(Uuid::NewV1());
        mine.push_back(Uuid::NewV7());
      }
    });
  }
  for (auto& thread : threads) thread.join();
  std::unordered_set<Uuid> all;
  for (const auto& mine : made) all.insert(mine.begin(), mine.end());
  EXPECT_EQ(all.size(), 4 * 2 * kCount);
}

}  // namespace
}  // namespace okno
