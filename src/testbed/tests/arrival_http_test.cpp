// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "world.h"

// What the bus hands out: taken once, and only when its signatures are right.
namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
using Codes = std::vector<std::string>;

const db::Query kGoDown{"test.go_down",
                        "UPDATE exchange.connections SET state = 'down', retry_at = $1"};
const db::Query kCountPutOff{"test.count_put_off",
                             "SELECT count(*) AS n FROM exchange.connections "
                             "WHERE retry_at = $1 AND next_poll_at > $1"};

class Arrival : public World {
 protected:
  // The authority gives out a list with this member's certificate, revoked now; openssl makes it.
  // It is put where the exchange looks for lists.
  void Revoke(const Member& member) {
    const std::string place = folder.path() + "/ca";
    std::filesystem::create_directories(place);
    std::filesystem::create_directories(folder.path() + "/crl");
    const auto write = [&](const std::string& name, const std::string& text) {
      std::ofstream(place + "/" + name) << text;
    };
    write("ca.key", authority.key_pem);
    write("ca.pem", authority.certificate_pem);
    const auto gone = crypto::Certificate::FromPem(member.keys.certificate_pem).value();
    write("index.txt", "R\t491231000000Z\t" + UtcTime(clock.Now()) + "\t" + gone.serial() +
                           "\tunknown\t/CN=gone\n");
    write("ca.cnf",
          "openssl_conf = start\n[start]\nengines = engines\n[engines]\ngost = gost\n[gost]\n"
          "engine_id = gost\ndefault_algorithms = ALL\n[ca]\ndefault_ca = ours\n[ours]\n"
          "database = " +
              place +
              "/index.txt\ndefault_md = md_gost12_256\n"
              "default_crl_days = 30\nunique_subject = no\n");
    const std::string make = "cd " + place +
                             " && OPENSSL_CONF=ca.cnf openssl ca -config ca.cnf -keyfile ca.key "
                             "-cert ca.pem -gencrl -out ../crl/authority.crl 2>ca.log";
    ASSERT_EQ(std::system(make.c_str()), 0);
  }
  // As openssl's index has it: 261123091500Z.
  static std::string UtcTime(Instant at) {
    std::string digits;
    for (const char c : FormatInstant(at).substr(2, 17))
      if (c >= '0' && c <= '9') digits += c;
    return digits + "Z";
  }
};

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

TEST_F(Arrival, ARevokedSenderIsNotBelievedFromTheNextMessageOn) {
  Ask("0101-26-000001");
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  Revoke(center);
  clock.Advance(1min);
  Ask("0101-26-000002");
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  EXPECT_EQ(NotTaken(), (Codes{"certificate.revoked"}));
  EXPECT_EQ(Told("exchange.response_received").size(), 1u) << "the sender is told at once";
  // A newer list is being copied over it and the disk is full.
  std::filesystem::resize_file(folder.path() + "/crl/authority.crl", 100);
  Ask("0101-26-000003");
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u) << "the list read before counts";
  std::filesystem::remove(folder.path() + "/crl/authority.crl");
  Ask("0101-26-000004");
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u) << "a list that is lost too";
  WriteFile("crl/other.crl", "half of a list");
  std::filesystem::remove_all(folder.path() + "/crl-kept");
  Ask("0101-26-000005");
  Work();
  EXPECT_EQ(NotTaken().size(), 3u) << "who is revoked is unknown: nothing is asked for";
  db.Transact(db::Scope::System(), [&](db::Tx& tx) { tx.Run(kGoDown, clock.Now()); });
  worker->PollNow();
  db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    EXPECT_EQ(tx.Run(kCountPutOff, clock.Now()).front()["n"].As<int>(), 2)
        << "whoever sends may probe the bus, and the next look is not at once";
  });
  std::filesystem::remove(folder.path() + "/crl/other.crl");
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 2u) << "no list, no revocation";
}

}  // namespace
}  // namespace okno::testbed::testing
