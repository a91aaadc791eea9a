// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.h"
#include "served.h"

namespace okno::access::testing {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class SignIn : public ServedTest {
 protected:
  http::ClientAnswer Try(const std::string& login, const std::string& password,
                         const std::string& code = {}) {
    Json body{{"login", login}, {"password", password}};
    if (!code.empty()) body["code"] = code;
    return NewBrowser().Send("POST", "/api/v1/session", body);
  }
};

TEST_F(SignIn, GivesTheSessionOfTheScreen) {
  const Json session = NewBrowser().SignIn("operator");
  EXPECT_EQ(session["user"]["display_name"], "Иванова А. П.");
  EXPECT_EQ(session["organization"]["short_name"], "МФЦ");
  EXPECT_EQ(session["branch"]["name"], "Филиал 0101");
  EXPECT_FALSE(session.contains("unit"));
  EXPECT_EQ(session["roles"], Json({"operator"}));
  EXPECT_EQ(session["idle_minutes"], 30);
  EXPECT_EQ(session["second_factor"], false);
}

TEST_F(SignIn, TellsTheClockOfTheBranchOrElseOfTheOrganization) {
  EXPECT_EQ(NewBrowser().SignIn("operator")["time_zone"], "Europe/Moscow");
  static const db::Query kMoveEast{"test.move_east",
                                   "WITH moved AS (UPDATE access.branches SET time_zone = "
                                   "'Asia/Yekaterinburg') UPDATE access.organizations SET "
                                   "time_zone = 'Asia/Omsk'"};
  pool_.Transact(db::Scope::System(), [&](db::Tx& tx) { tx.Run(kMoveEast); });
  EXPECT_EQ(NewBrowser().SignIn("operator")["time_zone"], "Asia/Yekaterinburg");
  EXPECT_EQ(NewBrowser().SignIn("auditor")["time_zone"], "Asia/Omsk");
}

TEST_F(SignIn, RefusesWithTheCodeOfTheReason) {
  const struct {
    const char *login, *password;
    int status;
    const char* code;
  } cases[] = {
      {"operator", "lime tree avenu", 401, "access.wrong_credentials"},
      {"nobody", kPassword, 401, "access.wrong_credentials"},
      {"", kPassword, 422, "input.invalid"},
      {"operator", "", 422, "input.invalid"},
      {"operator' --", kPassword, 401, "access.wrong_credentials"},
  };
  for (const auto& each : cases) {
    const auto answer = Try(each.login, each.password);
    EXPECT_EQ(answer.status, each.status) << each.login;
    EXPECT_EQ(CodeOf(answer), each.code) << each.login;
    EXPECT_FALSE(answer.headers.contains("set-cookie")) << each.login;
  }
}

TEST_F(SignIn, TakesALoginInAnyCaseWithBlanksAround) {
  EXPECT_EQ(Try("  OPERATOR ", kPassword).status, 201);
}

TEST_F(SignIn, HidesTheCookieFromScriptsAndOtherSites) {
  const auto cookie = Try("operator", kPassword).headers.at("set-cookie");
  EXPECT_THAT(cookie, ::testing::HasSubstr("; HttpOnly"));
  EXPECT_THAT(cookie, ::testing::HasSubstr("; SameSite=Strict"));
  EXPECT_THAT(cookie, ::testing::HasSubstr("; Path=/"));
}

TEST_F(SignIn, SlowsDownAfterFiveFailuresOfALogin) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(Try("operator", "wrong wrong").status, 401) << i;
  const auto blocked = Try("operator", kPassword);
  EXPECT_EQ(blocked.status, 429);
  EXPECT_EQ(CodeOf(blocked), "access.too_many_attempts");
  EXPECT_EQ(blocked.headers.at("retry-after"), "30");
  EXPECT_EQ(Try("processor", kPassword).status, 201) << "others are not held up";
  clock_.Advance(seconds(30));
  EXPECT_EQ(Try("operator", kPassword).status, 201);
}

TEST_F(SignIn, DoublesThePauseAndForgetsItAfterASuccess) {
  for (int i = 0; i < 5; ++i) (void)Try("operator", "wrong wrong");
  clock_.Advance(seconds(30));
  EXPECT_EQ(Try("operator", "wrong wrong").status, 401);
  EXPECT_EQ(Try("operator", kPassword).headers.at("retry-after"), "60");
  clock_.Advance(seconds(60));
  EXPECT_EQ(Try("operator", kPassword).status, 201);
  EXPECT_EQ(Try("operator", "wrong wrong").status, 401);
  EXPECT_EQ(Try("operator", kPassword).status, 201);
}

TEST_F(SignIn, SlowsDownUnknownLoginsTheSame) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(Try("nobody", "wrong wrong").status, 401);
  EXPECT_EQ(Try("nobody", "wrong wrong").status, 429);
}

TEST_F(SignIn, SlowsDownAnAddressThatTriesManyLogins) {
  for (int i = 0; i < 50; ++i) {
    ASSERT_EQ(Try("guess" + std::to_string(i), "wrong wrong").status, 401) << i;
  }
  EXPECT_EQ(Try("operator", kPassword).status, 429);
  clock_.Advance(seconds(10));
  EXPECT_EQ(Try("operator", kPassword).status, 201);
}

TEST_F(SignIn, RefusesALockedUserWhoKnowsThePassword) {
  ASSERT_TRUE(LockUser(context_, house_.As("operator").user_id));
  EXPECT_EQ(CodeOf(Try("operator", kPassword)), "access.locked");
  EXPECT_EQ(CodeOf(Try("operator", "wrong wrong")), "access.wrong_credentials");
}

TEST_F(SignIn, MakesANewSessionAndEndsTheOneTheBrowserHad) {
  Browser browser = SignedIn("operator");
  Browser before = browser;
  browser.SignIn("operator");
  EXPECT_NE(browser.cookie, before.cookie);
  EXPECT_EQ(browser.Get("/api/v1/session").status, 200);
  EXPECT_EQ(CodeOf(before.Get("/api/v1/session")), "access.session_expired");
}

TEST_F(SignIn, KeepsNoTokenThatTheBrowserMadeUp) {
  Browser browser = NewBrowser();
  browser.cookie = "okno_session=made-up";
  browser.SignIn("operator");
  EXPECT_NE(browser.cookie, "okno_session=made-up");
}

TEST_F(SignIn, EndsAnIdleSession) {
  Browser browser = SignedIn("operator");
  clock_.Advance(minutes(29));
  EXPECT_EQ(browser.Get("/api/v1/session").status, 200);
  clock_.Advance(minutes(29));
  EXPECT_EQ(browser.Get("/api/v1/session").status, 200) << "a request prolongs it";
  clock_.Advance(minutes(30));
  EXPECT_EQ(CodeOf(browser.Get("/api/v1/session")), "access.session_expired");
}

TEST_F(SignIn, EndsABusySessionAtItsAbsoluteLimit) {
  Browser browser = SignedIn("operator");
  for (int i = 0; i < 35; ++i) {
    clock_.Advance(minutes(20));
    ASSERT_EQ(browser.Get("/api/v1/session").status, 200) << i;
  }
  clock_.Advance(minutes(20));
  EXPECT_EQ(CodeOf(browser.Get("/api/v1/session")), "access.session_expired");
}

TEST_F(SignIn, SignOutEndsTheSessionAndClearsTheCookie) {
  Browser browser = SignedIn("operator");
  Browser copy = browser;
  EXPECT_EQ(browser.Send("DELETE", "/api/v1/session").status, 204);
  EXPECT_EQ(browser.cookie, "");
  EXPECT_EQ(CodeOf(copy.Get("/api/v1/session")), "access.session_expired");
}

TEST_F(SignIn, LockingEndsSessions) {
  Browser browser = SignedIn("operator");
  ASSERT_TRUE(LockUser(context_, house_.As("operator").user_id));
  clock_.Advance(KnownSessions::kKeptFor);
  EXPECT_EQ(browser.Get("/api/v1/session").status, 401);
}

TEST_F(SignIn, ExpiredSessionsAreRemoved) {
  SignedIn("operator");
  SignedIn("processor");
  clock_.Advance(hours(1));
  SignedIn("auditor");
  EXPECT_EQ(RemoveExpiredSessions(services_), 2);
}

TEST_F(SignIn, PasswordChangeEndsTheOtherSessions) {
  Browser here = SignedIn("operator");
  Browser elsewhere = SignedIn("operator");
  const Json change{{"current", kPassword}, {"new", "another lime tree"}};
  EXPECT_EQ(here.Send("PUT", "/api/v1/session/password", change).status, 204);
  EXPECT_EQ(here.Get("/api/v1/session").status, 200);
  EXPECT_EQ(elsewhere.Get("/api/v1/session").status, 401);
  EXPECT_EQ(Try("operator", kPassword).status, 401);
  EXPECT_EQ(Try("operator", "another lime tree").status, 201);
}

TEST_F(SignIn, PasswordChangeNamesTheWrongField) {
  const struct {
    const char *current, *fresh, *pointer, *code;
  } cases[] = {
      {"wrong wrong", "another lime tree", "/current", "access.password_wrong"},
      {kPassword, "short", "/new", "field.too_short"},
      {kPassword, kPassword, "/new", "access.password_same"},
      {kPassword, "the OPERATOR of 2026", "/new", "access.password_has_login"},
  };
  Browser browser = SignedIn("operator");
  for (const auto& each : cases) {
    const auto answer = browser.Send("PUT", "/api/v1/session/password",
                                     {{"current", each.current}, {"new", each.fresh}});
    ASSERT_EQ(answer.status, 422) << each.code;
    const Json field = Json::parse(answer.body)["fields"][0];
    EXPECT_EQ(field["pointer"], each.pointer);
    EXPECT_EQ(field["code"], each.code);
  }
}

}  // namespace
}  // namespace okno::access::testing
