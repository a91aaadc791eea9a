// SPDX-License-Identifier: Apache-2.0
#include "access/audit.h"
#include "served.h"

namespace okno::access::testing {
namespace {

using ::testing::ElementsAre;

class AuditTrail : public ServedTest {
 protected:
  Json Entries(const std::string& query = {}) {
    Browser auditor = SignedIn("auditor");
    return Json::parse(auditor.Get("/api/v1/audit-entries" + query).body)["items"];
  }
};

TEST_F(AuditTrail, TellsWhoSawWhatAndWhy) {
  Browser browser = SignedIn("operator");
  ASSERT_EQ(browser.Get("/api/v1/things/17?reason=search").status, 200);
  const Json entries = Entries("?object_kind=thing");
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0]["event"], "thing.viewed");
  EXPECT_EQ(entries[0]["object_id"], "17");
  EXPECT_EQ(entries[0]["reason"], "search");
  EXPECT_EQ(entries[0]["user_name"], "Иванова А. П.");
  EXPECT_EQ(entries[0]["at"], "2026-11-23T09:15:00Z");
}

TEST(SearchNote, TellsTheKindsOfTermsAndNeverTheTerms) {
  const std::pair<const char*, const char*> cases[] = {
      {"Кротова", "search:name"},
      {"кротова вера 17.05.1980", "search:name,date"},
      {"4508 123456", "search:number"},
      {"0101-26-000001", "search:number"},
      {"112-233-445 95 Лапин", "search:number,name"},
  };
  for (const auto& [typed, reason] : cases) {
    http::Response response;
    NoteSearch(response, typed);
    EXPECT_TRUE(response.audited) << typed;
    EXPECT_EQ(response.audit_reason, reason) << typed;
  }
  http::Response list;
  NoteSearch(list, "  ");
  EXPECT_FALSE(list.audited);
}

TEST_F(AuditTrail, HoldsASearchAndNoListWithoutTerms) {
  Browser browser = SignedIn("operator");
  ASSERT_EQ(browser.Get("/api/v1/thing-list").status, 200);
  ASSERT_EQ(browser.Get("/api/v1/thing-list?q=4508123456&reason=intake").status, 200);
  const Json entries = Entries("?object_kind=things");
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0]["event"], "things.searched");
  EXPECT_EQ(entries[0]["reason"], "search:number");
}

TEST_F(AuditTrail, TellsWhoWasRefused) {
  Browser unable = SignedIn("administrator");
  ASSERT_EQ(unable.Get("/api/v1/things/17").status, 403);
  Browser able = SignedIn("operator");
  ASSERT_EQ(able.Get("/api/v1/things/missing").status, 404);
  const Json entries = Entries("?event=access.denied");
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0]["object_id"], "missing");
  EXPECT_EQ(entries[0]["reason"], "thing.viewed");
  EXPECT_EQ(entries[0]["event_title"], "Отказано в доступе");
}

TEST_F(AuditTrail, HoldsSignInAndSignOut) {
  Browser browser = SignedIn("operator");
  browser.Send("DELETE", "/api/v1/session");
  const auto user = house_.As("operator").user_id.ToString();
  const Json entries = Entries("?user_id=" + user);
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0]["event"], "session.ended");
  EXPECT_EQ(entries[1]["event"], "session.started");
}

TEST_F(AuditTrail, IsReadByPagesFromTheNewest) {
  Browser browser = SignedIn("operator");
  for (int i = 0; i < 5; ++i) browser.Get("/api/v1/things/" + std::to_string(i));
  Browser auditor = SignedIn("auditor");
  std::vector<std::string> ids;
  std::string cursor;
  do {
    const auto page =
        Json::parse(auditor.Get("/api/v1/audit-entries?object_kind=thing&limit=2" + cursor).body);
    for (const auto& item : page["items"]) ids.push_back(item["object_id"]);
    cursor =
        page.contains("next_cursor") ? "&cursor=" + page["next_cursor"].get<std::string>() : "";
  } while (!cursor.empty());
  EXPECT_THAT(ids, ElementsAre("4", "3", "2", "1", "0"));
}

TEST_F(AuditTrail, RefusesAWrongFilter) {
  Browser auditor = SignedIn("auditor");
  for (const char* query : {"?limit=0", "?limit=201", "?limit=x", "?cursor=-1", "?user_id=x"}) {
    EXPECT_EQ(auditor.Get(std::string("/api/v1/audit-entries") + query).status, 422) << query;
  }
}

TEST_F(AuditTrail, IsShownOnlyToItsOrganization) {
  Browser browser = SignedIn("operator");
  browser.Get("/api/v1/things/17");
  Browser manager = SignedIn("manager");
  const auto entries = Json::parse(manager.Get("/api/v1/audit-entries").body)["items"];
  for (const auto& entry : entries) EXPECT_NE(entry["object_id"], "17");
}

TEST_F(AuditTrail, NothingIsShownThatCanNotBeWritten) {
  static const db::Query kBreak{
      "test.break", "ALTER TABLE access.audit_entries ADD CHECK (event <> 'thing.viewed')"};
  pool_.Transact(db::Scope::System(), [&](db::Tx& tx) { tx.Run(kBreak); });
  Browser browser = SignedIn("operator");
  const auto answer = browser.Get("/api/v1/things/17");
  EXPECT_EQ(answer.status, 500);
  EXPECT_THAT(answer.body, ::testing::Not(::testing::HasSubstr("seen")));
}

}  // namespace
}  // namespace okno::access::testing
