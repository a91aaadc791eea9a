// SPDX-License-Identifier: Apache-2.0
#include "access/audit_objects.h"
#include "served.h"

// What the reader of the journal is shown and may ask for.
namespace okno::access::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;

class AuditReading : public ServedTest {
 protected:
  static AuditWiring Wiring() {
    AuditWiring wiring;
    wiring.name = [](const Principal& reader, const std::vector<AuditObject>& objects) {
      std::map<AuditObject, AuditObjectName> names;
      for (const auto& object : objects) {
        const bool may = reader.May("applicants.view");
        names[object] = {"Т-" + object.id, may ? "Кротова В. И." : ""};
      }
      return names;
    };
    wiring.find = [](const Principal&, std::string_view typed) {
      return AuditFound{{{"thing", std::string(typed)}}, typed == "18"};
    };
    wiring.events = [] { return std::vector<std::string>{"thing.viewed"}; };
    return wiring;
  }
  AuditReading() {
    wired_.Add(Routes(services_, Wiring()));
    wired_.Add(Things());
    journal_.Start();
  }
  Browser SignedIn(const std::string& login) {
    Browser browser(journal_.port());
    browser.SignIn(login);
    return browser;
  }
  Json Entries(const std::string& query, const std::string& login = "auditor") {
    return Json::parse(SignedIn(login).Get("/api/v1/audit-entries" + query).body)["items"];
  }
  std::vector<std::string> IdsOf(const std::string& query) {
    std::vector<std::string> ids;
    for (const auto& entry : Entries(query)) ids.push_back(entry["object_id"]);
    return ids;
  }
  http::Router wired_;
  http::Hub wired_hub_;
  http::Metrics wired_metrics_;
  http::Server journal_{
      {.port = 0, .workers = 4}, wired_, wired_hub_, wired_metrics_, texts_, MakeGuard(services_),
      MakeObserver(services_)};
};

TEST_F(AuditReading, NamesTheObjectAsFarAsTheReadersRightsGo) {
  SignedIn("operator").Get("/api/v1/things/17");
  const Json full = Entries("?object_kind=thing")[0];
  EXPECT_EQ(full["object_number"], "Т-17");
  EXPECT_EQ(full["object_person"], "Кротова В. И.");
  const Json bare = Entries("?object_kind=thing", "administrator")[0];
  EXPECT_EQ(bare["object_number"], "Т-17");
  EXPECT_FALSE(bare.contains("object_person"));
}

TEST_F(AuditReading, FindsWhatWasDoneWithWhatWasTyped) {
  Browser browser = SignedIn("operator");
  for (const char* id : {"17", "18"}) browser.Get(std::string("/api/v1/things/") + id);
  EXPECT_THAT(IdsOf("?q=17"), ElementsAre("17"));
  const auto says_incomplete = [this](const std::string& query) {
    return Json::parse(SignedIn("auditor").Get("/api/v1/audit-entries" + query).body)
        .value("incomplete", false);
  };
  EXPECT_FALSE(says_incomplete("?q=17"));
  EXPECT_TRUE(says_incomplete("?q=18"));
  EXPECT_THAT(IdsOf("?q=99"), ElementsAre());
}

TEST_F(AuditReading, OfAPeriodHasItsDaysWhole) {
  Browser browser = SignedIn("operator");
  browser.Get("/api/v1/things/day");                  // 23.11, 12:15 in Moscow
  clock_.Set(*ParseInstant("2026-11-23T20:59:00Z"));  // a minute before midnight there
  SignedIn("operator").Get("/api/v1/things/evening");
  clock_.Set(*ParseInstant("2026-11-23T21:00:00Z"));  // the 24th has begun
  SignedIn("operator").Get("/api/v1/things/next");
  EXPECT_THAT(IdsOf("?object_kind=thing&from=2026-11-23&to=2026-11-23"),
              ElementsAre("evening", "day"));
  EXPECT_THAT(IdsOf("?object_kind=thing&from=2026-11-24"), ElementsAre("next"));
  EXPECT_THAT(IdsOf("?object_kind=thing&to=2026-11-22"), ElementsAre());
  for (const char* wrong :
       {"from=24.11.2026", "from=0001-01-01", "to=9999-12-31", "to=2026-02-30"}) {
    const auto answer =
        SignedIn("auditor").Get(std::string("/api/v1/audit-entries?object_kind=thing&") + wrong);
    EXPECT_EQ(answer.status, 422) << wrong;
    EXPECT_EQ(Json::parse(answer.body)["fields"][0]["code"], "field.date") << wrong;
  }
}

TEST_F(AuditReading, OffersAllActionsAndNotThoseSeenSoFar) {
  const Json words = Json::parse(SignedIn("auditor").Get("/api/v1/audit-words").body);
  std::vector<std::string> events;
  for (const auto& word : words["events"]) events.push_back(word["code"]);
  EXPECT_THAT(events,
              IsSupersetOf({"access.denied", "session.refused", "session.paused", "session.started",
                            "session.proof_refused", "user.created", "thing.viewed"}));
  std::vector<std::string> kinds;
  for (const auto& word : words["kinds"]) kinds.push_back(word["title"]);
  EXPECT_THAT(kinds, IsSupersetOf({"Вход", "Сотрудник", "Организация"}));
  EXPECT_EQ(SignedIn("operator").Get("/api/v1/audit-words").status, 403);
}

}  // namespace
}  // namespace okno::access::testing
