// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <map>
#include <sstream>

#include "access/audit.h"
#include "access/staff.h"
#include "schema.h"
#include "served.h"
#include "whole_house.h"

// Whoever has an earlier landing goes on with this one: its database, with people's work in it, is
// brought up to date at the start and goes on being worked with. releases/N.steps names the last
// migration of each room in the Nth landing; a new landing gets a file of its own.
namespace okno::app::testing {
namespace {

using access::testing::Browser;

constexpr int kReleases = 6;

// What people made, and made of it; none of it may be gone.
constexpr db::Query kKept{"test.kept", R"(
  SELECT (SELECT count(*) FROM applications.applications) + (SELECT count(*) FROM applications.history)
    + (SELECT count(*) FROM applicants.applicants) + (SELECT count(*) FROM documents.documents)
    + (SELECT count(*) FROM exchange.messages) + (SELECT count(*) FROM access.audit_entries) AS kept)"};

std::string ReadFile(const std::string& name) {
  std::ifstream file(OKNO_SOURCE_DIR "/src/app/tests/releases/" + name);
  if (!file) throw std::runtime_error("no " + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// As many steps of each room as the release had.
std::vector<std::span<const db::Migration>> StepsOf(int release) {
  std::istringstream lines(ReadFile(std::to_string(release) + ".steps"));
  std::map<std::string, std::string, std::less<>> last;
  for (std::string line; std::getline(lines, line);)
    last[line.substr(0, line.find('/'))] = line.substr(line.find('/') + 1);
  std::vector<std::span<const db::Migration>> rooms;
  for (const auto& room : AllMigrations()) {
    const auto named = last.find(room.front().room);
    if (named == last.end()) continue;
    const auto step = std::ranges::find(room, named->second, &db::Migration::name);
    if (step == room.end()) throw std::runtime_error("a released step is gone");
    rooms.push_back(room.first(static_cast<std::size_t>(step - room.begin()) + 1));
  }
  return rooms;
}

// The database of the first release, filled.
std::vector<std::span<const db::Migration>> FirstRelease() {
  static const std::string rows = ReadFile("1.sql");
  static const db::Migration filled[] = {{"test", "rows_of_release_1", rows}};
  auto rooms = StepsOf(1);
  rooms.emplace_back(filled);
  return rooms;
}

// The number of the release the database comes to this one from; the ones between were run too. The
// longest leap and the longest walk; below, the steps alone are taken from each.
class Upgrade : public ::testing::TestWithParam<int> {
 protected:
  Upgrade() {
    for (int release = 2; release <= GetParam(); ++release)
      db::Migrate(database_.dsn(), StepsOf(release));
    config_ = std::make_unique<config::Config>(Settings(database_.dsn(), folder_.path()));
    house_ = std::make_unique<House>(*config_);
    served_ = std::make_unique<Served>(*house_);
    served_->Start();
  }

  // Once a login: the rows hold no passwords.
  Browser As(const std::string& login) {
    const auto member = house_->db.Transact(
        db::Scope::System(), [&](db::Tx& tx) { return access::FindStaffMember(tx, login); });
    const access::Context context{house_->db, house_->clock};
    EXPECT_TRUE(access::ResetPassword(context, access::Actor::System("test"),
                                      member.value().employee.user_id, access::testing::kPassword));
    return served_->SignedIn(login);
  }
  Json Get(Browser& browser, const std::string& path) {
    const auto answer = browser.Get(path);
    EXPECT_EQ(answer.status, 200) << path << " " << answer.body;
    return answer.status == 200 ? Json::parse(answer.body) : Json::object();
  }
  // The only row that a list shows for these words.
  Json Row(Browser& browser, const std::string& list, const std::string& number) {
    const auto rows = Get(browser, list + number).value("items", Json::array());
    EXPECT_EQ(rows.size(), 1U) << list << number;
    return rows.empty() ? Json::object() : rows.front();
  }
  Json Case(Browser& browser, const std::string& number) {
    const auto row = Row(browser, "/api/v1/applications?list=all&q=", number);
    return Get(browser, "/api/v1/applications/" + row.value("id", ""));
  }
  int Change(Browser& browser, const std::string& method, const Json& subject,
             const std::string& path, const Json& body = {}) {
    const auto answer =
        browser.Send(method, path, body,
                     {{"If-Match", "\"" + std::to_string(subject.value("version", 0)) + "\""},
                      {"Idempotency-Key", Uuid::NewV7().ToString()}});
    EXPECT_LT(answer.status, 300) << path << " " << answer.body;
    return answer.status;
  }

  db::testing::Database database_{FirstRelease()};
  TemporaryFolder folder_;
  std::unique_ptr<config::Config> config_;
  std::unique_ptr<House> house_;
  std::unique_ptr<Served> served_;
};

TEST_P(Upgrade, ShowsWhatWasThere) {
  EXPECT_TRUE(IsSchemaCurrent(house_->db));
  auto auditor = As("orlova");
  auto clerk = As("ivanova");
  const std::map<std::string, std::string> statuses = {{"0101-26-000006", "in_agency"},
                                                       {"0101-26-000033", "ready_to_issue"},
                                                       {"0101-26-000055", "processing"},
                                                       {"0101-26-000057", "rework"},
                                                       {"0103-26-000021", "delivery_on_demand"}};
  for (const auto& [number, status] : statuses) {
    const auto subject = Case(auditor, number);
    EXPECT_EQ(subject.value("status", ""), status) << number;
    EXPECT_FALSE(subject.value("history", Json::array()).empty()) << number;
    EXPECT_EQ(Get(clerk, "/api/v1/application-states/" + number).value("status", ""), status);
  }
  EXPECT_FALSE(Case(auditor, "0101-26-000033").at("documents").empty());
  auto processor = As("kuznetsova");
  const auto inquiry = Row(processor, "/api/v1/inquiries?q=", "P/26/2");
  EXPECT_EQ(Get(processor, "/api/v1/inquiries/" + inquiry.value("id", "")).value("state", ""),
            "answered");
  auto agent = As("vasilieva");
  EXPECT_EQ(Row(agent, "/api/v1/calls?q=", "0101-26-000057").value("reason", ""), "rework");
  auto administrator = As("admin");
  EXPECT_GT(Get(administrator, "/api/v1/smev-messages").value("items", Json::array()).size(), 5U);
  EXPECT_EQ(Get(auditor, "/api/v1/audit-verification").value("intact", false), true);
}

TEST_P(Upgrade, WorkGoesOn) {
  auto clerk = As("ivanova");
  const auto returned = Case(clerk, "0101-26-000057");
  Change(clerk, "POST", returned, "/api/v1/applications/" + returned.value("id", "") + "/handover");
  auto processor = As("kuznetsova");
  for (const auto* number : {"0101-26-000055", "0101-26-000057"}) {
    const auto ready = Case(processor, number);
    Change(processor, "POST", ready, "/api/v1/applications/" + ready.value("id", "") + "/sending");
    EXPECT_EQ(Case(processor, number).value("status", ""), "delivery_queued");
  }
  auto manager = As("mikhailov");
  const auto card = Row(manager, "/api/v1/registrations?q=", "0101-26-000006");
  const auto units = Get(manager, "/api/v1/organization").at("units");
  const auto there = std::ranges::find(units, Json("Отдел жилищных субсидий"),
                                       [](const Json& unit) { return unit.at("name"); });
  Change(manager, "POST", Get(manager, "/api/v1/registrations/" + card.value("id", "")),
         "/api/v1/registrations/" + card.value("id", "") + "/routing",
         {{"unit_id", there->at("id")}});
  const auto again = Case(clerk, "0101-26-000057");
  const Json ask = {{"applicant_id", again.at("applicant").at("id")},
                    {"service_code", "veteran-monthly-payment"}};
  EXPECT_EQ(Change(clerk, "POST", Json::object(), "/api/v1/applications", ask), 201);
}

INSTANTIATE_TEST_SUITE_P(FromRelease, Upgrade, ::testing::Values(1, kReleases));

// The steps alone, from every release there was.
class Steps : public ::testing::TestWithParam<int> {
 protected:
  long long Kept() {
    return db_.Transact(db::Scope::System(),
                        [](db::Tx& tx) { return tx.Run(kKept).front()["kept"].As<long long>(); });
  }

  db::testing::Database database_{FirstRelease()};
  db::Pool db_{{.dsn = database_.dsn(), .size = 1}};
};

TEST_P(Steps, LeadToThisReleaseAndLoseNothing) {
  const auto kept = Kept();
  EXPECT_GT(kept, 50);
  for (int release = 2; release <= GetParam(); ++release)
    db::Migrate(database_.dsn(), StepsOf(release));
  db::Migrate(database_.dsn(), AllMigrations());
  EXPECT_TRUE(IsSchemaCurrent(db_));
  EXPECT_EQ(Kept(), kept);
}

INSTANTIATE_TEST_SUITE_P(FromRelease, Steps, ::testing::Range(1, kReleases + 1));

}  // namespace
}  // namespace okno::app::testing
