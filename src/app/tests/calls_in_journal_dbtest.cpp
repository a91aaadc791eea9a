// SPDX-License-Identifier: Apache-2.0
// «Кто смотрел»: a call to a person is found by the person and the case, not by its own id only.
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
    call_ = std::ranges::find(objects, "/api/v1/calls/{id}", &ForeignObject::pattern_prefix)->id;
    AddEmployee(whole_, "auditor.other", whole_.people.neighbour.id, "auditor");
    served_.Start();
  }
  Json Entries(const std::string& query) {
    auto auditor = served_.SignedIn("auditor.other");
    return Json::parse(auditor.Get("/api/v1/audit-entries?" + query).body)["items"];
  }

  WholeHouse whole_;
  std::string call_;
  Served served_{whole_.house};
};

TEST_F(CallsInJournal, AreFoundByTheNumberOfTheirCaseAndNameIt) {
  auto agent = served_.SignedIn("agent.other");
  const auto recorded =
      agent.Send("POST", "/api/v1/calls/" + call_ + "/attempts", {{"outcome", "no_answer"}},
                 {{"Idempotency-Key", "call-in-journal"}});
  ASSERT_EQ(recorded.status, 201) << recorded.body;
  const std::string number = Json::parse(recorded.body)["number"];

  const auto found = Entries("q=" + number + "&event=call.recorded");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["object_id"], call_);
  EXPECT_EQ(found[0]["object_number"], number) << found[0].dump(1);
  EXPECT_NE(found[0].value("object_person", ""), "") << found[0].dump(1);
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

}  // namespace
}  // namespace okno::app::testing
