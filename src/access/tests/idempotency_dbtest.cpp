// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "access/asking.h"
#include "access/idempotency.h"
#include "served.h"

namespace okno::access::testing {
namespace {

class Idempotency : public HouseTest {
 protected:
  // A create in the shape of the rooms': its effect is counted in `created_`.
  Result<Json> Create(const std::string& login, const std::string& key,
                      const std::string& request) {
    const auto principal = house_.As(login);
    return pool_.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Json> {
      const auto create = MakeCreateKey(principal, key, "things.create", request);
      auto replay = Replay(tx, create);
      if (!replay) return replay.refusal();
      if (*replay) return **replay;
      if (request == "refused") return Refusal::Conflict("things.refused");
      Json answer{{"id", ++created_}};
      Remember(tx, create, answer, clock_.Now());
      return answer;
    });
  }
  // One that knows its answer beforehand, as the filing does.
  Result<Json> Take(const std::string& login, const std::string& key, const std::string& request) {
    const auto principal = house_.As(login);
    return pool_.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Json> {
      const auto create = MakeCreateKey(principal, key, "things.create", request);
      const Json answer{{"id", request}};
      if (!AskToTake(tx, create, answer, clock_.Now()).Get()) {
        auto replay = Replay(tx, create);
        if (!replay) return replay.refusal();
        return replay->value();
      }
      if (request == "refused") return Refusal::Conflict("things.refused");
      ++created_;
      return answer;
    });
  }
  std::atomic<int> created_ = 0;
};

TEST_F(Idempotency, TheSameRequestTwiceHasOneEffectAndOneAnswer) {
  EXPECT_EQ(*Create("operator", "key-00001", "a"), *Create("operator", "key-00001", "a"));
  EXPECT_EQ(created_, 1);
}

TEST_F(Idempotency, TheSameKeyWithAnotherRequestIsRefused) {
  ASSERT_TRUE(Create("operator", "key-00001", "a"));
  const auto answer = Create("operator", "key-00001", "b");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.refusal().code, "request.idempotency_mismatch");
  EXPECT_EQ(created_, 1);
}

TEST_F(Idempotency, KeysOfTwoPeopleDoNotMeet) {
  ASSERT_TRUE(Create("operator", "key-00001", "a"));
  ASSERT_TRUE(Create("operator.second", "key-00001", "b"));
  EXPECT_EQ(created_, 2);
}

TEST_F(Idempotency, ARefusedCreateIsJudgedAgain) {
  EXPECT_FALSE(Create("operator", "key-00001", "refused"));
  EXPECT_TRUE(Create("operator", "key-00001", "a"));
}

TEST_F(Idempotency, EqualRequestsAtOnceHaveOneEffect) {
  std::vector<std::thread> clients;
  for (int i = 0; i < 4; ++i) {
    clients.emplace_back([&] { EXPECT_EQ((*Create("operator", "key-00001", "a"))["id"], 1); });
  }
  for (auto& client : clients) client.join();
  EXPECT_EQ(created_, 1);
}

TEST_F(Idempotency, AKeyTakenBeforehandHasOneEffectAndOneAnswer) {
  EXPECT_EQ(*Take("operator", "key-00001", "a"), *Take("operator", "key-00001", "a"));
  EXPECT_EQ(Take("operator", "key-00001", "b").refusal().code, "request.idempotency_mismatch");
  EXPECT_TRUE(Take("operator.second", "key-00001", "b"));
  EXPECT_EQ(created_, 2);
}

TEST_F(Idempotency, ARefusalGivesATakenKeyBack) {
  EXPECT_FALSE(Take("operator", "key-00001", "refused"));
  EXPECT_TRUE(Take("operator", "key-00001", "a"));
}

TEST_F(Idempotency, BothWaysOfUsingAKeyExcludeEachOther) {
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&, i] {
      EXPECT_TRUE(i % 2 ? Take("operator", "key-00001", "a")
                        : Create("operator", "key-00001", "a"));
    });
  }
  for (auto& client : clients) client.join();
  EXPECT_EQ(created_, 1);
}

TEST_F(Idempotency, KeysAreForgottenAfterAWeek) {
  ASSERT_TRUE(Create("operator", "key-00001", "a"));
  EXPECT_EQ(ForgetOldKeys(pool_, kNow + std::chrono::days(7)), 0);
  EXPECT_EQ(ForgetOldKeys(pool_, kNow + std::chrono::days(8)), 1);
}

}  // namespace
}  // namespace okno::access::testing
