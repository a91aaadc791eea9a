// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/testing/front_door.h"
#include "applications/routes.h"
#include "inquiry_answers.h"

// A document that is about the children whom the form names: what agencies answer about each, and
// what counts.
namespace okno::applications {
namespace {

using namespace access::testing;  // FrontDoor, Browser and what goes with them

Json Child(const std::string& first, const std::string& born) {
  return {{"last_name", "Петров"}, {"first_name", first}, {"birth_date", born}};
}
const Json kPetr = Child("Пётр", "2019-03-02"), kPavel = Child("Павел", "2019-03-02");
// The applicant of the desk's cases.
const Json kMother = {
    {"last_name", "Петрова"}, {"first_name", "Мария"}, {"birth_date", "1958-03-12"}};

class AskedPersonsTest : public testing::InquiryAnswersTest {
 protected:
  // A case whose form names these children.
  Case With(const Json& children) {
    const auto filed = desk_.BeginComplete();
    return Retold(filed, children);
  }
  Case Retold(const Case& subject, const Json& children) {
    DraftInput input;
    input.form = subject.application.form;
    (*input.form)["children"] = children;
    return SaveDraft(desk_.services, desk_.As("operator"), subject.application.id,
                     desk_.Reload(subject.application.id).application.version, input)
        .value();
  }
  using Records = std::vector<std::string>;
  void About(const Case& subject, const Json& asked, bool has_data = true,
             const Records& records = {"birth"}) {
    std::string name = asked.value("last_name", "");
    if (const auto first = asked.value("first_name", ""); !first.empty()) name += " " + first;
    const bool mother = asked == kMother;
    Answered(subject,
             {.card = mother ? std::optional(subject.application.applicant_id) : std::nullopt,
              .name = mother ? subject.application.applicant_name : name,
              .asked = asked,
              .item = "births",
              .records = records},
             has_data);
  }
  Json LineOf(const Case& subject) {
    auto browser = door_.SignedIn("operator");
    const auto application = Json::parse(
        browser.Get("/api/v1/applications/" + subject.application.id.ToString()).body);
    for (const auto& item : application.at("checklist")) {
      if (item.at("code") == "births") return item;
    }
    return {};
  }
  // "Пётр+ Павел-": who is answered; "=" at the end when the document is obtained.
  static std::string Told(const Json& line) {
    std::string told;
    for (const auto& person : line.at("persons")) {
      const auto name = person.at("name").get<std::string>();
      told += name.substr(name.find(' ') + 1) + (person.at("answered") ? "+ " : "- ");
    }
    EXPECT_EQ(line.at("obtained"), line.at("given"));
    return told + (line.at("obtained") ? "=" : "");
  }

  FrontDoor door_{{desk_.db, desk_.clock, desk_.texts, {}}, Routes(desk_.services)};
};

TEST_F(AskedPersonsTest, TheDocumentIsObtainedWhenEachOfThemIsAnswered) {
  struct Arrived {
    Json asked;
    bool has_data = true;
  };
  const auto other_snils = [] {
    auto petr = kPetr;
    petr["snils"] = "112-233-445 95";
    return petr;
  };
  const struct {
    const char* what;
    std::vector<Arrived> arrived;
    const char* told;
  } cases[] = {
      {"nobody", {}, "Пётр- Павел- "},
      {"the mother's own record", {{kMother}}, "Пётр- Павел- "},
      {"one of two", {{kPetr}}, "Пётр+ Павел- "},
      {"one of two, twice", {{kPetr}, {kPetr}}, "Пётр+ Павел- "},
      {"both", {{kPavel}, {kPetr}}, "Пётр+ Павел+ ="},
      {"both, typed otherwise", {{Child("ПЕТР ", "2019-03-02")}, {kPavel}}, "Пётр+ Павел+ ="},
      {"one of two, of the other there is nothing", {{kPetr}, {kPavel, false}}, "Пётр+ Павел- "},
      {"nothing first, found then", {{kPavel, false}, {kPetr}, {kPavel}}, "Пётр+ Павел+ ="},
      {"found first, nothing then", {{kPetr}, {kPavel}, {kPavel, false}}, "Пётр+ Павел+ ="},
      {"a stranger", {{Child("Яна", "2019-03-02")}, {kPetr}}, "Пётр+ Павел- "},
      {"the same name, another day", {{Child("Пётр", "2001-03-02")}}, "Пётр- Павел- "},
      {"no birth date", {{Child("Пётр", "")}}, "Пётр- Павел- "},
      {"whom it asked about is not known", {{Json::object()}}, "Пётр- Павел- "},
      {"with a СНИЛС, of which the form knows none", {{other_snils()}}, "Пётр+ Павел- "}};
  for (const auto& [what, arrived, told] : cases) {
    const auto subject = With({kPetr, kPavel});
    for (const auto& [asked, has_data] : arrived) About(subject, asked, has_data);
    EXPECT_EQ(Told(LineOf(subject)), told) << what;
  }
}

// The document is a record of birth; the agency keeps others too, by the same message type.
TEST_F(AskedPersonsTest, OnlyARecordOfTheKindThatTheDocumentNeedsObtainsIt) {
  const struct {
    const char* what;
    std::vector<Records> arrived;
    const char* told;
    bool asked;  // the answer is shown at the person
  } cases[] = {{"of birth", {{"birth"}}, "Пётр+ =", true},
               {"of a marriage", {{"marriage"}}, "Пётр- ", false},
               {"of both", {{"birth", "marriage"}}, "Пётр+ =", true},
               {"of a kind that the type does not tell", {{}}, "Пётр- ", false},
               {"of a marriage, then of birth", {{"marriage"}, {"birth"}}, "Пётр+ =", true},
               {"of birth, then of a marriage", {{"birth"}, {"marriage"}}, "Пётр+ =", true}};
  for (const auto& [what, arrived, told, asked] : cases) {
    const auto subject = With({kPetr});
    for (const auto& records : arrived) About(subject, kPetr, true, records);
    const auto line = LineOf(subject);
    EXPECT_EQ(Told(line), told) << what;
    EXPECT_EQ(line.at("persons")[0].contains("inquiry_id"), asked) << what;
    EXPECT_EQ(line.at("answers").size(), arrived.size()) << what;
  }
}

TEST_F(AskedPersonsTest, ARecordOfAnotherKindIsNamedSo) {
  const auto subject = With({kPetr});
  About(subject, kPetr, true, {"marriage"});
  const auto current = desk_.Reload(subject.application.id);
  EXPECT_EQ(current.documents.front().title,
            "Доходы физического лица, запрос № P/26/1, запись другого вида: Петров Пётр");
  EXPECT_EQ(current.history.back().code, "applications.history.inquiry_other_record");
}

TEST_F(AskedPersonsTest, WhoIsNotNamedInFullIsWantedAndCanNotBeAskedAbout) {
  const auto subject = With({kPetr, {{"last_name", "Петров"}}});
  About(subject, kPetr);
  const auto line = LineOf(subject);
  EXPECT_EQ(line.at("obtained"), false);
  const auto& persons = line.at("persons");
  EXPECT_EQ(persons[0].at("name"), "Петров Пётр");
  EXPECT_EQ(persons[0].at("role"), "Ребёнок 1");
  EXPECT_EQ(persons[0].at("birth_date"), "2019-03-02");
  EXPECT_EQ(persons[0].at("is_applicant"), false);
  EXPECT_TRUE(persons[0].contains("key"));
  EXPECT_EQ(persons[1].at("role"), "Ребёнок 2");
  EXPECT_FALSE(persons[1].contains("key"));
}

// What was answered counts by whom the form names now.
TEST_F(AskedPersonsTest, ACorrectedFormIsJudgedAnew) {
  const auto subject = With({Child("Петя", "2019-03-02")});
  About(subject, kPetr);
  EXPECT_EQ(Told(LineOf(subject)), "Петя- ");
  EXPECT_EQ(Told(LineOf(Retold(subject, {kPetr}))), "Пётр+ =");
  EXPECT_EQ(Told(LineOf(Retold(subject, {kPetr, kPavel}))), "Пётр+ Павел- ");
}

// The form is saved every few seconds while it is typed: a row may be gone for a moment.
TEST_F(AskedPersonsTest, AnAnswerThatComesWhileTheFormNamesNobodyCountsWhenItDoes) {
  const auto subject = With({kPetr});
  Retold(subject, Json::array());
  About(subject, kPetr);
  const auto notes = desk_.Reload(subject.application.id).history;
  EXPECT_EQ(notes.back().code, "applications.history.inquiry_answered");
  EXPECT_EQ(Told(LineOf(Retold(subject, {kPetr}))), "Пётр+ =");
}

TEST_F(AskedPersonsTest, AFormOfAnyShapeIsShown) {
  for (const char* children : {R"([{"last_name": "Петров", "birth_date": 5}])", R"([7, null])",
                               R"([{"last_name": {}, "first_name": []}])", R"({"birth_date": 1})"}) {
    const auto subject = With(Json::parse(children));
    auto browser = door_.SignedIn("operator");
    const auto shown = browser.Get("/api/v1/applications/" + subject.application.id.ToString());
    EXPECT_EQ(shown.status, 200) << children << shown.body;
  }
}

TEST_F(AskedPersonsTest, TitlesAndHistoryNameThePerson) {
  const auto subject = With({kPetr});
  About(subject, kPetr);
  About(subject, kMother);
  const auto current = desk_.Reload(subject.application.id);
  std::vector<std::string> titles;
  for (const auto& document : current.documents) {
    if (document.name.ends_with(".pdf")) titles.push_back(document.title);
  }
  const auto& mother = subject.application.applicant_name;
  EXPECT_THAT(titles, ::testing::UnorderedElementsAre(
                          "Доходы физического лица, запрос № P/26/1: Петров Пётр",
                          "Доходы физического лица, запрос № P/26/2, о другом лице: " + mother));
  std::vector<std::string> notes;
  for (const auto& entry : current.history) {
    if (entry.kind == "document") notes.push_back(entry.code + " " + entry.detail);
  }
  EXPECT_THAT(notes, ::testing::ElementsAre(
                         "applications.history.inquiry_answered P/26/1 (Петров Пётр)",
                         "applications.history.inquiry_answered P/26/2",
                         "applications.history.inquiry_about_other " + mother));
}

}  // namespace
}  // namespace okno::applications
