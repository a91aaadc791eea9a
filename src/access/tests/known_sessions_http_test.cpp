// SPDX-License-Identifier: Apache-2.0
#include <atomic>

#include "access/live.h"
#include "access/staff.h"
#include "served.h"

namespace okno::access::testing {
namespace {

constexpr char kThing[] = "/api/v1/things/1";

class SessionKnown : public ServedTest {
 protected:
  SessionKnown() {
    pool_.SetObserver([this](std::string_view query, std::chrono::microseconds) {
      if (query == "access.find_session") ++readings_;
    });
  }
  int StatusOf(Browser& browser) { return browser.Get(kThing).status; }
  // As `okno staff` does it, in a process of its own.
  void LockElsewhere(const char* login) {
    const auto id = house_.As(login).user_id;
    ASSERT_TRUE(LockUser(context_, Actor::System("okno staff"), id));
  }
  std::atomic<int> readings_ = 0;
};

TEST_F(SessionKnown, IsReadOnceASecond) {
  Browser browser = SignedIn("operator");
  readings_ = 0;
  clock_.Advance(KnownSessions::kKeptFor);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(StatusOf(browser), 200);
  EXPECT_EQ(readings_, 1);
  clock_.Advance(KnownSessions::kKeptFor);
  EXPECT_EQ(StatusOf(browser), 200);
  EXPECT_EQ(readings_, 2);
}

TEST_F(SessionKnown, NotesItsUseOnceForTheRequestsOfASecond) {
  Browser browser = SignedIn("operator");
  clock_.Advance(std::chrono::minutes(29));
  for (int i = 0; i < 2; ++i) EXPECT_EQ(StatusOf(browser), 200);
  clock_.Advance(std::chrono::minutes(29));
  EXPECT_EQ(StatusOf(browser), 200) << "the idle limit counts from the last use";
  clock_.Advance(std::chrono::minutes(30));
  EXPECT_EQ(StatusOf(browser), 401);
}

TEST_F(SessionKnown, EndsAtOnceWithASignOut) {
  Browser browser = SignedIn("operator"), same = browser;
  EXPECT_EQ(StatusOf(same), 200);
  EXPECT_EQ(browser.Send("DELETE", "/api/v1/session").status, 204);
  EXPECT_EQ(StatusOf(same), 401);
}

TEST_F(SessionKnown, EndsAtOnceWithANewSignInInItsBrowser) {
  Browser browser = SignedIn("operator"), old = browser;
  EXPECT_EQ(StatusOf(old), 200);
  browser.SignIn("operator");
  EXPECT_EQ(StatusOf(old), 401);
}

TEST_F(SessionKnown, OfOtherBrowsersEndsAtOnceWithThePassword) {
  Browser browser = SignedIn("operator"), other = SignedIn("operator");
  EXPECT_EQ(StatusOf(other), 200);
  const auto changed = browser.Send("PUT", "/api/v1/session/password",
                                    {{"current", kPassword}, {"new", "another tree avenue"}});
  EXPECT_EQ(changed.status, 204) << changed.body;
  EXPECT_EQ(StatusOf(other), 401);
  EXPECT_EQ(StatusOf(browser), 200);
}

TEST_F(SessionKnown, EndsAfterASecondWhenAnotherProcessWasNotHeard) {
  Browser browser = SignedIn("operator");
  EXPECT_EQ(StatusOf(browser), 200);
  LockElsewhere("operator");
  clock_.Advance(KnownSessions::kKeptFor);
  EXPECT_EQ(StatusOf(browser), 401);
}

TEST_F(SessionKnown, EndsAsSoonAsAnotherProcessIsHeard) {
  std::atomic<bool> listens = false, told = false;
  db::Listener listener(
      database_.dsn(), kLiveChannel,
      [&](std::string payload) {
        Relay(hub_, services_.known, payload);
        told = true;
        told.notify_all();
      },
      [&] {
        listens = true;
        listens.notify_all();
      });
  listens.wait(false);
  Browser browser = SignedIn("operator");
  EXPECT_EQ(StatusOf(browser), 200);
  LockElsewhere("operator");
  told.wait(false);
  EXPECT_EQ(StatusOf(browser), 401);
}

TEST_F(SessionKnown, ReadBeforeItWasForgottenIsNotKept) {
  const auto age = services_.known.Age();
  const KnownSession read{std::make_shared<Principal>(house_.As("operator")), kNow, kNow, kNow};
  services_.known.Keep("token", read, age);
  EXPECT_TRUE(services_.known.Find("token", kNow));
  services_.known.Forget();
  EXPECT_FALSE(services_.known.Find("token", kNow));
  services_.known.Keep("token", read, age);
  EXPECT_FALSE(services_.known.Find("token", kNow));
}

}  // namespace
}  // namespace okno::access::testing
