// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.h"
#include "served.h"
#include "storage/user_store.h"

namespace okno::access::testing {
namespace {

using std::chrono::seconds;
constexpr char kPath[] = "/api/v1/session/second-factor";

class SecondFactor : public ServedTest {
 protected:
  std::string Secret(bool pending = false) {
    const auto user = pool_.Transact(
        db::Scope::System(), [&](db::Tx& tx) { return *storage::FindUserByLogin(tx, "operator"); });
    const auto& sealed = pending ? user.totp.pending_secret : user.totp.secret;
    return services_.keys.Open(user.id.ToString(), sealed).value();
  }
  std::string CodeNow(const std::string& secret) {
    return crypto::TotpCode(
        secret, std::chrono::duration_cast<seconds>(clock_.Now().time_since_epoch()).count());
  }
  static http::ClientAnswer Begin(Browser& browser, const std::string& password = kPassword) {
    return browser.Send("POST", kPath, {{"password", password}});
  }
  Browser SwitchedOn() {
    Browser browser = SignedIn("operator");
    EXPECT_EQ(Begin(browser).status, 201);
    EXPECT_EQ(browser.Send("PUT", kPath, {{"code", CodeNow(Secret(true))}}).status, 204);
    clock_.Advance(seconds(30));
    return browser;
  }
  http::ClientAnswer Try(const std::string& code) {
    Json body{{"login", "operator"}, {"password", kPassword}};
    if (!code.empty()) body["code"] = code;
    return NewBrowser().Send("POST", "/api/v1/session", body);
  }
};

TEST_F(SecondFactor, IsRequiredOnceConfirmed) {
  SwitchedOn();
  EXPECT_EQ(CodeOf(Try("")), "access.second_factor_required");
  EXPECT_EQ(CodeOf(Try("000000")), "access.second_factor_wrong");
  const auto answer = Try(CodeNow(Secret()));
  EXPECT_EQ(answer.status, 201);
  EXPECT_EQ(Json::parse(answer.body)["second_factor"], true);
}

TEST_F(SecondFactor, WithoutItsKeyTellsSo) {
  SwitchedOn();
  const auto code = CodeNow(Secret());
  services_.keys = {};
  const auto answer = Try(code);
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(CodeOf(answer), "access.second_factor_unreadable");
}

TEST_F(SecondFactor, IsNotRequiredUntilConfirmed) {
  Browser browser = SignedIn("operator");
  ASSERT_EQ(Begin(browser).status, 201);
  EXPECT_EQ(Try("").status, 201);
}

TEST_F(SecondFactor, ACodeIsGoodOnce) {
  SwitchedOn();
  const auto code = CodeNow(Secret());
  EXPECT_EQ(Try(code).status, 201);
  EXPECT_EQ(CodeOf(Try(code)), "access.second_factor_wrong");
}

TEST_F(SecondFactor, TheConfirmingCodeIsUsedUpToo) {
  Browser browser = SignedIn("operator");
  ASSERT_EQ(Begin(browser).status, 201);
  const auto code = CodeNow(Secret(true));
  ASSERT_EQ(browser.Send("PUT", kPath, {{"code", code}}).status, 204);
  EXPECT_EQ(CodeOf(Try(code)), "access.second_factor_wrong");
}

TEST_F(SecondFactor, GuessingCodesIsSlowedDownThoughThePasswordIsKnown) {
  SwitchedOn();
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(CodeOf(Try("000000")), "access.second_factor_wrong") << i;
    if (i < 4) {
      EXPECT_EQ(CodeOf(Try("")), "access.second_factor_required");
    }
  }
  EXPECT_EQ(CodeOf(Try("")), "access.too_many_attempts");
}

TEST_F(SecondFactor, AskingForTheCodeIsNoFailure) {
  SwitchedOn();
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(CodeOf(Try("")), "access.second_factor_required") << i;
  }
}

TEST_F(SecondFactor, ConfirmationRefusesAWrongCodeAndAMissingSecret) {
  Browser browser = SignedIn("operator");
  EXPECT_EQ(CodeOf(browser.Send("PUT", kPath, {{"code", "123456"}})),
            "access.second_factor_not_begun");
  ASSERT_EQ(Begin(browser).status, 201);
  EXPECT_EQ(CodeOf(browser.Send("PUT", kPath, {{"code", "12345"}})), "input.invalid");
}

TEST_F(SecondFactor, IsBegunOnlyWithThePassword) {
  Browser browser = SignedIn("operator");
  EXPECT_EQ(browser.Send("POST", kPath).status, 415);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(CodeOf(Begin(browser, "wrong wrong")), "input.invalid");
  EXPECT_EQ(CodeOf(Begin(browser)), "access.too_many_attempts") << "as at sign-in";
  clock_.Advance(seconds(31));
  EXPECT_EQ(Begin(browser).status, 201);
}

TEST_F(SecondFactor, GuessingTheConfirmingCodeIsSlowedDown) {
  Browser browser = SignedIn("operator");
  ASSERT_EQ(Begin(browser).status, 201);
  const auto confirm = [&](const std::string& code) {
    return browser.Send("PUT", kPath, {{"code", code}});
  };
  for (int i = 0; i < 5; ++i) EXPECT_EQ(CodeOf(confirm("000000")), "input.invalid") << i;
  EXPECT_EQ(confirm(CodeNow(Secret(true))).status, 429);
  clock_.Advance(seconds(31));
  EXPECT_EQ(confirm(CodeNow(Secret(true))).status, 204);
}

TEST_F(SecondFactor, IsReplacedOnlyAfterItWasRemovedWithThePassword) {
  Browser browser = SwitchedOn();
  EXPECT_EQ(CodeOf(Begin(browser)), "access.second_factor_active");
  EXPECT_EQ(CodeOf(browser.Send("DELETE", kPath, {{"password", "wrong wrong"}})), "input.invalid");
  EXPECT_EQ(CodeOf(Try("")), "access.second_factor_required");
  EXPECT_EQ(browser.Send("DELETE", kPath, {{"password", kPassword}}).status, 204);
  EXPECT_EQ(Try("").status, 201);
}

}  // namespace
}  // namespace okno::access::testing
