// SPDX-License-Identifier: Apache-2.0
#include "desk.h"
#include "documents/documents.h"
#include "storage/registration_store.h"

namespace okno::agency::testing {
namespace {

class Intake : public ::testing::Test {
 protected:
  std::vector<Registration> Open() { return ListOpen(desk_.services.context, desk_.As("manager")); }
  Registration Reload(const Registration& card) {
    const auto manager = desk_.As("manager");
    return desk_.db.Transact(manager.scope(),
                             [&](db::Tx& tx) { return Find(tx, manager, card.id).value(); });
  }
  std::vector<std::string> FilesOf(const Registration& card) {
    return desk_.db.Transact(desk_.As("manager").scope(), [&](db::Tx& tx) {
      std::vector<std::string> names;
      for (const auto& file : documents::List(tx, {"registration", card.id.uuid}))
        names.push_back(file.name);
      return names;
    });
  }
  std::string LastNote(const Registration& card) {
    return desk_.db.Transact(desk_.As("manager").scope(), [&](db::Tx& tx) {
      return ListHistory(tx, card.id).back().at("text").get<std::string>();
    });
  }
  Desk desk_;
};

TEST_F(Intake, ARequestBecomesACardOfTheRoutedUnitAndTheCentreIsTold) {
  const auto card = desk_.Register();
  EXPECT_EQ(card.unit_id, desk_.house.left.id);
  EXPECT_EQ(card.center_number, "0101-26-000001");
  EXPECT_EQ(FormatDate(card.planned_date), "2026-12-07");
  ASSERT_EQ(desk_.Answers().size(), 1u);
  EXPECT_EQ(desk_.Answers()[0].code, 10);
}

TEST_F(Intake, TheTermRunsFromTheRegistrationAndTheCentreLearnsTheDate) {
  // Monday, 23.11.2026; the centre supposed a registration on Tuesday.
  const auto card = desk_.Register({.service = "housing-subsidy", .planned = "2026-12-08"});
  EXPECT_EQ(FormatDate(card.planned_date), "2026-12-07");
  EXPECT_EQ(desk_.Answers()[0].parameters,
            Json::parse(R"([["RegisteredOn", "2026-11-23"], ["PlannedDate", "2026-12-07"]])"));
  const auto unknown = desk_.Register(
      {.number = "0101-26-000002", .service = "passport-rf", .planned = "2026-12-08"});
  EXPECT_EQ(FormatDate(unknown.planned_date), "2026-12-08") << "a term not in the catalog here";
}

TEST_F(Intake, ARequestToldTwiceIsOneCard) {
  desk_.Tell("exchange.request_received", desk_.Receive({}));
  EXPECT_EQ(Open().size(), 1u);
  EXPECT_EQ(desk_.Answers().size(), 1u);
}

TEST_F(Intake, TheSameApplicationUnderAnotherIdIsTheSameCard) {
  const auto card = desk_.Register();
  // By another version of the envelope, which names no names.
  const auto repeated = desk_.Receive({.planned = "2026-12-08", .sender = "MFC001"});
  EXPECT_EQ(Open().size(), 1u);
  ASSERT_EQ(desk_.Answers().size(), 2u);
  EXPECT_EQ(desk_.Answers()[1].code, 10);
  EXPECT_EQ(desk_.Answers()[1].text, desk_.Answers()[0].text) << "the same registration";
  const auto manager = desk_.As("manager");
  desk_.db.Transact(manager.scope(), [&](db::Tx& tx) {
    EXPECT_EQ(exchange::FindMessage(tx, repeated)->subject.id, card.id.uuid);
  });
  desk_.Tell("exchange.request_received", repeated);
  EXPECT_EQ(desk_.Answers().size(), 2u) << "told twice";
}

// A processor who did not learn that it had arrived has added a scan, corrected an answer and sent
// it again: the officer decides by what came last.
TEST_F(Intake, WhatComesOnceMoreAddsItsNewFilesAndItsAnswers) {
  const auto card = desk_.Register({.files = {"passport.pdf"}, .answer = "Ветеран"});
  desk_.Receive({.files = {"passport.pdf", "dopolnenie.pdf"}, .answer = "Ветеран труда"});
  EXPECT_THAT(FilesOf(card), ::testing::UnorderedElementsAre("passport.pdf", "dopolnenie.pdf"));
  const auto now = Reload(card);
  EXPECT_EQ(now.form.at(0).at("value"), "Ветеран труда");
  EXPECT_EQ(now.version, card.version + 1) << "who is about to decide must look again";
  EXPECT_THAT(LastNote(card), ::testing::HasSubstr("Добавлено файлов: 1"));
  EXPECT_THAT(LastNote(card), ::testing::HasSubstr("Сведения заявления заменены"));
  desk_.Receive({.files = {"dopolnenie.pdf"}, .answer = "Ветеран труда"});
  EXPECT_THAT(LastNote(card), ::testing::HasSubstr("Прежних файлов, которых в нём нет: 1"));
  EXPECT_EQ(FilesOf(card).size(), 2u) << "nothing that an officer may have read goes";
}

TEST_F(Intake, WhatComesOnceMoreUnchangedLeavesTheCardAsItIs) {
  const auto card =
      desk_.Register({.files = {"passport.pdf", "application1.pdf"}, .answer = "Ветеран"});
  desk_.Receive({.files = {"passport.pdf", "application2.pdf"}, .answer = "Ветеран"});
  EXPECT_EQ(Reload(card).version, card.version);
  EXPECT_EQ(FilesOf(card).size(), 2u) << "the same application printed again is nothing new";
  EXPECT_THAT(LastNote(card), ::testing::HasSubstr("то же самое"));
}

TEST_F(Intake, AfterTheDecisionFilesAreKeptAndTheCardStaysWhatWasDecidedUpon) {
  const auto& context = desk_.services.context;
  const auto officer = desk_.As("officer");
  const auto card = desk_.Register({.answer = "Ветеран"});
  ASSERT_TRUE(Accept(context, officer, card.id, 1));
  ASSERT_TRUE(
      Decide(context, officer, card.id, 2, {true, "Выплата назначена", {}, {}, "decision-1"}));
  desk_.Receive({.files = {"dopolnenie.pdf"}, .answer = "Ветеран труда"});
  EXPECT_EQ(FilesOf(card), std::vector<std::string>{"dopolnenie.pdf"});
  EXPECT_EQ(Reload(card).form.at(0).at("value"), "Ветеран");
  EXPECT_THAT(LastNote(card), ::testing::HasSubstr("Решение уже принято и этого не учитывает"));
}

TEST_F(Intake, AnotherCentreMayUseTheSameNumber) {
  desk_.Register();
  desk_.Register({.sender = "MFC002, МФЦ"});
  EXPECT_EQ(Open().size(), 2u);
}

TEST_F(Intake, ADecidedCardIsNotMadeAnew) {
  const auto& context = desk_.services.context;
  const auto officer = desk_.As("officer");
  const auto card = desk_.Register();
  ASSERT_TRUE(Accept(context, officer, card.id, 1));
  ASSERT_TRUE(
      Decide(context, officer, card.id, 2, {true, "Выплата назначена", {}, {}, "decision-1"}));
  desk_.Receive({});
  EXPECT_TRUE(Open().empty());
  EXPECT_EQ(Reload(card).outcome, "positive");
}

TEST_F(Intake, ACardSaysThatTheCentreTookTheRequestBack) {
  const auto request = desk_.Receive({});
  desk_.Tell("exchange.request_cancelled", request);
  const auto card = Open().at(0);
  desk_.db.Transact(desk_.As("manager").scope(), [&](db::Tx& tx) {
    const auto history = ListHistory(tx, card.id);
    EXPECT_THAT(history.back().at("text").get<std::string>(),
                ::testing::HasSubstr("МФЦ отозвал запрос"));
  });
  EXPECT_EQ(card.status, Status::kRegistered) << "the officer decides";
}

TEST_F(Intake, NumbersHaveNoGapsEvenAfterARequestThatCouldNotBeRead) {
  EXPECT_EQ(desk_.Register().number, "26-000001");
  desk_.Receive(
      {.content = "<a:Other xmlns:a=\"urn://x-artefacts-okno/center-application/1.0.0\"/>"});
  EXPECT_EQ(Open().size(), 1u);
  EXPECT_EQ(desk_.Answers().back().operation, "reject");
  EXPECT_EQ(desk_.Register({.number = "0101-26-000002"}).number, "26-000002");
}

TEST_F(Intake, TheFateOfAnAnswerIsShownAtItsCard) {
  const auto& context = desk_.services.context;
  const auto officer = desk_.As("officer");
  const auto card = desk_.Register();
  ASSERT_TRUE(Accept(context, officer, card.id, 1));
  const auto decided =
      Decide(context, officer, card.id, 2, {true, "Выплата назначена", {}, {}, "decision-1"});
  ASSERT_TRUE(decided);
  desk_.Tell("exchange.delivery_failed", *decided->answer_id);
  EXPECT_EQ(Reload(card).answer_state, "failed");
  desk_.Tell("exchange.response_sent", *decided->answer_id);
  EXPECT_EQ(Reload(card).answer_state, "delivered");
}

}  // namespace
}  // namespace okno::agency::testing
