// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <thread>

#include "http/outside.h"
#include "site.h"

namespace okno::http::testing {
namespace {

using std::chrono::milliseconds;
using ::testing::HasSubstr;

TEST(Stop, FinishesWhatRunsAndEndsTheRest) {
  Site site;
  site.Start();
  auto busy = site.Connect();
  auto idle = site.Connect();
  auto stream = site.Connect();
  stream.Send(Get("/api/v1/events")).ReadUntil("retry: 2000\n\n");
  idle.Send(Get("/api/v1/things/1")).Read();
  busy.Send(Get("/api/v1/gate"));
  site.gate.AwaitArrivals(1);
  auto port = site.server->port();
  std::thread stopping([&] { site.server->Stop(); });
  EXPECT_TRUE(idle.IsClosed());
  EXPECT_EQ(stream.ReadToEnd(), "");
  EXPECT_THROW(Probe probe(port), std::runtime_error) << "nobody listens any more";
  site.gate.Open();
  auto reply = busy.Read();
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.headers["connection"], "close");
  EXPECT_TRUE(busy.IsClosed());
  stopping.join();
}

TEST(Stop, CutsWhatDoesNotEndInTime) {
  Site site;
  site.options.drain_timeout = milliseconds(100);
  site.Start();
  auto busy = site.Connect();
  busy.Send(Get("/api/v1/gate"));
  site.gate.AwaitArrivals(1);
  std::thread stopping([&] { site.server->Stop(); });
  EXPECT_TRUE(busy.IsClosed()) << "cut, though its handler still runs";
  site.gate.Open();
  stopping.join();
}

TEST(Stop, MayBeCalledTwiceAndBeforeTheStart) {
  Site site;
  site.server = std::make_unique<Server>(site.options, site.router, site.hub, site.metrics,
                                         site.texts, Guard(), Observer());
  site.server->Stop();
  site.Start();
  site.server->Stop();
  site.server->Stop();
}

TEST(Start, SaysThatThePortIsTaken) {
  Site first, second;
  first.Start();
  second.options.port = first.server->port();
  try {
    second.Start();
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(),
                HasSubstr("127.0.0.1:" + std::to_string(first.server->port()) + " занят"));
  }
}

TEST(Overload, AFullQueueIsAnsweredWith503AndTheConnectionLives) {
  Site site;
  site.options.queue = 2;
  site.Start();
  std::vector<std::unique_ptr<Probe>> probes;
  auto send = [&] {
    probes.push_back(std::make_unique<Probe>(site.server->port()));
    probes.back()->Send(Get("/api/v1/gate"));
  };
  send();
  send();
  site.gate.AwaitArrivals(2);  // both workers are held; the next two wait in the queue
  send();
  send();
  while (site.metrics.Text().find("okno_http_waiting 2\n") == std::string::npos)
    std::this_thread::yield();
  auto extra = site.Connect();
  auto reply = extra.Send(Get("/api/v1/things/1")).Read();
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.headers["retry-after"], "2");
  EXPECT_EQ(Json::parse(reply.body)["code"], "http.overloaded");
  site.gate.Open();
  for (auto& probe : probes) EXPECT_EQ(probe->Read().status, 200);
  EXPECT_EQ(extra.Send(Get("/api/v1/things/1")).Read().status, 200);
}

TEST(Overload, SlowRoutesDoNotStopTheOthers) {
  Site site;
  site.Start();
  std::vector<std::unique_ptr<Probe>> slow;
  for (int i = 0; i < 5; ++i) {
    slow.push_back(std::make_unique<Probe>(site.server->port()));
    slow.back()->Send(Get("/api/v1/slow-gate"));
  }
  site.gate.AwaitArrivals(1);
  EXPECT_EQ(site.Ask(Get("/api/v1/things/1")).status, 200);
  site.gate.Open();
  for (auto& probe : slow) EXPECT_EQ(probe->Read().status, 204);
}

TEST(Overload, WhatWaitsForOutsideNeitherQueuesNorHoldsUpTheOthers) {
  Site site;
  site.Start();
  std::vector<std::unique_ptr<Probe>> waiting;
  for (int i = 0; i < kOutsideWorkers; ++i) {
    waiting.push_back(std::make_unique<Probe>(site.server->port()));
    waiting.back()->Send(Get("/api/v1/outside-gate"));
  }
  site.gate.AwaitArrivals(kOutsideWorkers);  // nobody answers them
  auto late = site.Connect();
  auto refused = late.Send(Get("/api/v1/outside-gate")).Read();
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.headers["retry-after"], "2");
  EXPECT_EQ(Json::parse(refused.body)["code"], "http.outside_busy");
  EXPECT_EQ(late.Send(Get("/api/v1/things/1")).Read().status, 200);
  auto slow = site.Connect();
  slow.Send(Get("/api/v1/slow-gate"));
  site.gate.AwaitArrivals(kOutsideWorkers + 1);
  site.gate.Open();
  for (auto& probe : waiting) EXPECT_EQ(probe->Read().status, 204);
  EXPECT_EQ(slow.Read().status, 204);
  while (late.Send(Get("/api/v1/outside-gate")).Read().status != 204) std::this_thread::yield();
}

// As many as are open, all of them from this one address.
void AwaitConnections(const Site& site, int count) {
  const auto line = "okno_http_connections " + std::to_string(count) + "\n";
  while (site.metrics.Text().find(line) == std::string::npos) std::this_thread::yield();
}

TEST(Overload, OneAddressGetsHalfOfAllConnections) {
  Site site;
  site.options.max_connections = 4;
  site.Start();
  auto first = std::make_unique<Probe>(site.server->port());
  auto second = site.Connect();
  first->Send(Get("/api/v1/things/1")).Read();
  second.Send(Get("/api/v1/things/1")).Read();
  EXPECT_THAT(site.Connect().ReadToEnd(), HasSubstr("503 Service Unavailable\r\nRetry-After: 2"));
  EXPECT_EQ(second.Send(Get("/api/v1/things/1")).Read().status, 200);
  first.reset();
  AwaitConnections(site, 1);
  EXPECT_EQ(site.Ask(Get("/api/v1/things/1")).status, 200) << "there is room again";
}

TEST(Overload, ATrustedProxyIsNotOneAddress) {
  Site site;
  site.options.max_connections = 4;
  site.options.trusted_proxies = TrustedProxies::Parse("127.0.0.1");
  site.Start();
  std::vector<std::unique_ptr<Probe>> probes;
  for (int i = 0; i < 4; ++i) {
    probes.push_back(std::make_unique<Probe>(site.server->port()));
    EXPECT_EQ(probes.back()->Send(Get("/api/v1/things/1")).Read().status, 200);
  }
}

TEST(Overload, WhoeverWaitsLongestMakesRoomAndWhoIsAtWorkDoesNot) {
  Site site;
  site.options.max_connections = 2;
  site.options.trusted_proxies = TrustedProxies::Parse("127.0.0.1");
  site.Start();
  auto silent = site.Connect();
  AwaitConnections(site, 1);
  auto busy = site.Connect();
  busy.Send(Get("/api/v1/gate"));
  site.gate.AwaitArrivals(1);
  auto late = site.Connect();
  late.Send(Get("/api/v1/gate"));
  site.gate.AwaitArrivals(2);
  EXPECT_TRUE(silent.IsClosed());
  EXPECT_THAT(site.Connect().ReadToEnd(), HasSubstr("503 Service Unavailable"));
  site.gate.Open();
  EXPECT_EQ(busy.Read().status, 200);
  EXPECT_EQ(late.Read().status, 200);
}

TEST(Overload, WhoConnectsAndSaysNothingIsCutOffBeforeWhoKeepsAConnection) {
  Site site;
  site.options.header_timeout = milliseconds(1000);
  site.Start();
  auto kept = site.Connect();
  kept.Send(Get("/api/v1/things/1")).Read();
  auto silent = site.Connect();
  EXPECT_TRUE(silent.IsClosed());
  EXPECT_EQ(kept.Send(Get("/api/v1/things/1")).Read().status, 200);
}

TEST(Overload, TheServerOutlivesALackOfDescriptors) {
  Site site;
  site.Start();
  rlimit before{};
  ::getrlimit(RLIMIT_NOFILE, &before);
  auto waiting = site.Connect();
  waiting.Send(Get("/api/v1/things/1")).Read();
  // Descriptors are handed out from the lowest: with all of them taken, accept fails and the
  // client's connect stays in the backlog.
  std::vector<int> taken;
  rlimit low{256, before.rlim_max};
  ::setrlimit(RLIMIT_NOFILE, &low);
  Probe late(site.server->port());
  for (int file = ::open("/dev/null", O_RDONLY); file >= 0; file = ::open("/dev/null", O_RDONLY))
    taken.push_back(file);
  late.Send(Get("/api/v1/things/1"));
  EXPECT_EQ(waiting.Send(Get("/api/v1/things/1")).Read().status, 200);
  for (int file : taken) ::close(file);
  ::setrlimit(RLIMIT_NOFILE, &before);
  EXPECT_EQ(late.Read().status, 200);
}

}  // namespace
}  // namespace okno::http::testing
