// SPDX-License-Identifier: Apache-2.0
#include "access/staff.h"
#include "logic/proof.h"
#include "served.h"

// Guesses of strangers do not keep out who has signed in with this browser before.
namespace okno::access::testing {
namespace {

using std::chrono::seconds;

class KnownDevices : public ServedTest {
 protected:
  http::ClientAnswer Try(const std::string& login, const std::string& password,
                         const std::string& mark = {}) {
    Browser browser = NewBrowser();
    browser.cookie = mark;
    return browser.Send("POST", "/api/v1/session", {{"login", login}, {"password", password}});
  }
  // What a browser keeps of a sign-in beside the session.
  std::string MarkOf(const std::string& login) {
    const auto answer = Try(login, kPassword);
    const auto& set = answer.headers.at("set-cookie");
    const auto at = set.find("okno_device_");
    EXPECT_NE(at, std::string::npos) << set;
    return set.substr(at, set.find(';', at) - at);
  }
  void Flood(int attempts) {
    for (int i = 0; i < attempts; ++i) (void)Try("guess" + std::to_string(i), "wrong wrong");
  }
};

TEST_F(KnownDevices, AFloodFromOnesAddressDoesNotHoldOneUp) {
  const auto mark = MarkOf("operator");
  Flood(50);
  EXPECT_EQ(Try("operator", kPassword).status, 429) << "a new browser waits";
  EXPECT_EQ(Try("operator", kPassword, mark).status, 201);
}

TEST_F(KnownDevices, GuessesOfStrangersAtOnesLoginDoNotHoldOneUp) {
  const auto mark = MarkOf("operator");
  for (int i = 0; i < 5; ++i) (void)Try("operator", "wrong wrong");
  EXPECT_EQ(Try("operator", kPassword).status, 429);
  EXPECT_EQ(Try("operator", kPassword, mark).status, 201);
  EXPECT_EQ(Try("operator", kPassword).status, 429) << "which forgives nobody else";
}

TEST_F(KnownDevices, AMarkIsPacedByItself) {
  const auto mark = MarkOf("operator");
  for (int i = 0; i < 5; ++i) EXPECT_EQ(Try("operator", "wrong wrong", mark).status, 401) << i;
  EXPECT_EQ(Try("operator", kPassword, mark).status, 429);
  EXPECT_EQ(Try("operator", kPassword).status, 201) << "others are not held up by it";
  clock_.Advance(seconds(30));
  EXPECT_EQ(Try("operator", kPassword, mark).status, 201);
}

TEST_F(KnownDevices, ANewPasswordEndsThePausesOfEveryBrowser) {
  const auto mark = MarkOf("operator");
  for (int i = 0; i < 5; ++i) (void)Try("operator", "mistyped", mark);
  for (int i = 0; i < 5; ++i) (void)Try("operator", "wrong wrong");
  ASSERT_TRUE(ResetPassword(context_, Actor::System("тест"), house_.As("operator").user_id,
                            "maple tree avenue"));
  EXPECT_EQ(Try("operator", "maple tree avenue", mark).status, 201);
  EXPECT_EQ(Try("operator", "maple tree avenue").status, 201);
}

TEST_F(KnownDevices, AMarkIsGoodForItsLoginAloneAndCanNotBeMade) {
  auto mark = MarkOf("operator");
  for (int i = 0; i < 5; ++i) (void)Try("processor", "wrong wrong");
  EXPECT_EQ(Try("processor", kPassword, mark).status, 429);
  const auto other = MarkOf("auditor");
  const auto moved = mark.substr(0, mark.find('=')) + other.substr(other.find('='));
  for (int i = 0; i < 5; ++i) (void)Try("operator", "wrong wrong");
  EXPECT_EQ(Try("operator", kPassword, moved).status, 429) << "sealed for another login";
  EXPECT_EQ(Try("operator", kPassword, mark.substr(0, mark.find('=')) + "=AAAA").status, 429);
}

TEST_F(KnownDevices, AKnownBrowserKeepsItsMark) {
  const auto mark = MarkOf("operator");
  EXPECT_EQ(Try("operator", kPassword, mark).headers.at("set-cookie").find("okno_device_"),
            std::string::npos);
}

TEST_F(KnownDevices, AddressesOfOneNetworkOfIpv6AreOneAddress) {
  const auto prove = [&](const std::string& address) {
    static int number = 0;
    return ProvePassword(context_, {"guess" + std::to_string(++number), "wrong wrong", address})
        .refusal()
        .code;
  };
  for (int i = 0; i < 50; ++i)
    EXPECT_EQ(prove("2001:db8:1:2::" + std::to_string(i)), "access.wrong_credentials");
  EXPECT_EQ(prove("2001:db8:1:2:ffff::1"), "access.too_many_attempts");
  EXPECT_EQ(prove("2001:db8:1:3::1"), "access.wrong_credentials") << "another network";
  for (int i = 0; i < 50; ++i) (void)prove("::ffff:192.0.2.1");
  EXPECT_EQ(prove("::ffff:192.0.2.1"), "access.too_many_attempts");
  EXPECT_EQ(prove("::ffff:192.0.2.2"), "access.wrong_credentials") << "IPv4, each by itself";
}

}  // namespace
}  // namespace okno::access::testing
