// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "inquiries/subject.h"
#include "served.h"

// Inquiries about the people whom a case names.
namespace okno::inquiries {
namespace {

using namespace testing;          // ServedTest, Bureau
using namespace access::testing;  // Browser and what goes with it

Json Child(const std::string& first, const std::string& born) {
  return {
      {"kind", "person"}, {"last_name", "Калинин"}, {"first_name", first}, {"birth_date", born}};
}

// The document "births" of the case is about two children and the applicant.
class FamilyTest : public ServedTest {
 protected:
  FamilyTest() {
    auto applicant = bureau_.AddApplicant();
    bureau_.case_applicant = applicant.id;
    bureau_.case_persons["births"] = {kPetr, kAnna, applicant.ToJson()};
  }
  Json Ask(Json more, int status = 201) {
    Json body = {{"type", "births"},
                 {"application_id", bureau_.known_case.id.ToString()},
                 {"item", "births"}};
    body.update(more);
    const auto answer = browser_.Send("POST", kInquiries, body, WithKey());
    EXPECT_EQ(answer.status, status) << answer.body;
    return Json::parse(answer.body);
  }
  Json Typed(const Json& inquiry, const Json& form) {
    const auto saved =
        browser_.Send("PUT", PathOf(inquiry) + "/form", {{"form", form}}, Match(inquiry));
    EXPECT_EQ(saved.status, 200) << saved.body;
    return Json::parse(saved.body);
  }

  const Json kPetr = Child("Пётр", "2019-03-02"), kAnna = Child("Анна", "2021-07-15");
  Browser browser_ = door_.SignedIn("operator");
};

TEST_F(FamilyTest, AnInquiryAboutAPersonOfTheCaseIsFilledFromThatPerson) {
  const auto inquiry = Ask({{"person", PersonKey(kAnna)}});
  EXPECT_EQ(inquiry["form"], (Json{{"LastName", "Калинин"},
                                   {"FirstName", "Анна"},
                                   {"BirthDate", "2021-07-15"},
                                   {"Kind", "birth"}}))
      << "and asks for the first kind of record that the document needs";
  EXPECT_EQ(inquiry["subject_name"], "Калинин А.");
  EXPECT_EQ(inquiry["person"], PersonKey(kAnna));
  EXPECT_EQ(inquiry["item"], "births");
  EXPECT_FALSE(inquiry.contains("applicant_id")) << "a child has no card here";
}

TEST_F(FamilyTest, TheApplicantAmongThePersonsIsAskedAboutByTheCard) {
  const auto& applicant = bureau_.case_persons["births"].back();
  const auto inquiry = Ask({{"person", PersonKey(applicant)}});
  EXPECT_EQ(inquiry["applicant_id"], applicant["id"]);
  EXPECT_EQ(inquiry["form"]["LastName"], "Петрова");
}

// The mother's own record would stand there otherwise.
TEST_F(FamilyTest, WithAChoiceTheFormIsAboutNobodyYet) {
  const auto inquiry = Ask(Json::object());
  EXPECT_EQ(inquiry["form"], (Json{{"Kind", "birth"}}));
  EXPECT_FALSE(inquiry.contains("person"));
  EXPECT_FALSE(inquiry.contains("subject_name"));
  bureau_.case_persons["births"] = {kPetr};
  EXPECT_EQ(Ask(Json::object())["subject_name"], "Калинин П.") << "the only one";
}

TEST_F(FamilyTest, SomebodyElseIsRefusedAtItsField) {
  const struct {
    Json more;
    const char* what;
  } cases[] = {{{{"person", PersonKey(Child("Яна", "2001-01-01"))}}, "not of the case"},
               {{{"person", "anybody"}}, "no key"},
               {{{"person", PersonKey(kPetr)}, {"type", "taxpayer"}, {"item", "income"}},
                "a document that tells nobody"}};
  for (const auto& [more, what] : cases) {
    const auto problem = Ask(more, 422);
    EXPECT_EQ(problem["fields"][0]["pointer"], "/person") << what;
    EXPECT_EQ(problem["fields"][0]["code"], "inquiries.person_unknown") << what;
  }
}

// What counts is whom the form asks about when it is sent, not whom it was begun for.
TEST_F(FamilyTest, WhomItAsksAboutFollowsWhatIsTyped) {
  auto inquiry = Ask({{"person", PersonKey(kPetr)}});
  const struct {
    const char *last, *first, *born;
    std::string key, name;
  } cases[] = {
      {" КАЛИНИН ", "Петр", "2019-03-02", PersonKey(kPetr), "КАЛИНИН П."},
      {"Калинин", "Анна", "2021-07-15", PersonKey(kAnna), "Калинин А."},
      {"Калинин", "Анна", "2019-03-02", PersonKey(Child("Анна", "2019-03-02")), "Калинин А."},
      {"Калинин", "Пётр", "", "", "Калинин П."}};
  for (const auto& [last, first, born, key, name] : cases) {
    inquiry = Typed(inquiry, {{"LastName", last}, {"FirstName", first}, {"BirthDate", born}});
    EXPECT_EQ(inquiry.value("person", ""), key) << last << first << born;
    EXPECT_EQ(inquiry["subject_name"], name);
  }
}

TEST_F(FamilyTest, AnotherCardPutsItsDataInThePlaceOfTheChilds) {
  const auto inquiry = Ask({{"person", PersonKey(kPetr)}});
  const auto other = bureau_.AddApplicant().id.ToString();
  const auto bound = browser_.Send("PUT", PathOf(inquiry) + "/applicant", {{"applicant_id", other}},
                                   Match(inquiry));
  ASSERT_EQ(bound.status, 200) << bound.body;
  const auto now = Json::parse(bound.body);
  EXPECT_EQ(now["form"]["LastName"], "Петрова");
  EXPECT_EQ(now["form"]["BirthDate"], "1980-03-12");
  EXPECT_EQ(now["subject_name"], "Петрова М.");
}

// Else the child's СНИЛС would go to the mother's card by one click.
TEST_F(FamilyTest, WhatIsSaidOfAChildIsNothingForTheApplicantsCard) {
  bureau_.ConnectToBus();
  const auto& applicant = bureau_.case_persons["births"].back();
  auto inquiry = Ask({{"person", PersonKey(applicant)}});
  inquiry = Typed(inquiry, {{"LastName", "Калинин"},
                            {"FirstName", "Пётр"},
                            {"BirthDate", "2019-03-02"},
                            {"Kind", "birth"}});
  EXPECT_EQ(inquiry["applicant_id"], applicant["id"]);
  ASSERT_EQ(browser_.Send("POST", PathOf(inquiry) + "/sending", {}, Match(inquiry)).status, 200);
  bureau_.AgencyAnswers(bureau_.Reload(*InquiryId::Parse(inquiry["id"].get<std::string>())),
                        "<t:Record>12</t:Record>");
  EXPECT_FALSE(Json::parse(browser_.Get(PathOf(inquiry) + "/card-comparison").body)
                   .contains("applicant_id"));
  const auto taken =
      browser_.Send("POST", PathOf(inquiry) + "/card-changes",
                    {{"applicant_version", 1}, {"paths", {"applicant.snils"}}}, WithKey());
  EXPECT_EQ(taken.status, 409) << taken.body;
}

// The register would call the child's record the mother's.
TEST_F(FamilyTest, ACardBoundLaterDoesNotNameTheAnswerAfterItself) {
  bureau_.ConnectToBus();
  const auto begun = Ask({{"person", PersonKey(kAnna)}});
  const auto saved = Typed(begun, begun["form"]);
  ASSERT_EQ(browser_.Send("POST", PathOf(saved) + "/sending", {}, Match(saved)).status, 200);
  bureau_.AgencyAnswers(bureau_.Reload(*InquiryId::Parse(saved["id"].get<std::string>())),
                        "<t:Record>12</t:Record>");
  const auto answered = Json::parse(browser_.Get(PathOf(saved)).body);
  const auto bound =
      browser_.Send("PUT", PathOf(saved) + "/applicant",
                    {{"applicant_id", bureau_.AddApplicant().id.ToString()}}, Match(answered));
  ASSERT_EQ(bound.status, 200) << bound.body;
  EXPECT_EQ(Json::parse(bound.body)["subject_name"], "Калинин А.");
}

}  // namespace
}  // namespace okno::inquiries
