// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/testing/front_door.h"
#include "applications/routes.h"
#include "applications/testing.h"
#include "logic/print_data.h"

namespace okno::applications {
namespace {

using namespace access::testing;

// What the applicant hands over though no checklist names it.
class OtherPapers : public ::testing::Test {
 protected:
  static std::string PathOf(const Case& subject) {
    return "/api/v1/applications/" + subject.application.id.ToString();
  }
  http::ClientAnswer Mark(const Case& subject, const Json& mark) {
    auto browser = door_.SignedIn("operator");
    const auto path = PathOf(subject);
    return browser.Send("PUT", path + "/draft", {{"marks", Json::array({mark})}},
                        IfMatch(Json::parse(browser.Get(path).body)));
  }
  std::vector<std::string> ListedOnPaper(const Case& subject) {
    const auto data =
        PrintData(desk_.services.texts, desk_.Reload(subject.application.id), PrintPlace());
    std::vector<std::string> lines;
    for (const auto& line : data["checklist"])
      lines.push_back(line["title"].get<std::string>() + ", " + line["form"].get<std::string>() +
                      ", " + line["sheets"].dump());
    lines.push_back(data["totals"].dump());
    return lines;
  }

  testing::Desk desk_;
  FrontDoor door_{{desk_.db, desk_.clock, desk_.texts, {}}, Routes(desk_.services)};
};

TEST_F(OtherPapers, AreNamedByTheOperatorAndListedOnPaperWithTheirSheets) {
  const auto draft = desk_.BeginComplete();
  const Json contract = {{"item", "other-1"},  {"given", true}, {"title", "Договор найма"},
                         {"form", "original"}, {"sheets", 4},   {"copies", 1}};
  const auto answer = Mark(draft, contract);
  ASSERT_EQ(answer.status, 200) << answer.body;
  const Json shown = Json::parse(answer.body)["other_papers"];
  ASSERT_EQ(shown.size(), 1U);
  EXPECT_EQ(shown[0], contract);
  desk_.Upload(draft, "other-1");  // its scan is no document of its own
  desk_.Upload(draft, "other");
  EXPECT_THAT(
      ListedOnPaper(draft),
      ::testing::ElementsAre("Паспорт, подлинник, 2", "Копия наградного листа, копия, 1",
                             "Договор найма, подлинник, 4", "other.pdf, электронный файл, \"\"",
                             R"({"copies":3,"documents":4,"sheets":7})"));
  ASSERT_EQ(Mark(draft, {{"item", "other-1"}, {"given", false}}).status, 200);
  EXPECT_EQ(ListedOnPaper(draft).size(), 4U);
}

TEST_F(OtherPapers, HaveATitleAndOneOfNinetyNinePlaces) {
  const auto draft = desk_.Begin();
  const auto wrong = [&](const Json& mark) {
    const auto body = Json::parse(Mark(draft, mark).body);
    return body.contains("fields") ? body["fields"][0]["pointer"].get<std::string>() : "";
  };
  EXPECT_EQ(wrong({{"item", "other-1"}, {"given", true}}), "/marks/0/title");
  for (const auto* item : {"other-", "other-0", "other-100", "other-x", "others"})
    EXPECT_EQ(wrong({{"item", item}, {"given", true}, {"title", "Бумага"}}), "/marks/0/item")
        << item;
  EXPECT_EQ(wrong({{"item", "other-99"}, {"given", true}, {"title", "Бумага"}}), "");
}

TEST_F(OtherPapers, AFileAddedAfterThePrintMakesThePapersOutdated) {
  const auto filed = desk_.Filed();
  auto browser = door_.SignedIn("operator");
  const auto path = PathOf(filed);
  const auto papers = [&] { return Json::parse(browser.Get(path).body)["papers"]["receipt"]; };
  ASSERT_EQ(browser.Get(path + "/print/receipt").status, 200);
  desk_.clock.Advance(std::chrono::minutes(1));
  desk_.Upload(filed, "signed_application");
  EXPECT_EQ(papers(), "current");
  desk_.Upload(filed, "other");
  EXPECT_EQ(papers(), "outdated");
}

TEST_F(OtherPapers, TravelToTheAgencyAsDocuments) {
  desk_.ConnectToBus();
  const auto draft = desk_.BeginComplete();
  ASSERT_EQ(Mark(draft, {{"item", "other-7"},
                         {"given", true},
                         {"title", "Справка о составе семьи"},
                         {"sheets", 1}})
                .status,
            200);
  const auto& id = draft.application.id;
  const auto login = desk_.As("operator");
  auto subject = desk_.Reload(id);
  subject = File(desk_.services, login, id, subject.application.version, NewKey()).value();
  subject = HandOver(desk_.services, login, id, subject.application.version).value();
  const auto sent =
      Send(desk_.services, desk_.As("processor"), id, subject.application.version).value();
  desk_.db.Transact(login.scope(), [&](db::Tx& tx) {
    const auto message = exchange::FindMessage(tx, sent.application.message_id.value());
    EXPECT_THAT(message->content_xml, ::testing::HasSubstr("Справка о составе семьи"));
  });
}

TEST_F(OtherPapers, LeftAsOriginalsAreGivenBackWithTheResult) {
  auto subject = desk_.BeginComplete();
  ASSERT_EQ(Mark(subject, {{"item", "other-1"},
                           {"given", true},
                           {"title", "Договор найма"},
                           {"form", "original"},
                           {"sheets", 4},
                           {"copies", 1}})
                .status,
            200);
  ASSERT_EQ(Mark(subject, {{"item", "birth_certificate"}, {"given", true}, {"form", "original"}})
                .status,
            200);
  const auto login = desk_.As("operator");
  const auto id = subject.application.id;
  const auto version = [&] { return desk_.Reload(id).application.version; };
  desk_.ConnectToBus();
  ASSERT_TRUE(File(desk_.services, login, id, version(), NewKey()));
  ASSERT_TRUE(HandOver(desk_.services, login, id, version()));
  subject = Send(desk_.services, desk_.As("processor"), id, version()).value();
  desk_.BusTook(subject);
  desk_.AgencyAnswers(subject, "positive");

  auto browser = door_.SignedIn("operator");
  const auto shown = [&] { return Json::parse(browser.Get(PathOf(subject)).body); };
  const Json contract = {{"item", "other-1"}, {"title", "Договор найма"}};
  const Json birth = {{"item", "birth_certificate"}, {"title", "Свидетельство о рождении"}};
  EXPECT_EQ(shown()["originals"], Json::array({birth, contract}))
      << "the passport was shown and taken back, of the award there is a copy; no answer needs the "
         "certificate any more, and it lies here all the same";
  const auto note = [&](const char* item) {
    const Json body = {{"representative", false},
                       {"identity_document", {{"kind", "military_id"}, {"number", "АБ 1234567"}}},
                       {"originals", {item}}};
    return browser.Send("PUT", PathOf(subject) + "/recipient", body, IfMatch(shown()));
  };
  const auto refused = note("passport");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, ::testing::HasSubstr("applications.not_an_original"));
  const auto noted = note("other-1");
  ASSERT_EQ(noted.status, 200) << noted.body;
  const auto after = Json::parse(noted.body);
  EXPECT_EQ(after["recipient"]["originals"], Json::array({"other-1"}));
  EXPECT_THAT(after["history"].back()["text"].get<std::string>(),
              ::testing::EndsWith("; возвращены подлинники: Договор найма"));
  const auto data = PrintData(desk_.services.texts, desk_.Reload(id), PrintPlace());
  EXPECT_EQ(data["recipient"]["originals"], "Договор найма");
}

}  // namespace
}  // namespace okno::applications
