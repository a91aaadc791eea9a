// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <semaphore>
#include <thread>

#include "site.h"

namespace okno::http::testing {
namespace {

using std::chrono::milliseconds;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;

// The stream is open, and subscribed, once its first line has come.
void Open(Probe& probe) {
  auto head =
      probe.Send(Get("/api/v1/events", "Accept-Encoding: gzip\r\n")).ReadUntil("retry: 2000\n\n");
  EXPECT_THAT(head, HasSubstr("Content-Type: text/event-stream"));
  EXPECT_THAT(head, HasSubstr("Cache-Control: no-store"));
}

long long IdOf(const std::string& event) {
  return std::stoll(event.substr(event.find("id: ") + 4));
}

TEST(Stream, EveryStreamOfTheTopicGetsTheEvent) {
  Site site;
  site.Start();
  std::vector<std::unique_ptr<Probe>> probes;
  for (int i = 0; i < 20; ++i) {
    probes.push_back(std::make_unique<Probe>(site.server->port()));
    Open(*probes.back());
  }
  EXPECT_EQ(site.hub.streams(), 20);
  site.hub.Broadcast("other", "changed", "{}");
  site.hub.Broadcast("desk", "changed", R"({"id":"17"})");
  site.hub.Broadcast("desk", "closed", R"({"id":"18"})");
  for (auto& probe : probes) {
    auto first = probe->ReadUntil("\n\n");
    EXPECT_THAT(first, MatchesRegex("id: [0-9]+\nevent: changed\ndata: \\{\"id\":\"17\"\\}\n\n"));
    auto second = probe->ReadUntil("\n\n");
    EXPECT_THAT(second, HasSubstr("event: closed\n"));
    EXPECT_GT(IdOf(second), IdOf(first));
  }
}

TEST(Stream, CommentsKeepItAlive) {
  Site site;
  site.options.stream_comment = milliseconds(50);
  auto probe = site.Start().Connect();
  Open(probe);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(probe.ReadUntil("\n\n"), ":\n\n");
}

TEST(Stream, EndsAfterItsLifetimeSoThatTheGuardIsAskedAgain) {
  Site site;
  site.options.stream_comment = milliseconds(30);
  site.options.stream_lifetime = milliseconds(100);
  auto probe = site.Start().Connect();
  Open(probe);
  probe.ReadToEnd();
  EXPECT_EQ(site.hub.streams(), 0);
}

TEST(Stream, AClientThatWentAwayIsForgotten) {
  Site site;
  site.Start();
  {
    auto probe = site.Connect();
    Open(probe);
    EXPECT_EQ(site.hub.streams(), 1);
  }
  while (site.hub.streams() > 0)
    std::this_thread::yield();  // no write is needed for it to be noticed
}

TEST(Stream, ASlowClientIsCutAndTheOthersGoOn) {
  Site site;
  site.Start();
  Probe slow(site.server->port(), 4096);
  auto quick = site.Connect();
  Open(slow);
  Open(quick);
  std::string data(100'000, 'x');
  for (int i = 0; i < 2000 && site.hub.streams() == 2; ++i) {
    site.hub.Broadcast("desk", "changed", data);
    quick.ReadUntil("\n\n");
  }
  EXPECT_EQ(site.hub.streams(), 1);
  slow.ReadToEnd();
  site.hub.Broadcast("desk", "last", "{}");
  EXPECT_THAT(quick.ReadUntil("\n\n"), HasSubstr("event: last"));
}

TEST(Stream, HeadOfAStreamIsOnlyItsHead) {
  Site site;
  auto probe = site.Start().Connect();
  auto all = probe.Send("HEAD /api/v1/events HTTP/1.1\r\nHost: a\r\n\r\n").ReadToEnd();
  EXPECT_TRUE(all.ends_with("\r\n\r\n")) << all;
  EXPECT_EQ(site.hub.streams(), 0);
}

TEST(Stream, BroadcastsWhileStreamsComeAndGoAreSafe) {
  Site site;
  site.Start();
  std::counting_semaphore<> allowed(0);
  constexpr int kRounds = 50, kEvents = 200;
  std::jthread sender([&] {
    for (int i = 0; i < kRounds * kEvents; ++i) {
      allowed.acquire();
      site.hub.Broadcast("desk", "changed", "{}");
    }
  });
  for (int round = 0; round < kRounds; ++round) {
    auto probe = site.Connect();
    allowed.release(kEvents);
    Open(probe);  // the flood may cut the stream soon after its first line, as it should
  }
  site.server.reset();
  EXPECT_EQ(site.hub.streams(), 0);
}

}  // namespace
}  // namespace okno::http::testing
