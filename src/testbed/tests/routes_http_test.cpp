// SPDX-License-Identifier: Apache-2.0
#include "smev_routes.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;

TEST_F(SmevRoutes, TheJournalShowsBothDirectionsInSentences) {
  Ask("0101-26-000001");
  Work();
  auto sent = Items(Person(center, Sees::kAll));
  ASSERT_EQ(sent.size(), 1u);
  EXPECT_EQ(sent[0].at("direction"), "outgoing");
  EXPECT_EQ(sent[0].at("title"), "Исходящий запрос «Заявление, принятое в МФЦ»");
  EXPECT_EQ(sent[0].at("message_type"), "Заявление, принятое в МФЦ");
  EXPECT_EQ(sent[0].at("state"), "sent");
  auto received = Items(Person(agency, Sees::kAll), {{"direction", "incoming"}});
  ASSERT_EQ(received.size(), 1u);
  EXPECT_TRUE(received[0]
                  .at("signature")
                  .get<std::string>()
                  .starts_with("Подпись верна: ИС center, сертификат до "));
  EXPECT_TRUE(Items(Person(agency, Sees::kAll), {{"direction", "outgoing"}}).empty());
  EXPECT_TRUE(Items(Person(agency, Sees::kAll), {{"state", "failed"}}).empty());
}

TEST_F(SmevRoutes, PagesFollowTheCursor) {
  for (int i = 0; i < 5; ++i) Ask("0101-26-00000" + std::to_string(i));
  auto first = Call("GET", "/api/v1/smev-messages", Person(center, Sees::kAll), {{"limit", "3"}});
  auto page = json::Parse(first.value().body).value();
  ASSERT_EQ(page.at("items").size(), 3u);
  auto rest = Items(Person(center, Sees::kAll), {{"cursor", page.at("next_cursor")}});
  EXPECT_EQ(rest.size(), 2u);
  EXPECT_LT(rest[0].at("id"), page.at("items")[2].at("id"));
}

TEST_F(SmevRoutes, PeopleOfABranchSeeTheMessagesOfTheirCasesOnly) {
  auto id = Ask("0101-26-000001");
  runner.RunDue();
  auto subject = Get(id).subject.id;
  auto path = "/api/v1/smev-messages/" + id.ToString() + "/xml";
  auto person = Person(center, Sees::kOwnCases);
  EXPECT_EQ(Call("GET", "/api/v1/smev-messages", person).refusal().code, "access.no_right");
  EXPECT_EQ(Call("GET", "/api/v1/smev-messages", person, {{"subject", subject.ToString()}})
                .refusal()
                .code,
            "exchange.not_found");
  EXPECT_EQ(Call("GET", path, person).refusal().code, "exchange.not_found");
  seen = subject;
  EXPECT_EQ(Items(person, {{"subject", subject.ToString()}}).size(), 1u);
  EXPECT_TRUE(Call("GET", path, person));
}

TEST_F(SmevRoutes, TheEnvelopeIsShownAsItWentOverTheWire) {
  auto id = Ask("0101-26-000001");
  runner.RunDue();
  auto path = "/api/v1/smev-messages/" + id.ToString() + "/xml";
  auto body = Call("GET", path, Person(center, Sees::kAll)).value().body;
  EXPECT_NE(body.find("SendRequestRequest"), std::string::npos);
  EXPECT_NE(body.find(Get(id).smev_id.ToString()), std::string::npos);
  EXPECT_EQ(Call("GET", path, Person(agency, Sees::kAll)).refusal().code, "exchange.not_found");
}

TEST_F(SmevRoutes, OnlyWhatIsNotSentCanBeRepeatedByHand) {
  bus.Stop();
  auto id = Ask("0101-26-000001");
  Work();
  auto repeat = [&](const Member& member) {
    return Send("POST", "/api/v1/smev-messages/" + id.ToString() + "/resolutions",
                Person(member, Sees::kAll),
                {.body = {{"action", "repeat"}, {"reason", "Шина снова работает"}}});
  };
  EXPECT_EQ(repeat(agency).refusal().code, "exchange.not_found");
  bus.Start();
  clock.Advance(2s);  // before the schedule would try again
  EXPECT_EQ(repeat(center).value().status, 201);
  Work();
  EXPECT_EQ(Get(id).state, "sent");
  EXPECT_EQ(repeat(center).refusal().code, "exchange.not_waiting");
}

TEST_F(SmevRoutes, ConnectionsShowHealthAndCertificateOfTheOwnOrganization) {
  Work();
  auto response = Call("GET", "/api/v1/smev-connections", Person(center, Sees::kAll));
  auto items = json::Parse(response.value().body).value().at("items");
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].at("mnemonic"), "OKNO01");
  EXPECT_EQ(items[0].at("state"), "up");
  EXPECT_EQ(items[0].at("waiting"), 0);
  EXPECT_EQ(items[0].at("certificate"), "ИС center");
}

}  // namespace
}  // namespace okno::testbed::testing
