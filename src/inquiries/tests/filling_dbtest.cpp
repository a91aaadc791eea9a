// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bureau.h"

namespace okno::inquiries {
namespace {

using testing::Bureau;
using ::testing::ElementsAre;
using testing::kAnswer;
using testing::RefusalOf;

const Json kPerson = {{"last_name", "Петрова"}, {"birth_date", "1980-03-12"}, {"sex", "female"}};
class FillingTest : public ::testing::Test {
 protected:
  Bureau bureau;
  const Services& services = bureau.services;
  access::Principal Operator() { return bureau.As("operator"); }
  Result<View> Ask(const Json& person, const std::string& type = {}) {
    return AskAboutPerson(services, Operator(),
                          {.applicant_id = {}, .person = person, .type = type}, Bureau::Key());
  }
  // An applicant whose card an answer has come for.
  View AnsweredAbout(const applicants::Applicant& applicant) {
    bureau.ConnectToBus();
    const auto view =
        AskAboutPerson(services, Operator(),
                       {.applicant_id = applicant.id, .person = applicant.ToJson()}, Bureau::Key());
    bureau.AgencyAnswers(view.value(), kAnswer);
    return bureau.Reload(view->inquiry.id);
  }
};

TEST_F(FillingTest, FillersAreTheTypesWhoseAnswerHasValuesOfACardAndThatACardCanAsk) {
  const auto fillers = ListCardFillers(services);
  ASSERT_EQ(fillers.size(), 2u);
  EXPECT_EQ(fillers[0].type.name, "person-data");  // gives most
  EXPECT_THAT(fillers[0].gives, ElementsAre("applicant.first_name", "applicant.snils"));
  EXPECT_THAT(fillers[0].needs, ElementsAre("last_name", "birth_date", "sex"));
  EXPECT_EQ(fillers[1].type.name, "taxpayer");
  EXPECT_THAT(fillers[1].needs, ElementsAre("last_name", "identity_document/number"));
}

TEST_F(FillingTest, TheFirstOneThatCanBeAskedIsSentAtOnce) {
  bureau.ConnectToBus();
  const auto view = Ask(kPerson);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->inquiry.type_name, "person-data");
  EXPECT_EQ(view->inquiry.state, State::kReady);
  EXPECT_EQ(view->inquiry.number, "P/26/1");
  EXPECT_EQ(view->inquiry.purpose, "fill_applicant");
  EXPECT_EQ(view->inquiry.subject_name, "Петрова");

  const Json with_passport = {{"last_name", "Петрова"},
                              {"identity_document", {{"number", "123456"}}}};
  EXPECT_EQ(Ask(with_passport)->inquiry.type_name, "taxpayer");
}

TEST_F(FillingTest, WhatIsMissingIsNamedAtThePersonOfWhomLeastIsWanted) {
  bureau.ConnectToBus();
  const auto refused = Ask({{"last_name", "Петрова"}, {"snils", "11223344595"}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().fields,
            (std::vector<FieldError>{{"/person/identity_document/number", "field.required", {}}}));
  const auto named = Ask({{"last_name", "Петрова"}}, "person-data");
  ASSERT_FALSE(named);
  EXPECT_EQ(named.refusal().fields,
            (std::vector<FieldError>{{"/person/birth_date", "field.required", {}},
                                     {"/person/sex", "field.required", {}}}));
}

TEST_F(FillingTest, WithoutAConnectionOrAFillerItSaysSo) {
  EXPECT_EQ(RefusalOf(Ask(kPerson)), "exchange.no_connection");
  EXPECT_EQ(RefusalOf(Ask(kPerson, "property")), "inquiries.no_filler");
}

TEST_F(FillingTest, ComparesTheAnswerWithTheCard) {
  const auto applicant = bureau.AddApplicant();
  const auto view = AnsweredAbout(applicant);
  const auto comparison = CompareWithCard(services, Operator(), view.inquiry.id);
  ASSERT_TRUE(comparison);
  EXPECT_EQ(comparison->applicant->id, applicant.id);
  ASSERT_EQ(comparison->values.size(), 2u);
  EXPECT_EQ(comparison->values[0].current, "Мария");
  EXPECT_EQ(comparison->values[0].offered, "Анна");
  EXPECT_TRUE(comparison->values[1].differs);
  const auto told = FindDifferences(services, Operator(), view.inquiry);
  ASSERT_EQ(told.size(), 1u) << "the card has no СНИЛС: that is no contradiction";
  EXPECT_EQ(told[0].known, "Мария");
  auto anothers = view.inquiry;
  anothers.form["BirthDate"] = "2019-03-02";
  EXPECT_TRUE(FindDifferences(services, Operator(), anothers).empty());
}

TEST_F(FillingTest, TakesOverWhatWasAgreedToAndNamesTheSource) {
  const auto applicant = bureau.AddApplicant();
  const auto view = AnsweredAbout(applicant);
  const auto card =
      TakeToCard(services, Operator(), view.inquiry.id, applicant.version, {"applicant.snils"});
  ASSERT_TRUE(card) << card.refusal().code;
  EXPECT_EQ(card->snils, "11223344595");
  EXPECT_EQ(card->first_name, "Мария");
  EXPECT_EQ(bureau.Reload(view.inquiry.id).history.back().code, "inquiries.history.taken_to_card");
  const auto source = bureau.db.Transact(Operator().scope(), [&](db::Tx& tx) {
    return tx.Run({"test.source", "SELECT source FROM applicants.changes"}).front()[0].Text();
  });
  EXPECT_EQ(source, "Социальный фонд России, P/26/1");
}

TEST_F(FillingTest, RefusesWhatWasNotOfferedOrSeen) {
  const auto applicant = bureau.AddApplicant();
  const auto view = AnsweredAbout(applicant);
  const auto take = [&](long long version, const std::vector<std::string>& paths) {
    return RefusalOf(TakeToCard(services, Operator(), view.inquiry.id, version, paths));
  };
  EXPECT_EQ(take(applicant.version, {}), "input.invalid");
  EXPECT_EQ(take(applicant.version, {"applicant.phone"}), "input.invalid");
  EXPECT_EQ(take(applicant.version + 1, {"applicant.snils"}), "request.stale");
  bureau.AddApplicant();
  auto other = bureau.AddApplicant();
  other.snils = "11223344595";
  ASSERT_TRUE(applicants::Update({bureau.db, bureau.clock}, Operator(), other.id, 1, other));
  EXPECT_EQ(take(applicant.version, {"applicant.snils"}), "applicants.snils_taken");
}

TEST_F(FillingTest, WithoutACardEveryValueIsNew) {
  bureau.ConnectToBus();
  const auto view = Ask(kPerson).value();
  EXPECT_EQ(RefusalOf(CompareWithCard(services, Operator(), view.inquiry.id)),
            "inquiries.no_answer");
  bureau.AgencyAnswers(view, kAnswer);
  const auto comparison = CompareWithCard(services, Operator(), view.inquiry.id);
  ASSERT_TRUE(comparison);
  EXPECT_FALSE(comparison->applicant);
  EXPECT_TRUE(comparison->values[0].current.is_null());
  EXPECT_EQ(RefusalOf(TakeToCard(services, Operator(), view.inquiry.id, 1, {"applicant.snils"})),
            "inquiries.no_applicant");
}

}  // namespace
}  // namespace okno::inquiries
