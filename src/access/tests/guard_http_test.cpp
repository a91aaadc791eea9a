// SPDX-License-Identifier: Apache-2.0
#include "served.h"

namespace okno::access::testing {
namespace {

class Guard : public ServedTest {};

TEST_F(Guard, RefusesWithTheCodeOfTheReason) {
  Browser known = SignedIn("operator");
  Browser unable = SignedIn("administrator");
  const struct {
    const char *method, *path, *cookie, *csrf;
    int status;
    const char* code;
  } cases[] = {
      {"GET", "/api/v1/things/1", "", "", 401, "access.not_signed_in"},
      {"GET", "/api/v1/things/1", "okno_session=unknown", "", 401, "access.session_expired"},
      {"GET", "/api/v1/things/1", unable.cookie.c_str(), "", 403, "access.no_right"},
      {"POST", "/api/v1/things/1", known.cookie.c_str(), "", 403, "access.csrf"},
      {"POST", "/api/v1/things/1", known.cookie.c_str(), unable.csrf_token.c_str(), 403,
       "access.csrf"},
      {"GET", "/api/v1/events", "", "", 401, "access.not_signed_in"},
  };
  for (const auto& each : cases) {
    Browser browser = NewBrowser();
    browser.cookie = each.cookie;
    browser.csrf_token = each.csrf;
    const auto answer = browser.Send(each.method, each.path);
    EXPECT_EQ(answer.status, each.status) << each.code;
    EXPECT_EQ(CodeOf(answer), each.code);
  }
}

TEST_F(Guard, LetsThroughWhoHasTheRightAndProvesTheChange) {
  Browser browser = SignedIn("operator");
  EXPECT_EQ(browser.Get("/api/v1/things/1").status, 200);
  EXPECT_EQ(browser.Send("POST", "/api/v1/things/1", Json::object()).status, 200);
}

TEST_F(Guard, AnswersInTheCallersLanguage) {
  const auto russian = NewBrowser().Get("/api/v1/session");
  EXPECT_EQ(Json::parse(russian.body)["title"], "Войдите, чтобы продолжить");
  const auto english = NewBrowser().Send("GET", "/api/v1/session", {}, {{"Accept-Language", "en"}});
  EXPECT_EQ(Json::parse(english.body)["title"], "Sign in to go on");
}

TEST_F(Guard, ShowsOwnColleaguesAndHouseOnly) {
  Browser browser = SignedIn("stranger");
  const Json employees = Json::parse(browser.Get("/api/v1/employees").body)["items"];
  EXPECT_EQ(employees.size(), 2u);
  const Json house = Json::parse(browser.Get("/api/v1/organization").body);
  EXPECT_EQ(house["short_name"], "МФЦ соседей");
  EXPECT_EQ(house["branches"].size(), 1u);
  EXPECT_EQ(house["branches"][0]["code"], "0901");
}

TEST_F(Guard, FiltersColleaguesByRole) {
  Browser browser = SignedIn("auditor");
  const auto answer = browser.Get("/api/v1/employees?role=processor");
  const Json employees = Json::parse(answer.body)["items"];
  ASSERT_EQ(employees.size(), 2u);
  EXPECT_EQ(employees[0]["roles"], Json({"processor"}));
}

TEST_F(Guard, GivesAnOfficerTheUnitsBelowAndAManagerAll) {
  auto scope_of = [&](const char* login) { return house_.As(login).unit_scope; };
  EXPECT_THAT(scope_of("officer"),
              ::testing::UnorderedElementsAre(house_.left.id, house_.left_desk.id));
  EXPECT_THAT(scope_of("officer.right"), ::testing::ElementsAre(house_.right.id));
  EXPECT_EQ(scope_of("officer.top").size(), 4u);
  EXPECT_EQ(scope_of("manager").size(), 4u);
  EXPECT_TRUE(scope_of("operator").empty());
}

}  // namespace
}  // namespace okno::access::testing
