// SPDX-License-Identifier: Apache-2.0
// «Кто смотрел»: a call to a person is found by the person and the case, not by its own id only;
// and so is an inquiry about a member of the family, who has no card, and a package that shows the
// case.
#include <algorithm>
#include <set>

#include "foreign_objects.h"
#include "served.h"

namespace okno::app::testing {
namespace {

class CallsInJournal : public ::testing::Test {
 protected:
  CallsInJournal() {
    const auto objects = MakeForeignWorld(whole_).objects;
    const auto of = [&](const char* pattern) {
      return std::ranges::find(objects, pattern, &ForeignObject::pattern_prefix)->id;
    };
    call_ = of("/api/v1/calls/{id}");
    package_ = of("/api/v1/packages/{id}");
    case_ = of("/api/v1/applications/{id}");
    AddEmployee(whole_, "auditor.other", whole_.people.neighbour.id, "auditor");
    served_.Start();
  }
  Json Entries(const std::string& query) {
    auto auditor = served_.SignedIn("auditor.other");
    return Json::parse(auditor.Get("/api/v1/audit-entries?" + query).body)["items"];
  }

  WholeHouse whole_;
  std::string call_, case_, package_;
  Served served_{whole_.house};
};

TEST_F(CallsInJournal, AreFoundByTheNumberOfTheirCaseAndNameIt) {
  auto agent = served_.SignedIn("agent.other");
  const auto record = [&] {
    return agent.Send("POST", "/api/v1/calls/" + call_ + "/attempts", {{"outcome", "no_answer"}},
                      {{"Idempotency-Key", "call-in-journal"}});
  };
  const auto recorded = record();
  ASSERT_EQ(recorded.status, 201) << recorded.body;
  const std::string number = Json::parse(recorded.body)["number"];
  ASSERT_EQ(record().status, 201) << "the answer was lost on its way";

  const auto found = Entries("q=" + number + "&event=call.recorded");
  ASSERT_EQ(found.size(), 2u);
  for (const auto& entry : found) {
    EXPECT_EQ(entry["object_id"], call_);
    EXPECT_EQ(entry["object_number"], number) << entry.dump(1);
    EXPECT_NE(entry.value("object_person", ""), "") << entry.dump(1);
  }
  EXPECT_EQ(found[0]["reason"], "repeat");
  EXPECT_EQ(found[1]["reason"], "");
  EXPECT_TRUE(Entries("q=0901-26-999999&event=call.recorded").empty());
}

TEST_F(CallsInJournal, AreAmongWhoSawTheApplicantAndTheCase) {
  auto agent = served_.SignedIn("agent.other");
  const auto recorded =
      agent.Send("POST", "/api/v1/calls/" + call_ + "/attempts", {{"outcome", "busy"}},
                 {{"Idempotency-Key", "call-about-applicant"}});
  ASSERT_EQ(recorded.status, 201) << recorded.body;
  const std::string case_id = Json::parse(recorded.body)["application_id"];
  auto auditor = served_.SignedIn("auditor.other");
  const auto opened = Json::parse(auditor.Get("/api/v1/applications/" + case_id).body);
  const std::string applicant_id = opened["applicant"]["id"];

  for (const auto& [kind, id] :
       {std::pair{"application", case_id}, std::pair{"applicant", applicant_id}}) {
    const auto seen = Entries(std::string("object_kind=") + kind + "&object_id=" + id);
    std::set<std::string> events;
    for (const auto& entry : seen) events.insert(entry["event"]);
    EXPECT_THAT(events, ::testing::IsSupersetOf({"call.recorded", "application.viewed"})) << kind;
  }
  EXPECT_TRUE(Entries("object_kind=applicant&object_id=" + call_).empty());
}

TEST_F(CallsInJournal, InquiriesAboutTheFamilyAreAmongWhoSawTheApplicantAndTheCase) {
  auto operator_ = served_.SignedIn("stranger");
  const Json child = {{"last_name", "Кротов"},
                      {"first_name", "Олег"},
                      {"birth_date", "2019-03-02"},
                      {"born_abroad", false}};
  const auto saved = operator_.Send("PUT", "/api/v1/applications/" + case_ + "/draft",
                                    {{"form", {{"children", {child}}}}}, {{"If-Match", "\"1\""}});
  ASSERT_EQ(saved.status, 200) << saved.body;
  const auto begun = operator_.Send(
      "POST", "/api/v1/inquiries",
      {{"type", "civil-record"}, {"application_id", case_}, {"item", "birth_records"}},
      {{"Idempotency-Key", "inquiry-about-a-child"}});
  ASSERT_EQ(begun.status, 201) << begun.body;
  const Json inquiry = Json::parse(begun.body);
  ASSERT_FALSE(inquiry.contains("applicant_id"));
  const std::string id = inquiry["id"];
  ASSERT_EQ(operator_.Get("/api/v1/inquiries/" + id).status, 200);

  const std::string applicant = Json::parse(saved.body)["applicant"]["id"];
  for (const auto& query :
       {"object_kind=applicant&object_id=" + applicant,
        "object_kind=application&object_id=" + case_,
        std::string("q=") + "%D0%9A%D1%80%D0%BE%D1%82%D0%BE%D0%B2%D0%B0"}) {  // Кротова
    const auto seen = Entries(query + "&event=inquiry.viewed");
    ASSERT_EQ(seen.size(), 1u) << query;
    EXPECT_EQ(seen[0]["object_id"], id);
  }
}

TEST_F(CallsInJournal, PackagesAreAmongWhoSawTheCasesInThem) {
  auto processor = served_.SignedIn("stranger.processor");
  const auto opened = processor.Get("/api/v1/packages/" + package_);
  ASSERT_EQ(opened.status, 200) << opened.body;
  const auto seen = Entries("object_kind=application&object_id=" + case_ + "&event=package.viewed");
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen[0]["object_id"], package_);
  const std::string number = Json::parse(opened.body)["number"];
  EXPECT_EQ(seen[0]["object_number"], number);
  const auto encoded = number.substr(0, 5) + "%D0%9F" + number.substr(7);
  EXPECT_EQ(Entries("q=" + encoded + "&event=package.viewed").size(), 1u);
}

}  // namespace
}  // namespace okno::app::testing
