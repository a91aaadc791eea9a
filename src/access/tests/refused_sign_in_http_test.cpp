// SPDX-License-Identifier: Apache-2.0
#include "served.h"

// Sign-ins that failed, as the journal tells of them.
namespace okno::access::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class RefusedSignIn : public ServedTest {
 protected:
  void Fail(const std::string& login, const std::string& password = "wrong password") {
    ASSERT_NE(NewBrowser()
                  .Send("POST", "/api/v1/session", {{"login", login}, {"password", password}})
                  .status,
              201);
  }
  // Newest first, without the auditor's own sign-in.
  Json Told(const std::string& event) {
    return Json::parse(
        SignedIn("auditor").Get("/api/v1/audit-entries?event=" + event).body)["items"];
  }
};

TEST_F(RefusedSignIn, OfAKnownLoginNamesThePerson) {
  Fail(" Operator ");
  const Json told = Told("session.refused");
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0]["user_name"], "Иванова А. П.");
  EXPECT_EQ(told[0]["reason"], "password");
  EXPECT_EQ(told[0]["event_title"], "Неудачный вход");
  EXPECT_EQ(told[0]["remote_address"], "127.0.0.1");
}

TEST_F(RefusedSignIn, OfAnUnknownLoginHoldsNothingThatWasTyped) {
  Fail("my secret passphrase", "my secret passphrase");
  const Json told = Told("session.refused");
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0]["user_name"], "");
  EXPECT_EQ(told[0]["reason"], "unknown_login");
  EXPECT_THAT(told.dump(), Not(HasSubstr("passphrase")));
}

TEST_F(RefusedSignIn, OfAnAgencysOfficerIsToldToTheAgency) {
  Fail("officer");
  EXPECT_TRUE(Told("session.refused").empty());
  Browser manager = SignedIn("manager");
  const auto answer = manager.Get("/api/v1/audit-entries?event=session.refused");
  EXPECT_EQ(Json::parse(answer.body)["items"].size(), 1u);
}

TEST_F(RefusedSignIn, GuessesInAnOpenSessionAreToldWithWhatTheyWereFor) {
  Browser browser = SignedIn("operator");
  const std::string session = "/api/v1/session";
  const Json wrong{{"password", "wrong wrong"}};
  (void)browser.Send("PUT", session + "/password",
                     {{"current", "wrong wrong"}, {"new", "maple tree avenue"}});
  (void)browser.Send("POST", session + "/second-factor", wrong);
  (void)browser.Send("DELETE", session + "/second-factor", wrong);
  (void)browser.Send("DELETE", session + "/signing-key", {{"account_password", "wrong wrong"}});
  ASSERT_EQ(browser.Send("POST", session + "/second-factor", {{"password", kPassword}}).status,
            201);
  (void)browser.Send("PUT", session + "/second-factor", {{"code", "000000"}});
  const Json told = Told("session.proof_refused");
  std::vector<std::string> reasons;
  for (const auto& entry : told) {
    EXPECT_EQ(entry["user_name"], "Иванова А. П.");
    EXPECT_EQ(entry["remote_address"], "127.0.0.1");
    reasons.push_back(entry["reason"]);
  }
  EXPECT_THAT(reasons,
              ::testing::ElementsAre("second_factor", "signing_key_change", "second_factor_change",
                                     "second_factor_change", "password_change"));
}

TEST_F(RefusedSignIn, ThatBringsAPauseOnTellsOfItOnce) {
  for (int i = 0; i < 9; ++i) Fail("operator");
  EXPECT_EQ(Told("session.refused").size(), 5u);  // the others came during the pause
  const Json paused = Told("session.paused");
  ASSERT_EQ(paused.size(), 1u);
  EXPECT_EQ(paused[0]["reason"], "login");
  EXPECT_EQ(paused[0]["user_name"], "Иванова А. П.");
}

TEST_F(RefusedSignIn, OfALockedAccountSaysSo) {
  static const db::Query kLock{
      "test.lock", "UPDATE access.users SET locked_at = now() WHERE login = 'operator'"};
  pool_.Transact(db::Scope::System(), [&](db::Tx& tx) { tx.Run(kLock); });
  Fail("operator", kPassword);
  const Json told = Told("session.refused");
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0]["reason"], "locked");
}

}  // namespace
}  // namespace okno::access::testing
