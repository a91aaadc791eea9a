// SPDX-License-Identifier: Apache-2.0
#include "smev_routes.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

class Journal : public SmevRoutes {
 protected:
  std::string PathOf(const exchange::MessageId& id, const std::string& rest = "") const {
    return "/api/v1/smev-messages/" + id.ToString() + rest;
  }
  Json Card(const exchange::MessageId& id, const Member& member) {
    auto response = Call("GET", PathOf(id), Person(member, Sees::kAll));
    return json::Parse(response.value().body).value();
  }
  Result<http::Response> Decide(const exchange::MessageId& id, const Member& member,
                                const std::string& action, const std::string& reason) {
    return Send("POST", PathOf(id, "/resolutions"), Person(member, Sees::kAll),
                {.body = {{"action", action}, {"reason", reason}}});
  }
  std::size_t Count(const Texts& query) { return Items(Person(agency, Sees::kAll), query).size(); }
  // A request the agency could not take: it did not trust the authority of the sender.
  exchange::MessageId FailAtTheAgency() {
    auto strict = ConnectionOf(agency);
    strict.trusted_roots_pem = "";
    Connect(strict);
    Ask("0101-26-000001", {kPdf + "scan"});
    Work();
    auto failed = Items(Person(agency, Sees::kAll), {{"state", "failed"}});
    EXPECT_EQ(failed.size(), 1u);
    return exchange::MessageId::Parse(failed[0].at("id").get<std::string>()).value();
  }
};

TEST_F(Journal, FindsByWordsOfTheContentAndByAttributes) {
  Ask("0101-26-000001");
  Work();
  EXPECT_EQ(Count({{"q", "ветеран труда"}}), 1u) << "other forms of the words";
  EXPECT_EQ(Count({{"q", "Иванов"}}), 1u);
  EXPECT_EQ(Count({{"q", "Сидоров"}}), 0u);
  auto smev_id = Get(MessageOf(ToldOnce("exchange.request_received"))).smev_id.ToString();
  EXPECT_EQ(Count({{"smev_id", smev_id}}), 1u);
  EXPECT_EQ(Count({{"smev_id", Uuid::NewV1().ToString()}}), 0u);
  EXPECT_EQ(Count({{"sender", "okno"}, {"version", "1.2"}, {"operation", "request"}}), 1u);
  EXPECT_EQ(Count({{"sender", "nobody"}}), 0u);
  EXPECT_EQ(Count({{"type", "urn://x-artefacts-okno/center-application/1.0.0"}}), 1u);
  auto today = FormatDate(LocalDate(clock.Now(), "Europe/Moscow"));
  EXPECT_EQ(Count({{"from", today}, {"to", today}, {"q", "Иванов"}}), 1u);
  EXPECT_EQ(Count({{"to", "2020-01-01"}}), 0u);
  auto refused =
      Call("GET", "/api/v1/smev-messages", Person(agency, Sees::kAll), {{"from", "31.12.2026"}});
  EXPECT_EQ(refused.refusal().fields.at(0).code, "field.date");
}

TEST_F(Journal, ACardHasAVerdictOnEachSignatureAndEveryEnvelope) {
  Ask("0101-26-000001", {kPdf + "scan"});
  Work();
  auto id = MessageOf(ToldOnce("exchange.request_received"));
  auto card = Card(id, agency);
  ASSERT_EQ(card.at("signatures").size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    auto kind = std::vector<std::string>{"bus", "sender", "attachment"}[i];
    EXPECT_EQ(card.at("signatures")[i].at("kind"), kind);
    EXPECT_THAT(card.at("signatures")[i].at("sentence").get<std::string>(),
                HasSubstr("Подпись верна"));
  }
  std::vector<std::string> calls;
  for (const auto& envelope : card.at("envelopes")) {
    calls.push_back((envelope.at("direction") == "outgoing" ? ">" : "<") +
                    envelope.at("call").get<std::string>());
  }
  EXPECT_EQ(calls, (std::vector<std::string>{">GetRequest", "<GetRequest", ">Ack", "<Ack"}));
  auto ack = PathOf(id, "/envelopes/" + card.at("envelopes")[2].at("id").get<std::string>());
  EXPECT_THAT(Call("GET", ack, Person(agency, Sees::kAll)).value().body,
              HasSubstr("AckTargetMessage"));
  EXPECT_EQ(Call("GET", ack, Person(center, Sees::kAll)).refusal().code, "exchange.not_found");
}

TEST_F(Journal, ASearchIsNotedWithoutItsTermsAndALookAtTheListIsNot) {
  const auto list = [&](Texts query) {
    return Call("GET", "/api/v1/smev-messages", Person(agency, Sees::kAll), std::move(query));
  };
  const auto searched = list({{"q", "Иванов 4508123456"}}).value();
  EXPECT_TRUE(searched.audited);
  EXPECT_EQ(searched.audit_reason, "search:name,number");
  EXPECT_FALSE(list({{"state", "failed"}}).value().audited);
}

TEST_F(Journal, ACardNamesTheOtherMessagesOfItsExchange) {
  Ask("0101-26-000001");
  Work();
  const auto taken = MessageOf(ToldOnce("exchange.request_received"));
  db.Transact(db::Scope::Organization(agency.organization.id), [&](db::Tx& tx) {
    return exchange::QueueStatus(tx, taken, {.code = 1, .description = "В работе"}, clock.Now())
        .ok();
  });
  Work();
  const auto card = Card(taken, agency);
  ASSERT_EQ(card.at("exchange").size(), 1u);
  const auto& status = card.at("exchange")[0];
  EXPECT_EQ(status.at("operation"), "status");
  EXPECT_EQ(status.at("direction"), "outgoing");
  const auto id = exchange::MessageId::Parse(status.at("id").get<std::string>()).value();
  EXPECT_EQ(Card(id, agency).at("exchange")[0].at("id"), taken.ToString());
}

TEST_F(Journal, AFailedRequestIsTakenAgainAfterTheTrustIsMended) {
  auto failed = FailAtTheAgency();
  EXPECT_EQ(Decide(failed, agency, "process", "").refusal().code, "exchange.reason_missing");
  EXPECT_EQ(Decide(failed, agency, "process", "ещё раз").refusal().code, "certificate.untrusted");
  EXPECT_EQ(Decide(failed, agency, "repeat", "ещё раз").refusal().code,
            "exchange.action_unsuitable");
  EXPECT_EQ(Decide(failed, center, "process", "чужое").refusal().code, "exchange.not_found");

  auto mended = ConnectionOf(agency);
  mended.id = Get(failed).connection_id;
  Connect(mended);
  ASSERT_TRUE(Decide(failed, agency, "process", "Добавлен корневой сертификат"));
  Work();
  auto taken = MessageOf(ToldOnce("exchange.request_received"));
  EXPECT_EQ(Get(taken).state, "received");
  EXPECT_EQ(files->Read(Get(taken).attachments.at(0).sha256_hex), kPdf + "scan");
  auto card = Card(failed, agency);
  EXPECT_EQ(card.at("state"), "dropped");
  ASSERT_EQ(card.at("resolutions").size(), 1u);
  EXPECT_EQ(card.at("resolutions")[0].at("reason"), "Добавлен корневой сертификат");
}

TEST_F(Journal, AFailedRequestIsPutAsideWithAReason) {
  auto failed = FailAtTheAgency();
  ASSERT_TRUE(Decide(failed, agency, "drop", "Отправитель неизвестен"));
  EXPECT_EQ(Get(failed).state, "dropped");
  EXPECT_EQ(Decide(failed, agency, "drop", "ещё раз").refusal().code, "exchange.action_unsuitable");
}

TEST_F(Journal, WhatIsGivenUpDoesNotGoOutUntilItIsRepeated) {
  bus.Stop();
  auto request = Ask("0101-26-000001");
  Work();
  ASSERT_TRUE(Decide(request, center, "give_up", "Заявитель забрал документы"));
  EXPECT_EQ(Get(request).state, "given_up");
  Work();
  EXPECT_EQ(ToldOnce("exchange.delivery_failed").at("code"), "exchange.given_up");
  bus.Start();
  clock.Advance(5min);
  Work();
  EXPECT_TRUE(Told("exchange.request_sent").empty());
  ASSERT_TRUE(Decide(request, center, "repeat", "Передумал"));
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
  EXPECT_EQ(Card(request, center).at("resolutions").size(), 2u);
}

}  // namespace
}  // namespace okno::testbed::testing
