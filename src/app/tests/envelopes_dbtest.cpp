// SPDX-License-Identifier: Apache-2.0
// Who reads raw envelopes, and that it is seen: docs/decisions/0007.
#include <algorithm>
#include <mutex>

#include "foreign_objects.h"
#include "served.h"

namespace okno::app::testing {
namespace {

const db::Query kCopyMessage{
    "test.copy_message",
    "INSERT INTO exchange.messages (id, organization_id, connection_id, outgoing, operation, "
    "state, smev_id, content_xml, signature_verdict, subject_kind, subject_id, created_at) "
    "SELECT $1, organization_id, connection_id, outgoing, operation, state, $1, content_xml, "
    "signature_verdict, subject_kind, subject_id, now() FROM exchange.messages WHERE id = $2"};

class Envelopes : public ::testing::Test {
 protected:
  Envelopes() {
    const auto objects = MakeForeignWorld(whole_).objects;
    const auto message =
        std::ranges::find(objects, "/api/v1/smev-messages/{id}", &ForeignObject::pattern_prefix);
    id_ = message->id;
    whole_.house.db.SetObserver([this](std::string_view query, std::chrono::microseconds) {
      const std::scoped_lock lock(mutex_);
      if (query.starts_with("agency.")) asked_.emplace_back(query);
    });
    served_.Start();
  }
  http::ClientAnswer Open(const std::string& login) {
    auto browser = served_.SignedIn(login);
    return browser.Get("/api/v1/smev-messages/" + id_ + "/xml");
  }
  Json Trail(const std::string& filter = {}) {
    auto manager = served_.SignedIn("manager");
    return Json::parse(
        manager.Get("/api/v1/audit-entries?event=smev_message.viewed" + filter).body)["items"];
  }

  std::mutex mutex_;
  std::vector<std::string> asked_;  // of the agency's tables
  WholeHouse whole_;
  std::string id_;
  Served served_{whole_.house};
};

TEST_F(Envelopes, AreReadByTheAdministratorAndTheTrailSaysSo) {
  const auto opened = Open("agency.administrator");
  ASSERT_EQ(opened.status, 200) << opened.body;
  EXPECT_EQ(opened.body, "<xml/>");
  const auto trail = Trail();
  ASSERT_EQ(trail.size(), 1u);
  EXPECT_EQ(trail[0]["event"], "smev_message.viewed");
  EXPECT_EQ(trail[0]["object_id"], id_);
}

TEST_F(Envelopes, AreFoundInTheTrailByWhatTheyAreAbout) {
  ASSERT_EQ(Open("agency.administrator").status, 200);
  const auto trail = Trail();
  ASSERT_EQ(trail.size(), 1u);
  const std::string number = trail[0].value("object_number", "");
  EXPECT_NE(number, "") << trail.dump(1);
  EXPECT_NE(trail[0].value("object_person", ""), "") << trail.dump(1);
  EXPECT_EQ(Trail("&q=" + number).size(), 1u);
  EXPECT_TRUE(Trail("&q=999999").empty());
}

TEST_F(Envelopes, OfTheJournalAreNamedByTheNumberOfWhatTheyAreAbout) {
  auto browser = served_.SignedIn("agency.administrator");
  const Json items = Json::parse(browser.Get("/api/v1/smev-messages").body)["items"];
  const auto row =
      std::ranges::find(items, id_, [](const Json& item) { return item["id"].get<std::string>(); });
  ASSERT_NE(row, items.end());
  EXPECT_NE(row->value("subject_number", ""), "") << row->dump(1);
}

// A page of fifty was fifty questions, one after the other.
TEST_F(Envelopes, OfAPageAreNamedByOneQuestion) {
  whole_.house.db.Transact(whole_.people.As("manager").scope(), [&](db::Tx& tx) {
    for (int i = 0; i < 3; ++i) tx.Run(kCopyMessage, Uuid::NewV7(), *Uuid::Parse(id_));
  });
  auto browser = served_.SignedIn("agency.administrator");
  asked_.clear();
  const Json items = Json::parse(browser.Get("/api/v1/smev-messages").body)["items"];
  ASSERT_GE(items.size(), 4u);
  for (const auto& item : items) EXPECT_NE(item.value("subject_number", ""), "") << item.dump(1);
  const std::scoped_lock lock(mutex_);
  EXPECT_EQ(asked_, (std::vector<std::string>{"agency.list_numbers"}));
}

TEST_F(Envelopes, AreReadByWhoSeesTheirCardOnly) {
  EXPECT_EQ(Open("officer").status, 200);
  EXPECT_EQ(Open("officer.right").status, 404);
  EXPECT_EQ(Open("administrator").status, 404);  // of another organization
  const auto trail = Trail();
  ASSERT_EQ(trail.size(), 1u);
}

}  // namespace
}  // namespace okno::app::testing
