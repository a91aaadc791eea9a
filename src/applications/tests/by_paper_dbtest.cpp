// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/testing/front_door.h"
#include "applications/by_number.h"
#include "applications/by_paper.h"
#include "applications/routes.h"
#include "logic/lists.h"
#include "logic/print_data.h"
#include "road.h"

namespace okno::applications {
namespace {

using ::testing::ElementsAre;

const std::string kHow = "пакет 0101-П-26-0001";

// The road of papers, as the packages walk it.
class ByPaperTest : public testing::RoadTest {
 protected:
  template <typename Act>
  auto Do(Act act) {
    return desk_.db.Transact(processor_.scope(), act);
  }
  Result<std::string> Judge(const ApplicationId& id) {
    return Do([&](db::Tx& tx) { return JudgeForCourier(tx, services_, id, desk_.clock.Now()); });
  }
  Result<std::string> Go(const Case& subject) {
    return Do([&](db::Tx& tx) {
      return SendByCourier(tx, services_, subject.application.id, by_, kHow, desk_.clock.Now());
    });
  }
  void Taken(const Case& subject, const char* day) {
    Do([&](db::Tx& tx) {
      NoteTakenOnPaper(tx, services_, subject.application.id, by_, *ParseDate(day), kHow,
                       desk_.clock.Now());
    });
  }
  void NotTaken(const Case& subject) {
    Do([&](db::Tx& tx) {
      NoteBack(tx, subject.application.id, ComesBack::kNotTaken, by_, "Нет подписи", kHow,
               desk_.clock.Now());
    });
  }
  Outcome ComeBack(const Case& subject, const PaperResult& result) {
    return Do([&](db::Tx& tx) {
      return TakePaperResult(tx, services_, subject.application.id, by_, result, kHow,
                             desk_.clock.Now());
    });
  }
  std::vector<PaperCase> Waiting(Status status) {
    return Do([&](db::Tx& tx) {
      return ListPaperCases(tx, services_.catalog,
                            {.organization_id = processor_.organization_id,
                             .branch_id = processor_.branch_id.value(),
                             .services = {{"paper", 1}, {"paper_subsidy", 1}},
                             .statuses = {status}});
    });
  }
  Application Now(const Case& subject) { return desk_.Reload(subject.application.id).application; }
  Case WithResult(const PaperResult& result) {
    const auto handed = desk_.InProcessing("paper");
    EXPECT_TRUE(Go(handed));
    EXPECT_TRUE(ComeBack(handed, result));
    return desk_.Reload(handed.application.id);
  }

  access::Actor by_ = access::Actor::Of(processor_);
  const PaperResult granted_{.positive = true,
                             .registration_number = "17-А",
                             .decided_on = *ParseDate("2026-11-23"),
                             .text = "Выплата назначена",
                             .papers = {{"Решение о назначении", 2}, {"Справка", 1}}};
};

TEST_F(ByPaperTest, ACaseGoesToItsAgencyAndComesBackWithPapersForTheApplicant) {
  const auto handed = desk_.InProcessing("paper");
  const auto waiting = Waiting(Status::kProcessing);
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_EQ(waiting[0].number, handed.application.number);
  EXPECT_EQ(waiting[0].planned_date, handed.application.planned_date);
  EXPECT_EQ(waiting[0].documents, 1) << "the passport was only shown";
  EXPECT_EQ(waiting[0].sheets, 1);
  EXPECT_EQ(waiting[0].full_name, handed.applicant.DisplayName());
  EXPECT_EQ(waiting[0].executor_name, handed.application.executor_name);
  EXPECT_TRUE(Judge(handed.application.id));
  ASSERT_TRUE(Go(handed));
  const auto sent = desk_.Reload(handed.application.id);
  EXPECT_EQ(sent.application.status, Status::kSentByCourier);
  EXPECT_EQ(sent.history.back().detail, kHow);
  EXPECT_EQ(sent.history.back().actor, by_.name);
  EXPECT_EQ(CountLists(services_, processor_)["sent"], 1);
  EXPECT_EQ(ListApplications(services_, processor_, {.list = "sent"}, "", 9)->rows.size(), 1U);
  EXPECT_TRUE(Waiting(Status::kProcessing).empty());
  Taken(handed, "2026-11-23");
  EXPECT_EQ(Now(handed).status, Status::kInAgency);
  ASSERT_TRUE(ComeBack(handed, granted_));
  const auto back = desk_.Reload(handed.application.id);
  EXPECT_EQ(back.application.status, Status::kAwaitingNotice);
  EXPECT_EQ(back.application.result_papers, granted_.papers);
  EXPECT_EQ(back.application.external_status->code, "decision.positive");
  EXPECT_EQ(back.application.decision->officer, "");
  EXPECT_EQ(LocalDate(back.application.decision->at, back.branch.time_zone), granted_.decided_on);
  EXPECT_EQ(back.history.back().detail, "№ 17-А от 23.11.2026, " + kHow);
  EXPECT_EQ(back.history.back().reason, granted_.text);
}

TEST_F(ByPaperTest, TheReceiptNamesThePapersAndTheyAreIssued) {
  const auto back = WithResult(granted_);
  const auto& id = back.application.id;
  const auto noted = desk_.ReadyToIssue(back);
  const auto data = PrintData(services_.texts, noted,
                              {.center = {}, .branch = {}, .operator_name = {}, .issuing = true});
  EXPECT_EQ(data["result_papers"], Json::parse(R"([
      {"index": 1, "title": "Решение о назначении", "sheets": 2},
      {"index": 2, "title": "Справка", "sheets": 1}])"));
  EXPECT_TRUE(data["answer_documents"].empty());
  EXPECT_EQ(data["decision"]["registration_number"], "17-А");
  EXPECT_TRUE(Print(services_, operator_, id, PrintForm::kResultReceipt));
  const auto issued = Issue(services_, operator_, id, noted.application.version, {});
  ASSERT_TRUE(issued) << issued.refusal().code;
  EXPECT_EQ(issued->application.status, Status::kClosed);
}

TEST_F(ByPaperTest, ADecisionOnPaperIsOfADayWithItsNumber) {
  const auto back = WithResult(granted_);
  const access::testing::FrontDoor door{{desk_.db, desk_.clock, desk_.texts, {}},
                                        Routes(services_)};
  const auto answer =
      door.SignedIn("processor").Get("/api/v1/applications/" + back.application.id.ToString());
  EXPECT_EQ(Json::parse(answer.body)["decision"], (Json{{"outcome", "positive"},
                                                        {"text", granted_.text},
                                                        {"registration_number", "17-А"},
                                                        {"on", "2026-11-23"}}));
}

// The receipt of the filing promises no other branch than this one.
TEST_F(ByPaperTest, PapersAreIssuedWhereTheyLie) {
  const auto back = WithResult(granted_);
  const auto& id = back.application.id;
  const auto second = desk_.As("operator.second"), auditor = desk_.As("auditor");
  EXPECT_EQ(PrintData(services_.texts, back, {})["service"]["on_paper"], true);
  EXPECT_EQ(applications::Get(services_, second, id).refusal().code, "applications.not_found");
  EXPECT_TRUE(ListApplications(services_, second, {.list = "to_issue"}, "", 9)->rows.empty());
  EXPECT_EQ(CountLists(services_, second)["to_issue"], 0);
  EXPECT_EQ(ListApplications(services_, operator_, {.list = "to_issue"}, "", 9)->rows.size(), 1U);
  EXPECT_EQ(CountLists(services_, operator_)["to_issue"], 1);
  EXPECT_EQ(CountLists(services_, auditor)["to_issue"], 1);
  const auto refused =
      NoteRecipient(services_, auditor, id, back.application.version, {{"representative", false}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().code, "applications.result_elsewhere");
  EXPECT_EQ(refused.refusal().detail, back.branch.name);
  const auto noted = desk_.ReadyToIssue(back);
  EXPECT_EQ(Issue(services_, auditor, id, noted.application.version, {}).refusal().code,
            "applications.result_elsewhere");
  const auto here = [&](const access::Principal& who) {
    return GetStateByNumber(services_, who, back.application.number)->may_be_issued_here;
  };
  EXPECT_FALSE(here(second));
  EXPECT_FALSE(here(auditor));
  EXPECT_TRUE(here(operator_));
}

TEST_F(ByPaperTest, ARefusalWithoutANumberIsAResultToo) {
  const auto back = WithResult({.positive = false,
                                .registration_number = "",
                                .decided_on = *ParseDate("2026-11-20"),
                                .text = "Нет права",
                                .papers = {{"Решение об отказе", 1}}});
  EXPECT_EQ(back.history.back().code, "applications.history.paper_negative");
  EXPECT_EQ(back.history.back().detail, "от 20.11.2026, " + kHow);
  EXPECT_EQ(back.application.external_status->code, "decision.negative");
  desk_.ReadyToIssue(back);
  EXPECT_TRUE(Print(services_, operator_, back.application.id, PrintForm::kResultReceipt));
}

TEST_F(ByPaperTest, OnlyWhatIsReadyGoes) {
  const auto electronic = desk_.InProcessing(), filed = desk_.Filed("paper");
  const auto gone = desk_.InProcessing("paper"), draft = desk_.BeginComplete("paper");
  ASSERT_TRUE(Go(gone));
  const auto withdrawn = desk_.Filed("paper");
  ASSERT_TRUE(Withdraw(services_, operator_, withdrawn.application.id,
                       withdrawn.application.version, "Передумала"));
  const std::pair<ApplicationId, const char*> cases[] = {
      {electronic.application.id, "applications.electronic_service"},
      {filed.application.id, "applications.not_in_processing"},
      {draft.application.id, "applications.not_in_processing"},
      {gone.application.id, "applications.not_in_processing"},
      {withdrawn.application.id, "applications.already_closed"},
      {ApplicationId::New(), "applications.not_found"}};
  for (const auto& [id, code] : cases) EXPECT_EQ(Judge(id).refusal().code, code);
  EXPECT_EQ(Go(filed).refusal().code, "applications.not_in_processing");
  EXPECT_EQ(Now(filed).status, Status::kIntake);
}

TEST_F(ByPaperTest, WhatIsIncompleteIsRefusedInTheWordsOfSending) {
  const auto lose_passport = [&](const char* service) {
    const auto handed = desk_.InProcessing(service);
    DraftInput input;
    input.form = handed.application.form;
    input.form->erase("has_children");
    input.marks = {{.item = "passport", .given = false}};
    return SaveDraft(services_, processor_, handed.application.id, handed.application.version,
                     input)
        .value();
  };
  desk_.ConnectToBus();
  const auto paper = lose_passport("paper"), electronic = lose_passport("benefit");
  const auto refused = Judge(paper.application.id);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().fields.size(), 2U);
  EXPECT_EQ(refused.refusal(),
            Send(services_, processor_, electronic.application.id, electronic.application.version)
                .refusal());
}

TEST_F(ByPaperTest, TheTermOfAServiceTheAgencyCountsRunsFromTheDayItHasSigned) {
  const auto counted = desk_.InProcessing("paper_subsidy"), other = desk_.InProcessing("paper");
  EXPECT_EQ(counted.application.planned_date, ParseDate("2026-12-08"));
  ASSERT_TRUE(Go(counted));
  ASSERT_TRUE(Go(other));
  desk_.clock.Advance(std::chrono::days(2));
  Taken(counted, "2026-11-25");
  Taken(other, "2026-11-25");
  const auto moved = Now(counted);
  EXPECT_EQ(moved.registered_on, ParseDate("2026-11-25"));
  EXPECT_EQ(moved.planned_date, ParseDate("2026-12-09"));
  EXPECT_EQ(moved.promised_date, ParseDate("2026-12-08"));
  EXPECT_EQ(Now(other).planned_date, other.application.planned_date);
  EXPECT_EQ(Now(other).registered_on, std::nullopt);
  desk_.clock.Advance(std::chrono::days(1));
  Taken(counted, "2026-11-26");
  EXPECT_EQ(Now(counted), moved) << "signed for already";
}

TEST_F(ByPaperTest, WhatTheAgencyDidNotTakeIsProcessedAgain) {
  const auto handed = desk_.InProcessing("paper");
  NotTaken(handed);
  EXPECT_EQ(Now(handed), handed.application) << "it is here";
  ASSERT_TRUE(Go(handed));
  NotTaken(handed);
  const auto back = desk_.Reload(handed.application.id);
  EXPECT_EQ(back.application.status, Status::kProcessing);
  EXPECT_EQ(back.application.executor_id, handed.application.executor_id);
  EXPECT_EQ(back.history.back().reason, "Нет подписи");
}

TEST_F(ByPaperTest, WhatTheAgencyGivesBackUnconsideredHasItsPromisedTermAgain) {
  const auto handed = desk_.InProcessing("paper_subsidy");
  const auto give_back = [&](const Case& subject) {
    return Do([&](db::Tx& tx) {
      return TakeUnconsidered(tx, services_, subject.application.id, by_, "Не та форма", kHow,
                              desk_.clock.Now());
    });
  };
  EXPECT_EQ(give_back(handed).refusal().code, "applications.not_at_agency");
  ASSERT_TRUE(Go(handed));
  desk_.clock.Advance(std::chrono::days(2));
  Taken(handed, "2026-11-25");
  ASSERT_NE(Now(handed).planned_date, handed.application.planned_date);
  ASSERT_TRUE(give_back(handed));
  const auto back = desk_.Reload(handed.application.id);
  EXPECT_EQ(back.application.status, Status::kProcessing);
  EXPECT_EQ(back.application.planned_date, handed.application.planned_date);
  EXPECT_EQ(back.application.promised_date, std::nullopt);
  EXPECT_EQ(back.application.registered_on, std::nullopt);
  EXPECT_EQ(back.history.back().code, "applications.history.unconsidered_on_paper");
  EXPECT_EQ(back.history.back().reason, "Не та форма");
  ASSERT_TRUE(Go(handed)) << "it may go again";
  const auto electronic = desk_.Queued();
  desk_.AgencyStatus(electronic, 20, "Принято в работу");
  EXPECT_EQ(give_back(electronic).refusal().code, "applications.electronic_service");
}

TEST_F(ByPaperTest, AMarkIsPutRightWhileNothingMoreHasComeOfTheCase) {
  const auto handed = desk_.InProcessing("paper_subsidy");
  const auto correct = [&](const PaperMark& mark) {
    const auto corrected = Do([&](db::Tx& tx) {
      return CorrectMark(tx, services_, handed.application.id, mark, by_, kHow, desk_.clock.Now());
    });
    return corrected ? std::string() : corrected.refusal().code;
  };
  const PaperMark earlier{.taken_on = ParseDate("2026-11-24")}, not_taken{.reason = "Нет подписи"};
  EXPECT_EQ(correct(earlier), "applications.mark_settled") << "there is none";
  ASSERT_TRUE(Go(handed));
  desk_.clock.Advance(std::chrono::days(2));
  Taken(handed, "2026-11-25");
  EXPECT_EQ(Now(handed).planned_date, ParseDate("2026-12-09"));
  EXPECT_EQ(correct(earlier), "");
  EXPECT_EQ(Now(handed).registered_on, earlier.taken_on);
  EXPECT_EQ(Now(handed).planned_date, ParseDate("2026-12-08")) << "as promised";
  EXPECT_EQ(Now(handed).promised_date, std::nullopt);
  EXPECT_EQ(desk_.Reload(handed.application.id).history.back().detail, "24.11.2026, " + kHow);
  const auto told = desk_.Reload(handed.application.id).history.size();
  EXPECT_EQ(correct(earlier), "");
  EXPECT_EQ(desk_.Reload(handed.application.id).history.size(), told + 1) << "the term is the same";
  EXPECT_EQ(correct(not_taken), "");
  EXPECT_EQ(Now(handed).status, Status::kProcessing);
  EXPECT_EQ(correct({.reason = "Нет печати"}), "");
  const auto told_anew = desk_.Reload(handed.application.id).history.back();
  EXPECT_EQ(told_anew.code, "applications.history.not_taken_corrected");
  EXPECT_EQ(told_anew.reason, "Нет печати");
  EXPECT_EQ(told_anew.kind, "status") << "a note is what an edit leaves";
  EXPECT_EQ(correct({.taken_on = earlier.taken_on, .fingerprint = "0"}),
            "applications.mark_settled")
      << "these are not the papers that went";
  EXPECT_EQ(correct(earlier), "");
  EXPECT_EQ(Now(handed).status, Status::kInAgency);
  EXPECT_EQ(correct(not_taken), "");
  DraftInput edit;
  edit.form = handed.application.form;
  (*edit.form)["last_name"] = "Калинина";
  ASSERT_TRUE(SaveDraft(services_, processor_, handed.application.id, Now(handed).version, edit));
  EXPECT_EQ(correct(earlier), "applications.mark_settled") << "what lies there is another paper";
}

TEST_F(ByPaperTest, AResultIsTakenOfWhatIsAtTheAgencyOnPaper) {
  const auto handed = desk_.InProcessing("paper");
  EXPECT_EQ(ComeBack(handed, granted_).refusal().code, "applications.not_at_agency");
  ASSERT_TRUE(Go(handed));
  ASSERT_TRUE(ComeBack(handed, granted_)) << "the agency was faster than its signature";
  EXPECT_EQ(ComeBack(handed, granted_).refusal().code, "applications.not_at_agency");
  Taken(handed, "2026-11-23");
  EXPECT_EQ(Now(handed).status, Status::kAwaitingNotice);
  const auto electronic = desk_.Queued();
  desk_.AgencyStatus(electronic, 20, "Принято в работу");
  EXPECT_EQ(ComeBack(electronic, granted_).refusal().code, "applications.electronic_service");
}

TEST_F(ByPaperTest, CasesAreListedDueFirstAndFoundInTheOrderAskedFor) {
  const auto late = desk_.InProcessing("paper"), soon = desk_.InProcessing("paper_subsidy");
  desk_.InProcessing();
  const auto numbers = [](const std::vector<PaperCase>& cases) {
    std::vector<std::string> numbers;
    for (const auto& one : cases) numbers.push_back(one.number);
    return numbers;
  };
  EXPECT_THAT(numbers(Waiting(Status::kProcessing)),
              ElementsAre(soon.application.number, late.application.number));
  const auto others = Do([&](db::Tx& tx) {
    return ListPaperCases(tx, services_.catalog,
                          {.organization_id = processor_.organization_id,
                           .branch_id = processor_.branch_id.value(),
                           .services = {{"paper", 1}, {"paper_subsidy", 1}},
                           .statuses = {Status::kProcessing},
                           .without = {soon.application.id},
                           .limit = 1});
  });
  EXPECT_THAT(numbers(others), ElementsAre(late.application.number));
  const auto get = [&](std::string_view login) {
    return desk_.db.Transact(desk_.As(login).scope(), [&](db::Tx& tx) {
      return numbers(GetPaperCases(
          tx, services_.catalog, {late.application.id, ApplicationId::New(), soon.application.id}));
    });
  };
  EXPECT_THAT(get("processor"), ElementsAre(late.application.number, soon.application.number));
  EXPECT_THAT(get("stranger"), ElementsAre());
}

}  // namespace
}  // namespace okno::applications
