// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

namespace okno::agency::testing {
namespace {

using access::testing::Browser;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Registrations : public ServedDesk {
 protected:
  std::vector<std::string> Listed(Browser& browser, const std::string& query = {}) {
    const auto answer = browser.Get("/api/v1/registrations" + query);
    EXPECT_EQ(answer.status, 200) << answer.body;
    std::vector<std::string> numbers;
    const auto page = Json::parse(answer.body);
    for (const auto& item : page["items"]) numbers.push_back(item["center_number"]);
    return numbers;
  }
};

TEST_F(Registrations, AreListedToTheUnitTheyWereRoutedToAndThoseAbove) {
  desk_.Register();
  desk_.Register({.number = "0101-26-000002", .service = "large-family-certificate"});
  const std::map<std::string, std::vector<std::string>> seen{
      {"officer", {"0101-26-000001"}},
      {"officer.right", {"0101-26-000002"}},
      {"officer.desk", {}},
      {"officer.top", {"0101-26-000001", "0101-26-000002"}},
      {"manager", {"0101-26-000001", "0101-26-000002"}}};
  for (const auto& [login, numbers] : seen) {
    auto browser = SignedIn(login);
    EXPECT_THAT(Listed(browser, "?list=open"), ::testing::UnorderedElementsAreArray(numbers))
        << login;
  }
}

TEST_F(Registrations, AreFoundByNumberByNameAndByFilters) {
  desk_.Register();
  desk_.Register({.number = "0101-26-000002",
                  .service = "large-family-certificate",
                  .applicant = "Лапин Олег",
                  .planned = "2026-11-20"});
  auto manager = SignedIn("manager");
  EXPECT_THAT(Listed(manager, "?q=000002"), ElementsAre("0101-26-000002"));
  EXPECT_THAT(Listed(manager, "?q=%D0%BA%D1%80%D0%BE%D1%82"), ElementsAre("0101-26-000001"));
  EXPECT_THAT(Listed(manager, "?q=%25"), IsEmpty());  // what is typed is no pattern
  EXPECT_THAT(Listed(manager, "?service=large-family-certificate"), ElementsAre("0101-26-000002"));
  EXPECT_THAT(Listed(manager, "?unit=" + desk_.house.left.id.ToString()),
              ElementsAre("0101-26-000001"));
  EXPECT_THAT(Listed(manager, "?list=open&overdue=true"), ElementsAre("0101-26-000002"));
  EXPECT_THAT(Listed(manager, "?list=in_work"), IsEmpty());
  EXPECT_EQ(manager.Get("/api/v1/registration-counts").body, R"({"in_work":0,"mine":0,"new":2})");
}

TEST_F(Registrations, TellTheShortNameOfAServiceInTheCatalog) {
  desk_.Register({.service = "housing-subsidy"});
  auto manager = SignedIn("manager");
  const auto page = Json::parse(manager.Get("/api/v1/registrations").body);
  EXPECT_EQ(page.at("items").at(0).at("service_name"), "ЕДВ") << "as it was sent";
  EXPECT_EQ(page.at("items").at(0).at("service_short_name"), "услуга housing-subsidy");
  EXPECT_EQ(manager.Get("/api/v1/registration-services").body,
            R"({"items":[{"code":"housing-subsidy","short_name":"услуга housing-subsidy"}]})")
      << "the others are of another agency";
}

TEST_F(Registrations, SearchesAreInTheAuditTrail) {
  desk_.Register();
  auto manager = SignedIn("manager");
  Listed(manager);
  Listed(manager, "?q=%D0%BA%D1%80%D0%BE%D1%82");
  const auto trail =
      Json::parse(manager.Get("/api/v1/audit-entries?event=registrations.searched").body);
  ASSERT_EQ(trail["items"].size(), 1u);
  EXPECT_EQ(trail["items"][0]["reason"], "search:name");
}

TEST_F(Registrations, ComeByPages) {
  for (int i = 1; i <= 3; ++i) desk_.Register({.number = "0101-26-00000" + std::to_string(i)});
  auto officer = SignedIn("officer");
  std::vector<std::string> numbers;
  std::string cursor;
  do {
    const auto page =
        Json::parse(officer.Get("/api/v1/registrations?list=open&limit=2" + cursor).body);
    for (const auto& item : page["items"]) numbers.push_back(item["center_number"]);
    cursor = page.contains("next_cursor") ? "&cursor=" + page.value("next_cursor", "") : "";
  } while (!cursor.empty());
  EXPECT_THAT(numbers, ElementsAre("0101-26-000001", "0101-26-000002", "0101-26-000003"));
}

TEST_F(Registrations, ACardTellsWhatCameAndWhatMayBeDone) {
  const auto card = desk_.Register();
  auto officer = SignedIn("officer");
  const auto answer = officer.Get(PathOf(card));
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.headers.at("etag"), "\"1\"");
  const auto view = Json::parse(answer.body);
  EXPECT_EQ(view["number"], "26-000001");
  EXPECT_EQ(view["center_name"], "МФЦ, Филиал");
  EXPECT_EQ(view["applicant"][0]["value"], "Кротова Вера Ильинична");
  EXPECT_EQ(view["unit"]["name"], "Отдел выплат");
  EXPECT_EQ(view["signature"].get<std::string>().rfind("Подпись верна", 0), 0u);
  EXPECT_EQ(view["history"].size(), 1u);
  EXPECT_EQ(view["actions"][0], Json({{"action", "accept"}, {"allowed", true}}));
  EXPECT_EQ(view["actions"][1]["allowed"], false);
  EXPECT_FALSE(view["actions"][1]["why_not"].get<std::string>().empty());
  EXPECT_EQ(view["actions"].size(), 2u);  // routing is not an officer's
}

TEST_F(Registrations, OfAnotherUnitDoNotExist) {
  const auto card = desk_.Register();
  for (const char* login : {"officer.right", "officer.desk"}) {
    auto browser = SignedIn(login);
    EXPECT_EQ(CodeOf(browser.Get(PathOf(card))), "agency.not_found") << login;
    EXPECT_EQ(CodeOf(browser.Get(PathOf(card) + "/files/" + Key())), "file.missing") << login;
    EXPECT_EQ(CodeOf(browser.Send("POST", PathOf(card) + "/acceptance", {}, Match(1))),
              "agency.not_found")
        << login;
  }
}

TEST_F(Registrations, AcceptanceMakesTheOfficerTheExecutorAndTellsTheCentre) {
  const auto card = desk_.Register();
  auto officer = SignedIn("officer");
  const auto path = PathOf(card) + "/acceptance";
  EXPECT_EQ(officer.Send("POST", path).status, 428);
  EXPECT_EQ(CodeOf(officer.Send("POST", path, {}, Match(7))), "request.stale");
  const auto answer = officer.Send("POST", path, {}, Match(1));
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.headers.at("etag"), "\"2\"");
  const auto view = Json::parse(answer.body);
  EXPECT_EQ(view["status"], "in_work");
  EXPECT_EQ(view["executor"]["name"], "Иванова А. П.");
  EXPECT_EQ(desk_.Answers().back().code, 20);
  EXPECT_EQ(CodeOf(officer.Send("POST", path, {}, Match(1))), "request.stale");
  EXPECT_EQ(CodeOf(officer.Send("POST", path, {}, Match(2))), "agency.wrong_status");
}

TEST_F(Registrations, RoutingIsTheManagersAndBringsTheCardToAnotherUnit) {
  const auto card = desk_.Register();
  const auto path = PathOf(card) + "/routing";
  const Json body{{"unit_id", desk_.house.right.id.ToString()}, {"comment", "Не наш вопрос"}};
  auto officer = SignedIn("officer");
  EXPECT_EQ(CodeOf(officer.Send("POST", path, body, Match(1))), "access.no_right");
  auto manager = SignedIn("manager");
  EXPECT_EQ(CodeOf(manager.Send("POST", path, Json::object(), Match(1))), "input.invalid");
  EXPECT_EQ(CodeOf(manager.Send("POST", path, {{"unit_id", Key()}}, Match(1))),
            "agency.unit_not_found");
  EXPECT_EQ(CodeOf(manager.Send("POST", path, {{"unit_id", card.unit_id.ToString()}}, Match(1))),
            "agency.same_unit");
  const auto answer = manager.Send("POST", path, body, Match(1));
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(Json::parse(answer.body)["history"].back()["reason"], "Не наш вопрос");
  EXPECT_EQ(officer.Get(PathOf(card)).status, 404);
  auto there = SignedIn("officer.right");
  EXPECT_EQ(there.Get(PathOf(card)).status, 200);
  EXPECT_EQ(desk_.Answers().back().code, 30);
}

}  // namespace
}  // namespace okno::agency::testing
