// SPDX-License-Identifier: Apache-2.0
#include <future>

#include "access/live.h"
#include "served.h"

namespace okno::access::testing {
namespace {

using Live = HouseTest;

TEST_F(Live, IsHeardWhenTheTransactionHasCommitted) {
  std::promise<std::string> heard;
  std::promise<void> listening;
  std::atomic<bool> first = true;
  db::Listener listener(
      database_.dsn(), kLiveChannel,
      [&](std::string payload) {
        if (payload == "ready") {
          if (first.exchange(false)) listening.set_value();
        } else {
          heard.set_value(std::move(payload));
        }
      },
      [] {});
  static const db::Query kReady{"test.ready", "SELECT pg_notify('okno_live', 'ready')"};
  auto ready = listening.get_future();
  while (ready.wait_for(std::chrono::milliseconds(20)) != std::future_status::ready) {
    pool_.Transact(db::Scope::System(), [&](db::Tx& tx) { tx.Run(kReady); });
  }
  const auto scope = house_.As("operator").scope();
  const auto refused = pool_.Transact(scope, [&](db::Tx& tx) -> Outcome {
    Announce(tx, TopicOf(house_.center.id), "application_changed", {{"id", "lost"}});
    return Refusal::Conflict("things.refused");
  });
  EXPECT_FALSE(refused);
  pool_.Transact(scope, [&](db::Tx& tx) {
    Announce(tx, TopicOf(house_.center.id), "application_changed", {{"id", "kept"}});
  });
  const Json payload = Json::parse(heard.get_future().get());
  EXPECT_EQ(payload["topic"], "organization:" + house_.center.id.ToString());
  EXPECT_EQ(payload["event"], "application_changed");
  EXPECT_EQ(payload["data"]["id"], "kept");
}

TEST_F(Live, StreamsHearOwnOrganizationBranchAndUnits) {
  EXPECT_THAT(TopicsOf(house_.As("operator")),
              ::testing::IsSupersetOf({TopicOf(house_.center.id), TopicOf(house_.first.id)}));
  EXPECT_THAT(TopicsOf(house_.As("officer")),
              ::testing::IsSupersetOf({TopicOf(house_.left.id), TopicOf(house_.left_desk.id)}));
  EXPECT_THAT(TopicsOf(house_.As("officer")),
              ::testing::Not(::testing::Contains(TopicOf(house_.right.id))));
}

TEST_F(ServedTest, ASessionHasSoManyEventStreamsAndNoMore) {
  const auto browser = SignedIn("operator");
  const auto& route = *router_.Find("GET", "/api/v1/events").route;
  const auto open = [&](const Browser& by) {
    http::Request request;
    request.method = "GET";
    request.cookies["okno_session"] = by.cookie.substr(by.cookie.find('=') + 1);
    EXPECT_TRUE(MakeGuard(services_)(request, route));
    return route.handler(request);
  };
  std::vector<http::Response> streams;
  for (int i = 0; i < 20; ++i) streams.push_back(open(browser).value());
  EXPECT_EQ(open(browser).refusal().code, "access.too_many_streams");
  EXPECT_TRUE(open(SignedIn("operator"))) << "another session";
  streams.pop_back();  // a page was closed
  EXPECT_TRUE(open(browser));
}

}  // namespace
}  // namespace okno::access::testing
