// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crypto/gost.h"
#include "demo/demo.h"
#include "testbed/control.h"
#include "testbed/migrations.h"
#include "testbed/testbed.h"
#include "whole_house.h"

namespace okno::app {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;
using ::testing::UnorderedElementsAreArray;

// With this seed the fewest applications that show every state.
constexpr DemoOptions kSmall{.applicants = 40, .applications = 60, .seed = 5};

// What a person would compare: no ids, no moments.
constexpr db::Query kPeople{"test.people", R"(
  SELECT concat_ws('|', kind, last_name, first_name, middle_name, full_name, snils, inn, registration_address, phone) AS line
  FROM applicants.applicants ORDER BY line)"};
constexpr db::Query kCases{"test.cases", R"(
  SELECT concat_ws('|', a.number, a.status, a.applicant_name, a.service_code, a.form, a.marks, a.planned_date,
    a.executor_name, a.decision->>'positive', a.decision->>'registration_number',
    (SELECT string_agg(h.code || h.detail || h.reason || h.actor, ',' ORDER BY h.version, h.code)
     FROM applications.history h WHERE h.application_id = a.id AND h.kind <> 'document')) AS line
  FROM applications.applications a ORDER BY line)"};
constexpr db::Query kOrganizations{"test.organizations",
                                   "SELECT code AS line FROM access.organizations"};
constexpr db::Query kInquiries{"test.inquiries", R"(
  SELECT concat_ws('|', i.number, i.type_name, i.state, i.subject_name, i.case_number, i.case_item,
    i.answer->'has_data', a.has_data, (SELECT count(*) FROM documents.documents d
      WHERE d.owner_id = i.case_id AND d.item = i.case_item AND d.source = 'inquiry') > 0) AS line
  FROM inquiries.inquiries i JOIN applications.inquiry_answers a ON a.inquiry_id = i.id ORDER BY line)"};
constexpr db::Query kStatuses{"test.statuses",
                              "SELECT DISTINCT status AS line FROM applications.applications"};

// A region that can live on databases of its own, beside a test bed of its own.
class Region {
 public:
  Region() {
    bus_.Start();
    config_ = config::Config::Load("", {{"OKNO_DATABASE_DSN", database_.dsn()},
                                        {"OKNO_DATA", folder_.path()},
                                        {"OKNO_CONTENT", OKNO_SOURCE_DIR "/content"},
                                        {"OKNO_TESTBED_PORT", std::to_string(bus_.port())}});
  }
  void Live() { RunDemo(config_, kSmall); }
  // At its test bed; with a certificate this installation does not have.
  void RegisterAnothers(const std::string& mnemonic) {
    crypto::LoadGost();
    const auto now = clock_.Now();
    const auto keys = crypto::MakeRoot({.common_name = "Другая установка",
                                        .not_before = now - std::chrono::hours(1),
                                        .not_after = now + std::chrono::hours(1)});
    testbed::control::RegisterParticipant("http://127.0.0.1:" + std::to_string(bus_.port()),
                                          mnemonic, "МФЦ", keys.certificate_pem);
  }
  std::vector<std::string> Lines(const db::Query& query) {
    db::Pool db({.dsn = database_.dsn(), .size = 1});
    return db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      std::vector<std::string> lines;
      for (const auto& row : tx.Run(query)) lines.push_back(row["line"].Text());
      return lines;
    });
  }

 private:
  static std::span<const std::span<const db::Migration>> BusRooms() {
    static const std::span<const db::Migration> rooms[] = {testbed::Migrations()};
    return rooms;
  }
  testing::TemporaryFolder folder_;
  db::testing::Database database_{AllMigrations()}, bus_database_{BusRooms()};
  SystemClock clock_;
  testbed::Testbed bus_{{.data_folder = folder_.path() + "/testbed",
                         .dsn = bus_database_.dsn(),
                         .content_folder = OKNO_SOURCE_DIR "/content",
                         .port = 0,
                         .neighbours = testbed::NeighboursMode::kAnswer,
                         .neighbours_delay = std::chrono::milliseconds(0)},
                        clock_};
  config::Config config_;
};

TEST(Demo, ShowsEveryStateOfAnApplicationAndIsTheSameForTheSameSeed) {
  Region first, second;
  first.Live();
  second.Live();
  EXPECT_THAT(first.Lines(kStatuses),
              UnorderedElementsAreArray(
                  {"draft", "intake", "processing", "rework", "delivery_queued",
                   "delivery_on_demand", "sent", "sent_by_courier", "in_agency", "awaiting_notice",
                   "ready_to_issue", "closed", "refused_intake", "withdrawn", "unclaimed"}));
  EXPECT_EQ(first.Lines(kCases).size(), static_cast<std::size_t>(kSmall.applications));
  EXPECT_EQ(first.Lines(kPeople), second.Lines(kPeople));
  EXPECT_FALSE(first.Lines(kInquiries).empty());
  EXPECT_EQ(first.Lines(kInquiries), second.Lines(kInquiries));
  const auto one = first.Lines(kCases), other = second.Lines(kCases);
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t i = 0; i < one.size(); ++i) EXPECT_EQ(one[i], other[i]);
}

TEST(Demo, DoesNotCutOffAnotherInstallationFromItsTestBed) {
  Region region;
  region.RegisterAnothers("MSZ7701");
  EXPECT_THAT([&] { region.Live(); },
              ThrowsMessage<std::runtime_error>(HasSubstr("принадлежит другой установке")));
  EXPECT_TRUE(region.Lines(kOrganizations).empty()) << "nothing is made half";
}

}  // namespace
}  // namespace okno::app
