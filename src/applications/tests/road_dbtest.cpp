// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applications/calls.h"
#include "applications/jobs.h"
#include "road.h"

namespace okno::applications {
namespace {

using testing::RoadTest;

TEST_F(RoadTest, CaseOfAnotherBranchOrCenterDoesNotExist) {
  const auto filed = desk_.Filed();
  const auto id = filed.application.id;
  const auto version = filed.application.version;
  for (const auto* login : {"operator.second", "stranger", "processor.second"}) {
    const auto foreign = desk_.As(login);
    EXPECT_EQ(Get(services_, foreign, id).refusal().kind, RefusalKind::kNotFound) << login;
    EXPECT_EQ(SaveDraft(services_, foreign, id, version, {}).refusal().kind,
              RefusalKind::kNotFound);
    EXPECT_EQ(HandOver(services_, foreign, id, version).refusal().kind, RefusalKind::kNotFound);
    EXPECT_EQ(Withdraw(services_, foreign, id, version, "x").refusal().kind,
              RefusalKind::kNotFound);
    EXPECT_EQ(Print(services_, foreign, id, PrintForm::kReceipt).refusal().kind,
              RefusalKind::kNotFound);
  }
  EXPECT_TRUE(Get(services_, desk_.As("auditor"), id));
}

TEST_F(RoadTest, StatusWithoutHistoryCanNotBeCommitted) {
  const auto filed = desk_.Filed();
  constexpr db::Query kForce{"test.force",
                             "UPDATE applications.applications SET status = 'closed', version = "
                             "version + 1 WHERE id = $1"};
  EXPECT_THROW(desk_.db.Transact(operator_.scope(),
                                 [&](db::Tx& tx) { tx.Run(kForce, filed.application.id); }),
               db::Error);
  EXPECT_EQ(desk_.Reload(filed.application.id).application.status, Status::kIntake);
}

TEST_F(RoadTest, HandoverGivesTheCaseToAProcessorOfTheBranch) {
  const auto handed = desk_.InProcessing();
  EXPECT_EQ(handed.application.status, Status::kProcessing);
  EXPECT_EQ(handed.application.executor_id, processor_.user_id);
}

TEST_F(RoadTest, ReworkGoesBackToTheOperatorAndReturnsToTheSameProcessor) {
  const auto handed = desk_.InProcessing();
  const auto id = handed.application.id;
  const auto returned = ReturnForRework(services_, processor_, id, handed.application.version,
                                        {.reason = "Нет подписи"});
  ASSERT_TRUE(returned);
  EXPECT_EQ(returned->application.rework, (Rework{"Нет подписи", *ParseDate("2026-11-30")}));
  EXPECT_EQ(SaveDraft(services_, processor_, id, returned->application.version, {}).refusal().code,
            "access.no_right");
  const auto again = HandOver(services_, operator_, id, returned->application.version);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->application.executor_id, processor_.user_id);
  EXPECT_EQ(again->application.rework, std::nullopt);
}

TEST_F(RoadTest, ReworkIsGivenUpTheDayAfterItsTerm) {
  const auto handed = desk_.InProcessing();
  const auto id = handed.application.id;
  ASSERT_TRUE(ReturnForRework(services_, processor_, id, handed.application.version,
                              {.reason = "x", .term_days = 1}));
  desk_.clock.Set(*ParseInstant("2026-11-24T20:59:59Z"));  // the last second of the term in Moscow
  EXPECT_EQ(ExpireReworks(services_), 0);
  desk_.clock.Set(*ParseInstant("2026-11-24T21:00:00Z"));
  EXPECT_EQ(ExpireReworks(services_), 1);
  EXPECT_EQ(ExpireReworks(services_), 0);
  const auto expired = desk_.Reload(id);
  EXPECT_EQ(expired.application.status, Status::kUnclaimed);
  EXPECT_EQ(expired.history.back().code, "applications.history.rework_expired");
  const documents::Upload receipt{.name = "x.pdf", .item = "signed_receipt"};
  EXPECT_EQ(AddDocument(services_, operator_, id, receipt, Key()).refusal().code,
            "applications.already_closed")
      << "there is no result";
  EXPECT_EQ(NoteRecipient(services_, operator_, id, expired.application.version, Json::object())
                .refusal()
                .code,
            "applications.already_closed");
}

TEST_F(RoadTest, AResultNobodyCollectsGoesBackAfterItsTerm) {
  const auto untold = desk_.Answered();
  const auto told = desk_.Answered();
  const auto& id = told.application.id;
  desk_.db.Transact(operator_.scope(), [&](db::Tx& tx) {  // on 23 November
    NoteReached(tx, id, access::Actor::Of(operator_), "", desk_.clock.Now());
  });
  desk_.clock.Set(*ParseInstant("2026-12-23T20:59:59Z"));  // the last second of the term in Moscow
  EXPECT_EQ(ExpireResults(services_), 0);
  desk_.clock.Set(*ParseInstant("2026-12-23T21:00:00Z"));
  EXPECT_EQ(ExpireResults(services_), 1);
  EXPECT_EQ(ExpireResults(services_), 0);
  const auto expired = desk_.Reload(id);
  EXPECT_EQ(expired.application.status, Status::kUnclaimed);
  EXPECT_EQ(expired.history.back().code, "applications.history.result_unclaimed");
  EXPECT_EQ(expired.history.back().detail, "23.12.2026");
  EXPECT_EQ(desk_.Reload(untold.application.id).application.status, Status::kAwaitingNotice)
      << "nobody has told the applicant yet";
  const auto elsewhere = Get(services_, desk_.As("operator.second"), id);
  ASSERT_FALSE(elsewhere);
  EXPECT_EQ(elsewhere.refusal().code, "applications.uncollected_elsewhere");
  EXPECT_EQ(elsewhere.refusal().detail, expired.branch.name);
  // Who comes on the day after takes it all the same.
  const auto noted = desk_.ReadyToIssue(expired);
  const auto issued = Issue(services_, operator_, id, noted.application.version, {});
  ASSERT_TRUE(issued) << issued.refusal().code;
  EXPECT_EQ(issued->application.status, Status::kClosed);
}

TEST_F(RoadTest, ConsultationClosesAtOnceAndWithdrawalEndsBeforeSending) {
  const auto draft = desk_.Begin();
  const auto consulted =
      TurnIntoConsultation(services_, operator_, draft.application.id, 1, "Рассказали о сроках");
  EXPECT_EQ(consulted->application.kind, Kind::kConsultation);
  EXPECT_EQ(consulted->application.status, Status::kClosed);
  const auto handed = desk_.InProcessing();
  EXPECT_EQ(
      Withdraw(services_, operator_, handed.application.id, handed.application.version, "Передумал")
          ->application.status,
      Status::kWithdrawn);
  const auto queued = desk_.Queued();
  EXPECT_EQ(Withdraw(services_, operator_, queued.application.id, queued.application.version, "x")
                .refusal()
                .code,
            "applications.already_sent");
}

TEST_F(RoadTest, IntakeIsRefusedOnAGroundAndTheNoticeIsPrinted) {
  const auto filed = desk_.Filed();
  const auto id = filed.application.id;
  EXPECT_EQ(Print(services_, operator_, id, PrintForm::kRefusalNotice).refusal().code,
            "applications.not_refused");
  const auto refused =
      RefuseIntake(services_, operator_, id, filed.application.version,
                   {.ground = RefusalGround::kDamagedDocuments, .reason = "Нет второй страницы"});
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->application.status, Status::kRefusedIntake);
  EXPECT_EQ(refused->history.back().code, "applications.history.refused_intake.damaged_documents");
  EXPECT_EQ(refused->history.back().reason, "Нет второй страницы");
  EXPECT_TRUE(Print(services_, operator_, id, PrintForm::kRefusalNotice));
  EXPECT_EQ(RefuseIntake(services_, operator_, id, refused->application.version, {}).refusal().code,
            "applications.already_closed");
  const auto handed = desk_.InProcessing();
  EXPECT_EQ(RefuseIntake(services_, operator_, handed.application.id, handed.application.version,
                         {.ground = RefusalGround::kExpiredDocuments, .reason = "x"})
                .refusal()
                .code,
            "applications.not_in_intake");
}

TEST_F(RoadTest, IntakeIsNotRefusedForWhatNeedNotBeBrought) {
  const auto complete = desk_.BeginComplete();
  const RefuseIntakeInput input{.ground = RefusalGround::kIncompleteSet, .reason = "Нет справки"};
  EXPECT_EQ(RefuseIntake(services_, operator_, complete.application.id,
                         complete.application.version, input)
                .refusal()
                .code,
            "applications.nothing_missing");
  const auto bare = desk_.Begin();
  const auto refused =
      RefuseIntake(services_, operator_, bare.application.id, bare.application.version, input);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->application.number, "");
  EXPECT_TRUE(Print(services_, operator_, bare.application.id, PrintForm::kRefusalNotice))
      << "the notice is given to who leaves without a number too";
}

TEST_F(RoadTest, AssignmentTakesAFreeCaseAndOnlyAnAuditorTakesItAway) {
  const auto handed = desk_.InProcessing();
  const auto id = handed.application.id;
  const auto auditor = desk_.As("auditor");
  const auto given = Assign(services_, auditor, id, handed.application.version, auditor.user_id);
  ASSERT_TRUE(given);
  EXPECT_EQ(given->application.executor_id, auditor.user_id);
  EXPECT_EQ(Assign(services_, processor_, id, given->application.version, {}).refusal().code,
            "applications.taken");
  EXPECT_EQ(
      Assign(services_, processor_, id, given->application.version, auditor.user_id).refusal().code,
      "access.no_right");
  EXPECT_EQ(
      Assign(services_, auditor, id, given->application.version, operator_.user_id).refusal().code,
      "input.invalid");
  EXPECT_TRUE(Assign(services_, auditor, id, given->application.version, processor_.user_id));
}

TEST_F(RoadTest, FilesAreRemovedUntilTheCaseIsSent) {
  const auto filed = desk_.Filed();
  const auto document = desk_.Upload(filed, "passport");
  EXPECT_EQ(desk_.Reload(filed.application.id).documents.size(), 1U);
  EXPECT_TRUE(RemoveDocument(services_, operator_, filed.application.id, document.id));
  EXPECT_EQ(RemoveDocument(services_, operator_, filed.application.id, document.id).refusal().code,
            "documents.not_found");
  const auto queued = desk_.Queued();
  documents::Upload late{.name = "x.pdf", .item = "other"};
  late.file = desk_.files->PutBytes("%PDF-1.4\n%%EOF\n", "x.pdf", {}).value();
  EXPECT_EQ(AddDocument(services_, operator_, queued.application.id, late, Key()).refusal().code,
            "applications.not_editable");
  late.item = "no_such_item";
  EXPECT_EQ(AddDocument(services_, operator_, filed.application.id, late, Key())
                .refusal()
                .fields.front()
                .pointer,
            "/item");
}

TEST_F(RoadTest, PrintsWhatIsFiled) {
  const auto draft = desk_.BeginComplete();
  EXPECT_EQ(Print(services_, operator_, draft.application.id, PrintForm::kReceipt).refusal().code,
            "applications.not_filed");
  const auto filed = desk_.Filed();
  const auto pdf = Print(services_, operator_, filed.application.id, PrintForm::kReceipt);
  ASSERT_TRUE(pdf);
  EXPECT_TRUE(pdf->pdf.starts_with("%PDF-"));
  EXPECT_EQ(pdf->name, "Расписка " + filed.application.number + ".pdf");
  EXPECT_EQ(
      Print(services_, operator_, filed.application.id, PrintForm::kResultReceipt).refusal().code,
      "applications.no_result");
  EXPECT_EQ(desk_.Reload(filed.application.id).history.back().kind, "print");
}

TEST_F(RoadTest, NamesInTheHistoryWhatWasChangedAfterFiling) {
  const auto filed = desk_.Filed();
  const auto id = filed.application.id;
  auto form = filed.application.form;
  form["last_name"] = "Новая";
  const auto first =
      SaveDraft(services_, operator_, id, filed.application.version, {.form = form}).value();
  EXPECT_EQ(first.history.back().code, "applications.history.edited");
  const auto surname = first.history.back().reason;
  EXPECT_NE(surname, "");

  // One person's typing of a quarter of an hour is one row.
  const auto second = SaveDraft(services_, operator_, id, first.application.version,
                                {.consent = !first.application.consent})
                          .value();
  EXPECT_EQ(second.history.size(), first.history.size());
  EXPECT_EQ(desk_.Reload(id).history.back().reason,
            surname + "; Согласие на обработку персональных данных");

  desk_.clock.Set(desk_.clock.Now() + std::chrono::minutes(16));
  form["last_name"] = "Старая";
  const auto third =
      SaveDraft(services_, operator_, id, second.application.version, {.form = form}).value();
  EXPECT_EQ(third.history.size(), second.history.size() + 1);
  EXPECT_EQ(desk_.Reload(id).history.back().reason, surname);
}

TEST_F(RoadTest, PrintsAndShowsWhateverWasTypedIntoAFiledCase) {
  const auto filed = desk_.Filed();
  DraftInput input;
  input.form =
      Json::parse(R"({"last_name": 5, "has_children": ["x", {"y": null}], "extra": {"a": [1]}})");
  input.representative =
      Json{{"last_name", "Сидоров"}, {"identity_document", {{"issue_date", "never"}}}};
  const auto saved =
      SaveDraft(services_, operator_, filed.application.id, filed.application.version, input);
  ASSERT_TRUE(saved);
  EXPECT_TRUE(Print(services_, operator_, filed.application.id, PrintForm::kApplication));
  EXPECT_EQ(HandOver(services_, operator_, filed.application.id, saved->application.version)
                .refusal()
                .code,
            "input.invalid");
}

}  // namespace
}  // namespace okno::applications
