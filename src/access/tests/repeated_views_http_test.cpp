// SPDX-License-Identifier: Apache-2.0
#include "served.h"

// One opening of a page is one entry, however often the page asks again (docs/decisions/0012).
namespace okno::access::testing {
namespace {

using std::chrono::minutes;

class Readings : public ServedTest {
 protected:
  // Newest first.
  std::vector<std::string> ReasonsOf(const std::string& kind) {
    Browser auditor = SignedIn("auditor");
    std::vector<std::string> reasons;
    const Json page = Json::parse(auditor.Get("/api/v1/audit-entries?object_kind=" + kind).body);
    for (const auto& item : page["items"]) reasons.push_back(item["reason"]);
    return reasons;
  }
  static http::ClientAnswer Refresh(Browser& browser, const std::string& path) {
    return browser.Send("GET", path, {}, {{"X-Okno-Refresh", "1"}});
  }
};

TEST_F(Readings, OfOneSessionAreOneEntryForTenMinutes) {
  Browser browser = SignedIn("operator");
  for (int i = 0; i < 3; ++i) {
    browser.Get("/api/v1/things/17");
    Refresh(browser, "/api/v1/things/17");
    clock_.Advance(minutes(3));
  }
  EXPECT_EQ(ReasonsOf("thing").size(), 1u);
  clock_.Advance(minutes(1));
  browser.Get("/api/v1/things/17");
  EXPECT_EQ(ReasonsOf("thing").size(), 2u);
}

TEST_F(Readings, AreCountedByTheObjectTheReasonAndTheSession) {
  Browser browser = SignedIn("operator");
  browser.Get("/api/v1/things/17");
  browser.Get("/api/v1/things/18");
  browser.Get("/api/v1/things/17?reason=call");
  SignedIn("operator").Get("/api/v1/things/17");
  EXPECT_THAT(ReasonsOf("thing"), ::testing::ElementsAre("", "call", "", ""));
}

TEST_F(Readings, OfOneSearchAreOneAndAnotherSearchIsAnother) {
  Browser browser = SignedIn("operator");
  for (const char* typed : {"4508123456", "4508123456", "4508123457"}) {
    browser.Get(std::string("/api/v1/thing-list?q=") + typed);
  }
  EXPECT_EQ(ReasonsOf("things").size(), 2u);
}

// The mark is the browser's word: it may only say what a further entry is, never take one away.
TEST_F(Readings, MarkedAsARefreshTheFirstIsWrittenAllTheSame) {
  Browser browser = SignedIn("operator");
  Refresh(browser, "/api/v1/things/17");
  EXPECT_EQ(ReasonsOf("thing").size(), 1u);
  clock_.Advance(minutes(10));
  Refresh(browser, "/api/v1/things/17");
  EXPECT_THAT(ReasonsOf("thing"), ::testing::ElementsAre("refresh", "refresh"));
}

TEST_F(Readings, ThatAreRefusedAndChangesAreWrittenEachTime) {
  Browser browser = SignedIn("operator");
  for (int i = 0; i < 2; ++i) {
    browser.Get("/api/v1/things/missing");
    browser.Send("POST", "/api/v1/things/17", Json::object());
  }
  EXPECT_EQ(ReasonsOf("thing").size(), 4u);
}

TEST_F(Readings, AreForgottenWhenTheyNoLongerCount) {
  Browser browser = SignedIn("operator");
  browser.Get("/api/v1/things/17");
  clock_.Advance(std::chrono::hours(2));
  RemoveExpiredSessions(services_);
  static const db::Query kLeft{"test.left", "SELECT count(*) AS left FROM access.recent_views"};
  const auto left = pool_.Transact(
      db::Scope::System(), [&](db::Tx& tx) { return tx.Run(kLeft).front()["left"].As<int>(); });
  EXPECT_EQ(left, 0);
}

}  // namespace
}  // namespace okno::access::testing
