// SPDX-License-Identifier: Apache-2.0
#include "world.h"

// What the bus hands out: taken once, and only when its signatures are right.
namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
using Codes = std::vector<std::string>;

class Arrival : public World {};

TEST_F(Arrival, AMessageDeliveredTwiceIsOneMessage) {
  control::OrderFailure(base(), "duplicate");
  Ask("0101-26-000001");
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  auto state = control::FetchState(base());
  EXPECT_EQ(state.at("messages").at(0).at("handed_out"), 2);
  EXPECT_EQ(state.at("messages").at(0).at("state"), "delivered");
}

TEST_F(Arrival, WhatTheBusSignedWrongOnceIsTakenWhenItComesWhole) {
  Ask("0101-26-000001");
  runner.RunDue();
  control::OrderFailure(base(), "broken_signature", 1);
  Work();
  EXPECT_TRUE(Told("exchange.request_received").empty());
  EXPECT_EQ(NotTaken(), (Codes{"signature.value_wrong"}));
  bus_clock.Advance(16min);  // not acknowledged, it comes again
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  EXPECT_TRUE(NotTaken().empty()) << "what came first needs nobody's decision";
}

TEST_F(Arrival, WhatTheBusSignsWrongTwiceIsThrownAwayButKept) {
  Ask("0101-26-000001");
  runner.RunDue();
  control::OrderFailure(base(), "broken_signature", 2);
  Work();
  bus_clock.Advance(16min);
  Work();
  EXPECT_TRUE(Told("exchange.request_received").empty());
  EXPECT_EQ(control::FetchState(base()).at("messages").at(0).at("state"), "dropped");
  EXPECT_EQ(NotTaken(), (Codes{"signature.value_wrong"}));
}

TEST_F(Arrival, ABusWithAnotherCertificateIsNotBelievedAndLosesNothing) {
  auto stranger = ConnectionOf(agency);
  auto now = system_clock.Now();
  stranger.bus_certificate_pem = MakeKeys("Чужая шина", now - 1h, now + 1h).certificate_pem;
  Connect(stranger);
  Ask("0101-26-000001");
  for (int i = 0; i < 4; ++i) {
    Work();
    bus_clock.Advance(16min);
  }
  EXPECT_TRUE(Told("exchange.request_received").empty());
  EXPECT_EQ(NotTaken(), (Codes{"signature.wrong_certificate"}));
  Connect(ConnectionOf(agency));  // the bus's new certificate is put in
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  EXPECT_TRUE(NotTaken().empty());
}

TEST_F(Arrival, ASenderOfAnUnknownAuthorityWaitsForADecision) {
  auto strict = ConnectionOf(agency);
  strict.trusted_roots_pem = "";
  Connect(strict);
  Ask("0101-26-000001");
  Work();
  EXPECT_TRUE(Told("exchange.request_received").empty());
  EXPECT_EQ(NotTaken(), (Codes{"certificate.untrusted"}));
  EXPECT_TRUE(Told("exchange.response_received").empty()) << "our roots may be what is wrong";
}

}  // namespace
}  // namespace okno::testbed::testing
