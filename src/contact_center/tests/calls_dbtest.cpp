// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "applications/by_paper.h"
#include "applications/testing.h"
#include "contact_center/calls.h"
#include "contact_center/jobs.h"
#include "contact_center/migrations.h"
#include "logic/call_list.h"

namespace okno::contact_center {
namespace {

using applications::Case;
using applications::Status;

class CallsTest : public ::testing::Test {
 protected:
  CallsTest() { RegisterJobs(desk_.runner, services_); }
  CallPage List(const CallQuery& query = {}) { return ListCalls(services_, agent_, query); }
  Case Answered() {
    auto subject = desk_.Answered();
    desk_.runner.RunDue();
    return subject;
  }
  Case Returned() {
    const auto handed = desk_.InProcessing();
    auto subject =
        applications::ReturnForRework(desk_.services, desk_.As("processor"), handed.application.id,
                                      handed.application.version, {.reason = "Нет подписи"});
    desk_.runner.RunDue();
    return subject.value();
  }
  Result<Call> Record(const CallId& id, const AttemptInput& input) {
    auto recorded = RecordAttempt(services_, agent_, id, input, Uuid::NewV7().ToString());
    desk_.runner.RunDue();
    return recorded;
  }
  Status StatusOf(const Case& subject) {
    return desk_.Reload(subject.application.id).application.status;
  }

  applications::testing::Desk desk_{{Migrations()}};
  Services services_{desk_.db, desk_.clock, desk_.catalog};
  access::Principal agent_ = desk_.As("agent");
};

TEST_F(CallsTest, ResultsAndReworksAreToBeToldOf) {
  const auto answered = Answered();
  const auto returned = Returned();
  const auto page = List();
  ASSERT_EQ(page.calls.size(), 2U);
  EXPECT_EQ(page.total, 2);
  EXPECT_EQ(page.calls[0].number, answered.application.number);
  EXPECT_EQ(page.calls[0].applicant_name, "Петрова Мария Ильинична");
  EXPECT_EQ(page.calls[0].phone, "+79123456789");
  EXPECT_THAT(page.calls[0].opening, ::testing::HasSubstr("Мария Ильинична, это вы?"));
  EXPECT_EQ(page.calls[1].rework_until, returned.application.rework->until);
  EXPECT_EQ(List({.reason = "rework"}).calls.size(), 1U);
  EXPECT_EQ(List({.typed = answered.application.number}).calls.size(), 1U);
  EXPECT_EQ(List({.typed = "сидоров"}).total, 0);
  const auto first = List({.limit = 1});
  ASSERT_FALSE(first.next_cursor.empty());
  EXPECT_EQ(List({.cursor = first.next_cursor, .limit = 1}).calls.front().number,
            returned.application.number);
  EXPECT_TRUE(ListCalls(services_, desk_.As("stranger"), {}).calls.empty());
}

// Fifty people are in the list, one of them is called.
TEST_F(CallsTest, TellOnlyOfTheOneBeforeTheAgentHowToKnowThem) {
  Answered();
  Answered();
  const auto calls = List().calls;
  for (const auto& call : calls) {
    EXPECT_EQ(call.check, "");
    EXPECT_THAT(call.opening + call.text, ::testing::Not(::testing::HasSubstr("1980")));
  }
  const auto opened = FindCall(services_, agent_, calls[0].id);
  ASSERT_TRUE(opened);
  EXPECT_THAT(opened->check, ::testing::HasSubstr("12 марта 1980 г."));
  EXPECT_EQ(opened->text, calls[0].text);
  EXPECT_EQ(FindCall(services_, desk_.As("stranger"), calls[0].id).refusal().code,
            "contact_center.not_found");
  ASSERT_TRUE(Record(calls[0].id, {.outcome = "reached"}));
  EXPECT_EQ(FindCall(services_, agent_, calls[0].id).refusal().code, "contact_center.done");
}

TEST_F(CallsTest, SayWhetherTheResultIsARefusal) {
  Answered();
  const auto refused = desk_.Queued();
  desk_.BusTook(refused);
  desk_.AgencyAnswers(refused, "negative");
  desk_.runner.RunDue();
  const auto calls = List().calls;
  ASSERT_EQ(calls.size(), 2U);
  EXPECT_FALSE(calls[0].refused);
  EXPECT_EQ(calls[1].number, refused.application.number);
  EXPECT_TRUE(calls[1].refused);
  EXPECT_THAT(calls[1].text, ::testing::HasSubstr("решение об отказе"));
}

// The papers of a result lie in one branch: whoever is sent to another one comes in vain.
TEST_F(CallsTest, AResultOnPaperIsToldOfWithTheOneBranchThatHasIt) {
  const auto handed = desk_.InProcessing("paper_subsidy");
  const auto& id = handed.application.id;
  const auto processor = access::Actor::Of(desk_.As("processor"));
  const auto on_paper = [&](auto step) {
    desk_.db.Transact(desk_.As("processor").scope(), step);
    desk_.runner.RunDue();
  };
  on_paper([&](db::Tx& tx) {
    const auto now = desk_.clock.Now();
    ASSERT_TRUE(applications::SendByCourier(tx, desk_.services, id, processor, "пакет", now));
  });
  EXPECT_EQ(List().total, 0);
  desk_.clock.Advance(std::chrono::days(10));  // promised for 8 December
  on_paper([&](db::Tx& tx) {
    applications::NoteTakenOnPaper(tx, desk_.services, id, processor, *ParseDate("2026-12-03"),
                                   "пакет", desk_.clock.Now());
  });
  ASSERT_EQ(List({.reason = "later"}).total, 1) << "the agency counts from the day it has signed";
  for (const auto& [day, calls] : {std::pair("2026-11-23", 0), std::pair("2026-12-03", 1)}) {
    on_paper([&, day = day](db::Tx& tx) {
      ASSERT_TRUE(applications::CorrectMark(tx, desk_.services, id, {.taken_on = ParseDate(day)},
                                            processor, "пакет", desk_.clock.Now()));
    });
    EXPECT_EQ(List().total, calls) << day;
  }
  on_paper([&](db::Tx& tx) {
    ASSERT_TRUE(applications::TakePaperResult(tx, desk_.services, id, processor,
                                              {.positive = false,
                                               .registration_number = "",
                                               .decided_on = *ParseDate("2026-12-03"),
                                               .text = "Нет права",
                                               .papers = {{"Решение об отказе", 2}}},
                                              "пакет", desk_.clock.Now()));
  });
  ASSERT_EQ(List().total, 1);
  const auto call = List().calls.front();
  EXPECT_EQ(call.reason, "result");
  EXPECT_TRUE(call.refused);
  EXPECT_THAT(call.text, ::testing::AllOf(::testing::HasSubstr("решение об отказе"),
                                          ::testing::HasSubstr("только в филиале"),
                                          ::testing::HasSubstr(handed.branch.name)));
  ASSERT_TRUE(Record(call.id, {.outcome = "reached"}));
  EXPECT_EQ(StatusOf(handed), Status::kReadyToIssue);
}

TEST_F(CallsTest, ReachedApplicantEndsTheCallAndMakesTheResultReady) {
  const auto answered = Answered();
  const auto call = List().calls.front();
  const auto recorded = Record(call.id, {.outcome = "reached", .note = "Придёт завтра"});
  ASSERT_TRUE(recorded);
  EXPECT_TRUE(recorded->done);
  EXPECT_EQ(recorded->attempts.front().note, "Придёт завтра");
  EXPECT_EQ(StatusOf(answered), Status::kReadyToIssue);
  EXPECT_TRUE(List().calls.empty());
  EXPECT_EQ(Record(call.id, {.outcome = "reached"}).refusal().code, "contact_center.done");
}

Json DaysOfTheAgency(const char* registered, const char* planned) {
  return Json::array(
      {Json::array({"RegisteredOn", registered}), Json::array({"PlannedDate", planned})});
}

TEST_F(CallsTest, ADayPastThePromisedOneIsToldOfOnce) {
  const auto queued = desk_.Queued("subsidy");  // promised for 8 December
  desk_.clock.Advance(std::chrono::days(10));
  desk_.AgencyStatus(queued, 10, "Зарегистрировано", DaysOfTheAgency("2026-12-03", "2026-12-17"));
  ASSERT_EQ(List({.reason = "later"}).total, 1);
  const auto call = List().calls.front();
  EXPECT_EQ(call.number, queued.application.number);
  EXPECT_THAT(call.text, ::testing::HasSubstr("до 17 декабря 2026 г."));
  ASSERT_TRUE(Record(call.id, {.outcome = "reached"}));
  desk_.AgencyStatus(queued, 20, "Принято в работу");
  EXPECT_EQ(List().total, 0) << "told already";
  EXPECT_EQ(StatusOf(queued), Status::kInAgency);
  desk_.AgencyStatus(queued, 10, "Зарегистрировано снова",
                     DaysOfTheAgency("2026-12-03", "2026-12-21"));
  EXPECT_EQ(List({.reason = "later"}).total, 1) << "moved once more";
  desk_.AgencyStatus(queued, 10, "Зарегистрировано раньше",
                     DaysOfTheAgency("2026-11-23", "2026-12-07"));
  EXPECT_EQ(List().total, 0) << "it is not late at all";
  desk_.AgencyAnswers(queued, "positive");
  desk_.runner.RunDue();
  ASSERT_EQ(List().total, 1);
  EXPECT_EQ(List().calls.front().reason, "result") << "the result is the news now";
}

TEST_F(CallsTest, ALaterDayIsToldAlsoWhenTheCaseHasToBeSentOnceMore) {
  const auto queued = desk_.Queued("subsidy");
  desk_.clock.Advance(std::chrono::days(10));
  desk_.Tell("exchange.delivery_failed", queued, {{"code", "exchange.no_answer"}});
  ASSERT_EQ(StatusOf(queued), Status::kDeliveryOnDemand);
  desk_.AgencyStatus(queued, 10, "Зарегистрировано", DaysOfTheAgency("2026-12-03", "2026-12-17"));
  EXPECT_EQ(List({.reason = "later"}).total, 1);
}

TEST_F(CallsTest, ADayThatIsNoLaterThanPromisedIsNoCall) {
  const auto queued = desk_.Queued("subsidy");
  desk_.AgencyStatus(queued, 10, "Зарегистрировано", DaysOfTheAgency("2026-11-23", "2026-12-07"));
  EXPECT_EQ(List().total, 0);
}

TEST_F(CallsTest, ADecisionOnWhatWasWithdrawnIsToldToTheApplicant) {
  const auto queued = desk_.Queued();
  desk_.Tell("exchange.delivery_failed", queued, {{"code", "exchange.no_answer"}});
  const auto failed = desk_.Reload(queued.application.id);
  ASSERT_TRUE(applications::Withdraw(desk_.services, desk_.As("operator"), failed.application.id,
                                     failed.application.version, "Передумала"));
  desk_.AgencyAnswers(queued, "negative");
  desk_.runner.RunDue();
  EXPECT_EQ(StatusOf(queued), Status::kAwaitingNotice);
  ASSERT_EQ(List().total, 1);
  EXPECT_THAT(List().calls.front().text,
              ::testing::AllOf(::testing::HasSubstr("Вы отозвали заявление"),
                               ::testing::HasSubstr("решение об отказе")));
}

TEST_F(CallsTest, WhatWasSaidIsInTheHistoryOfItsCase) {
  const auto answered = Answered();
  const auto other = Answered();
  const auto call = List().calls.front();
  const auto last = [&](const Case& subject) {
    const auto entry = desk_.Reload(subject.application.id).history.back();
    return entry.code + " " + entry.reason;
  };
  const auto before = last(other);
  ASSERT_TRUE(Record(call.id, {.outcome = "no_answer", .note = "Взял сын"}));
  EXPECT_EQ(last(answered), "applications.history.called Взял сын");
  ASSERT_TRUE(Record(call.id, {.outcome = "reached", .note = "Придёт жена по доверенности"}));
  EXPECT_EQ(last(answered), "applications.history.reached Придёт жена по доверенности");
  EXPECT_EQ(last(other), before);
}

TEST_F(CallsTest, ReworkToldStaysInRework) {
  const auto returned = Returned();
  ASSERT_TRUE(Record(List().calls.front().id, {.outcome = "reached"}));
  EXPECT_EQ(StatusOf(returned), Status::kRework);
  EXPECT_TRUE(List().calls.empty());
}

TEST_F(CallsTest, WhoDidNotAnswerGoesToTheEndOfTheList) {
  const auto first = Answered();
  const auto second = Answered();
  desk_.clock.Advance(std::chrono::minutes(5));
  ASSERT_TRUE(Record(List().calls.front().id, {.outcome = "no_answer"}));
  const auto calls = List().calls;
  EXPECT_EQ(calls[0].number, second.application.number);
  EXPECT_EQ(calls[1].number, first.application.number);
  EXPECT_EQ(calls[1].attempts.size(), 1U);
  EXPECT_EQ(StatusOf(first), Status::kAwaitingNotice);
}

const db::Query kChangePhone{"test.change_phone",
                             "UPDATE applicants.applicants SET phone = $2 WHERE id = $1"};

TEST_F(CallsTest, AWrongNumberIsNotCalledUntilTheCardHasAnotherAndTheBranchLearnsIt) {
  const auto subject = Answered();
  const auto call = List().calls.front();
  ASSERT_TRUE(
      Record(call.id, {.outcome = "wrong_number", .note = "Чужая квартира", .phone = call.phone}));
  EXPECT_EQ(List().total, 0);
  ASSERT_EQ(List({.wrong_number = true}).total, 1);
  EXPECT_EQ(List({.wrong_number = true}).calls.front().wrong_number->by, agent_.display_name);
  EXPECT_EQ(List({.typed = subject.application.number}).total, 1) << "asked for by number";
  const auto entry = desk_.Reload(subject.application.id).history.back();
  EXPECT_EQ(entry.code, "applications.history.wrong_number");
  EXPECT_EQ(entry.detail + " " + entry.reason, call.phone + " Чужая квартира");
  EXPECT_EQ(StatusOf(subject), Status::kAwaitingNotice);
  desk_.db.Transact(agent_.scope(), [&](db::Tx& tx) {
    tx.Run(kChangePhone, subject.applicant.id, std::string("+79990000001"));
  });
  ASSERT_EQ(List().total, 1) << "with the number that was mended";
  EXPECT_FALSE(List().calls.front().wrong_number);
}

TEST_F(CallsTest, ANumberThatWasMendedMeanwhileIsNotMarked) {
  Answered();
  const auto call = List().calls.front();
  ASSERT_TRUE(Record(call.id, {.outcome = "wrong_number", .phone = "+79990000002"}));
  EXPECT_EQ(List().total, 1);
  ASSERT_TRUE(Record(call.id, {.outcome = "wrong_number"}));
  EXPECT_EQ(List().total, 0);
  ASSERT_TRUE(Record(call.id, {.outcome = "reached"}));
  Answered();  // of the same applicant
  EXPECT_EQ(List().total, 1) << "somebody was reached at it";
}

TEST_F(CallsTest, SameAttemptSentAgainIsOne) {
  Answered();
  const auto id = List().calls.front().id;
  const auto key = Uuid::NewV7().ToString();
  ASSERT_TRUE(RecordAttempt(services_, agent_, id, {.outcome = "busy"}, key));
  ASSERT_TRUE(RecordAttempt(services_, agent_, id, {.outcome = "busy"}, key));
  EXPECT_EQ(List().calls.front().attempts.size(), 1U);
  EXPECT_EQ(
      RecordAttempt(services_, desk_.As("stranger"), id, {.outcome = "busy"}, key).refusal().code,
      "contact_center.not_found");
}

TEST_F(CallsTest, LeavingTheStatusEndsTheCall) {
  const auto returned = Returned();
  ASSERT_EQ(List().total, 1);
  ASSERT_TRUE(applications::HandOver(desk_.services, desk_.As("operator"), returned.application.id,
                                     returned.application.version));
  desk_.runner.RunDue();
  EXPECT_EQ(List().total, 0);
}

const db::Query kLockWaiters{"test.lock_waiters",
                             "SELECT count(*) AS waiters FROM pg_locks WHERE NOT granted"};

// The handler of "returned for rework" has read the case and not yet committed when the case leaves
// rework and that is told as well: no call may stay for a case that nobody waits for.
TEST_F(CallsTest, StatusLeftWhileItsCallIsOpenedLeavesNoCall) {
  const auto handed = desk_.InProcessing();
  const auto returned =
      applications::ReturnForRework(desk_.services, desk_.As("processor"), handed.application.id,
                                    handed.application.version, {.reason = "Нет подписи"});
  ASSERT_TRUE(returned);
  std::future<void> leaving;
  const auto is_settled = [&] {
    if (leaving.wait_for(std::chrono::seconds(0)) == std::future_status::ready) return true;
    return desk_.db.Transact(db::Scope::System(), [](db::Tx& tx) {
      return tx.Run(kLockWaiters).front()["waiters"].As<int>() > 0;
    });
  };
  desk_.db.Transact(agent_.scope(), [&](db::Tx& tx) {
    jobs::Job job;
    job.payload = {{"application_id", returned->application.id.ToString()}};
    OnStatusChanged(services_, tx, job);
    leaving = std::async(std::launch::async, [&] {
      ASSERT_TRUE(applications::HandOver(desk_.services, desk_.As("operator"),
                                         returned->application.id, returned->application.version));
      desk_.runner.RunDue();
    });
    while (!is_settled()) std::this_thread::yield();
  });
  leaving.get();
  EXPECT_EQ(List().total, 0);
}

}  // namespace
}  // namespace okno::contact_center
