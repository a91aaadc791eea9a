// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bureau.h"
#include "inquiries/calls.h"

namespace okno::inquiries {
namespace {

using testing::Bureau;
using testing::kAnswer;
using testing::RefusalOf;

class ExchangeTest : public ::testing::Test {
 protected:
  Bureau bureau;
  const Services& services = bureau.services;
  access::Principal Operator() { return bureau.As("operator"); }
  State StateOf(const View& view) { return bureau.Reload(view.inquiry.id).inquiry.state; }
};

TEST_F(ExchangeTest, SendingQueuesTheRequestUnderTheInquiry) {
  const auto view = bureau.Sent();
  EXPECT_EQ(view.inquiry.state, State::kReady);
  const auto message = bureau.db.Transact(Operator().scope(), [&](db::Tx& tx) {
    return exchange::FindMessage(tx, *view.inquiry.message_id);
  });
  ASSERT_TRUE(message);
  EXPECT_EQ(message->subject.kind, "inquiry");
  EXPECT_EQ(message->subject.id, view.inquiry.id.uuid);
  EXPECT_EQ(message->content_namespace, "urn://test/person-data");
  ASSERT_FALSE(view.sent.table.empty());
  EXPECT_EQ(view.sent.table.front().value, "Петрова");
}

TEST_F(ExchangeTest, SentAgainUnderTheSameKeyItIsOneRequest) {
  bureau.ConnectToBus();
  const auto filled = bureau.Filled().inquiry;
  const auto key = Bureau::Key();
  const auto first = Send(services, Operator(), filled.id, {filled.version, key});
  const auto again = Send(services, Operator(), filled.id, {filled.version, key});
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->inquiry.message_id, again->inquiry.message_id);
  EXPECT_EQ(
      RefusalOf(Send(services, Operator(), filled.id, {first->inquiry.version, Bureau::Key()})),
      "inquiries.already_sent");
}

TEST_F(ExchangeTest, WithoutAConnectionNothingIsLostAndNothingQueued) {
  const auto filled = bureau.Filled().inquiry;
  EXPECT_EQ(RefusalOf(Send(services, Operator(), filled.id, {filled.version, Bureau::Key()})),
            "exchange.no_connection");
  const auto kept = bureau.Reload(filled.id).inquiry;
  EXPECT_EQ(kept.state, State::kFormed);
  EXPECT_EQ(kept.form, filled.form);
  const auto preview = ShowSoap(services, Operator(), filled.id);
  ASSERT_TRUE(preview);
  EXPECT_EQ(preview->message.unsigned_because, "exchange.no_connection");
  EXPECT_THAT(preview->message.envelope_xml, ::testing::HasSubstr("SendRequestRequest"));
  EXPECT_THAT(preview->message.envelope_xml, ::testing::HasSubstr("Петрова"));
}

TEST_F(ExchangeTest, OfASentInquiryTheMessageThatWentOutIsShown) {
  const auto view = bureau.Sent();
  const auto shown = [&] { return ShowSoap(services, Operator(), view.inquiry.id).value(); };
  EXPECT_FALSE(shown().sent) << "nothing has gone out yet";
  bureau.KeepEnvelope(view, "<sent/>");
  EXPECT_TRUE(shown().sent);
  EXPECT_EQ(shown().message.envelope_xml, "<sent/>");
  // What failed and may be corrected is shown as it would be sent now.
  bureau.Tell("exchange.delivery_failed", view, {{"code", "smev.unreachable"}});
  EXPECT_FALSE(shown().sent);
}

TEST_F(ExchangeTest, WhatIsWrongIsNamedAtItsFieldBeforeAnythingIsShownOrSent) {
  bureau.ConnectToBus();
  auto view = bureau.Begin("property");
  const auto wrong = std::vector<FieldError>{{"/form/Case", "field.required", {}},
                                             {"/form/Cadastral", "field.required", {}}};
  const auto sent =
      Send(services, Operator(), view.inquiry.id, {view.inquiry.version, Bureau::Key()});
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.refusal().fields, wrong);
  EXPECT_EQ(ShowSoap(services, Operator(), view.inquiry.id).refusal().fields, wrong);
  EXPECT_EQ(bureau.Reload(view.inquiry.id).inquiry.number, "");
}

TEST_F(ExchangeTest, TheRoadThroughBusAndAgencyToTheAnswer) {
  const auto view = bureau.Sent();
  bureau.Tell("exchange.request_sent", view);
  EXPECT_EQ(StateOf(view), State::kSent);
  bureau.AgencyStatus(view, "Запрос принят в обработку");
  auto now = bureau.Reload(view.inquiry.id).inquiry;
  EXPECT_EQ(now.state, State::kAccepted);
  EXPECT_EQ(now.state_text, "Запрос принят в обработку");
  bureau.AgencyAnswers(view, kAnswer, 2);
  const auto answered = bureau.Reload(view.inquiry.id);
  EXPECT_EQ(answered.inquiry.state, State::kAnswered);
  ASSERT_TRUE(answered.inquiry.answer);
  EXPECT_TRUE(answered.inquiry.answer->has_data);
  EXPECT_EQ(answered.inquiry.answer->content.table[1].value, "11223344595");
  EXPECT_EQ(answered.inquiry.answer->signature_verdict, "signature.valid");
  EXPECT_EQ(answered.inquiry.answered_at, bureau.clock.Now());
  ASSERT_EQ(answered.documents.size(), 2u);
  EXPECT_EQ(answered.documents[0].name, "answer0.pdf");
  for (const auto* code : {"inquiries.history.queued", "inquiries.history.sent",
                           "inquiries.history.agency_status", "inquiries.history.answered"}) {
    EXPECT_EQ(std::ranges::count(answered.history, std::string(code), &HistoryEntry::code), 1)
        << code;
  }
}

TEST_F(ExchangeTest, NewsToldTwiceOrTooLateChangeNothing) {
  const auto view = bureau.Sent();
  bureau.AgencyAnswers(view, kAnswer, 1);
  const auto answered = bureau.Reload(view.inquiry.id);
  bureau.AgencyAnswers(view, "<t:Snils>00000000000</t:Snils>", 1);
  bureau.AgencyRejects(view, "FAILURE", "поздно");
  bureau.Tell("exchange.delivery_failed", view, {{"code", "x"}});
  bureau.Tell("exchange.request_sent", view);
  bureau.AgencyStatus(view, "принято");
  const auto later = bureau.Reload(view.inquiry.id);
  EXPECT_EQ(later.inquiry.state, State::kAnswered);
  EXPECT_EQ(later.inquiry.answer->content.data, answered.inquiry.answer->content.data);
  EXPECT_EQ(later.documents.size(), 1u);
  EXPECT_EQ(later.inquiry.state_text, "");
}

TEST_F(ExchangeTest, NoDataIsAnAnswerARefusalIsNone) {
  const auto nothing = bureau.Sent();
  bureau.AgencyRejects(nothing, "NO_DATA", "Сведения не найдены");
  const auto answered = bureau.Reload(nothing.inquiry.id).inquiry;
  EXPECT_EQ(answered.state, State::kAnswered);
  ASSERT_TRUE(answered.answer);
  EXPECT_FALSE(answered.answer->has_data);
  EXPECT_EQ(answered.answer->text, "Сведения не найдены");
  EXPECT_EQ(RefusalOf(CompareWithCard(services, Operator(), nothing.inquiry.id)),
            "inquiries.no_answer");

  const auto refused = bureau.Sent();
  bureau.AgencyRejects(refused, "ACCESS_DENIED", "Нет прав");
  const auto now = bureau.Reload(refused.inquiry.id).inquiry;
  EXPECT_EQ(now.state, State::kNotAccepted);
  EXPECT_EQ(now.state_text, "Нет прав");
}

TEST_F(ExchangeTest, WhatWasNotDeliveredCanBeSentAgainUnderItsNumber) {
  const auto view = bureau.Sent();
  bureau.Tell("exchange.delivery_delayed", view, {{"attempt", 1}});
  bureau.Tell("exchange.delivery_failed", view, {{"code", "smev.unreachable"}});
  auto failed = bureau.Reload(view.inquiry.id).inquiry;
  EXPECT_EQ(failed.state, State::kNotSent);
  const auto again = Send(services, Operator(), failed.id, {failed.version, Bureau::Key()});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->inquiry.number, view.inquiry.number);
  EXPECT_NE(again->inquiry.message_id, view.inquiry.message_id);
  // News of the first request says nothing about the second one.
  bureau.Tell("exchange.request_sent", view);
  EXPECT_EQ(StateOf(view), State::kReady);
  bureau.AgencyRejects(view, "FAILURE", "старый запрос");
  EXPECT_EQ(StateOf(view), State::kReady);
}

TEST_F(ExchangeTest, AnAnswerToTheOlderRequestIsNoAnswerToTheCorrectedOne) {
  const auto older = bureau.Sent();
  bureau.Tell("exchange.delivery_failed", older, {{"code", "smev.unreachable"}});
  auto failed = bureau.Reload(older.inquiry.id).inquiry;
  auto form = failed.form;
  form["LastName"] = "Сидорова";
  const auto saved = Save(services, Operator(), failed.id, failed.version, {.form = form}).value();
  const auto corrected =
      Send(services, Operator(), failed.id, {saved.inquiry.version, Bureau::Key()}).value();
  bureau.AgencyStatus(older, "принят");
  bureau.AgencyAnswers(older, kAnswer, 1);
  bureau.AgencyRejects(older, "NO_DATA", "Сведения не найдены");
  auto now = bureau.Reload(older.inquiry.id);
  EXPECT_EQ(now.inquiry.state, State::kReady);
  EXPECT_FALSE(now.inquiry.answer);
  EXPECT_TRUE(now.documents.empty());
  EXPECT_EQ(
      std::ranges::count(now.history, "inquiries.history.answer_to_older", &HistoryEntry::code), 3);
  bureau.AgencyAnswers(corrected, "<t:Snils>11223344595</t:Snils>");
  EXPECT_EQ(StateOf(older), State::kAnswered);
}

TEST_F(ExchangeTest, TheFirstAnswerCountsWhenTheSameWasSentAgain) {
  const auto first = bureau.Sent();
  bureau.Tell("exchange.delivery_failed", first, {{"code", "smev.unreachable"}});
  const auto failed = bureau.Reload(first.inquiry.id).inquiry;
  ASSERT_TRUE(Send(services, Operator(), failed.id, {failed.version, Bureau::Key()}));
  bureau.AgencyAnswers(first, kAnswer);
  EXPECT_EQ(StateOf(first), State::kAnswered);
}

TEST_F(ExchangeTest, TheBusRefusalIsAnErrorEvenWhenItsReceiptIsToldLater) {
  const auto view = bureau.Sent();
  bureau.Tell("exchange.delivery_failed", view, {{"code", "smev.rejected"}, {"taken", true}});
  EXPECT_EQ(StateOf(view), State::kError);
  bureau.Tell("exchange.request_sent", view);
  const auto now = bureau.Reload(view.inquiry.id).inquiry;
  EXPECT_EQ(now.state, State::kError);
  EXPECT_NE(now.state_text, "smev.rejected");
}

TEST_F(ExchangeTest, AnEmptyStatusIsNewsTooAndASecondSendingHasItsOwnMoment) {
  const auto view = bureau.Sent();
  bureau.Tell("exchange.request_sent", view);
  bureau.AgencyStatus(view, "");
  EXPECT_EQ(StateOf(view), State::kAccepted);
  bureau.Tell("exchange.delivery_failed", view, {{"code", "smev.rejected"}, {"taken", true}});
  const auto failed = bureau.Reload(view.inquiry.id).inquiry;
  const auto again = Send(services, Operator(), failed.id, {failed.version, Bureau::Key()}).value();
  EXPECT_FALSE(again.inquiry.sent_at);
  bureau.clock.Advance(std::chrono::hours(2));
  bureau.Tell("exchange.request_sent", again);
  EXPECT_EQ(bureau.Reload(view.inquiry.id).inquiry.sent_at, bureau.clock.Now());
}

TEST_F(ExchangeTest, WhatHasNotGoneOutIsStoppedWhenItIsGivenUp) {
  const auto view = bureau.Sent();
  const auto cancelled =
      Cancel(services, Operator(), view.inquiry.id, view.inquiry.version, "не нужно").value();
  EXPECT_EQ(cancelled.history.back().code, "inquiries.history.withdrawn");
  const auto message = bureau.db.Transact(Operator().scope(), [&](db::Tx& tx) {
    return exchange::FindMessage(tx, *view.inquiry.message_id);
  });
  EXPECT_EQ(message->state, "given_up");
}

TEST_F(ExchangeTest, ErrorsAreTheBusRefusalAndAnAnswerThatCanNotBeTrustedOrRead) {
  const auto refused = bureau.Sent();
  bureau.Tell("exchange.request_sent", refused);
  bureau.Tell("exchange.delivery_failed", refused, {{"code", "InvalidContent"}});
  EXPECT_EQ(StateOf(refused), State::kError);

  const auto untrusted = bureau.Sent();
  bureau.Tell("exchange.response_refused", untrusted, {{"code", "signature.invalid"}});
  EXPECT_EQ(StateOf(untrusted), State::kError);

  const auto unreadable = bureau.Sent();
  bureau.AgencyAnswers(unreadable, "<Other xmlns='urn://other'/>");
  const auto now = bureau.Reload(unreadable.inquiry.id).inquiry;
  EXPECT_EQ(now.state, State::kError);
  EXPECT_FALSE(now.answer);
}

TEST_F(ExchangeTest, AnAnswerToWhatWasGivenUpIsTaken) {
  const auto view = bureau.Sent();
  ASSERT_TRUE(Cancel(services, Operator(), view.inquiry.id, view.inquiry.version, "не нужно"));
  bureau.Tell("exchange.request_sent", view);
  EXPECT_EQ(StateOf(view), State::kCancelled);
  bureau.AgencyAnswers(view, kAnswer);
  EXPECT_EQ(StateOf(view), State::kAnswered);
}

TEST_F(ExchangeTest, TheAnswerForADocumentOfACaseIsToldToItsRoomOnce) {
  std::vector<Json> told;
  bureau.runner.Subscribe(kAnswered, "test",
                          [&](db::Tx&, const jobs::Job& job) { told.push_back(job.payload); });
  bureau.ConnectToBus();
  bureau.case_applicant = bureau.AddApplicant().id;
  const auto send = [&](const std::string& type, const std::string& item) {
    const auto begun =
        Create(services, Operator(), {.type = type, .about = bureau.known_case, .item = item},
               Bureau::Key())
            .value()
            .inquiry;
    const auto saved =
        Save(services, Operator(), begun.id, begun.version, {.form = begun.form}).value().inquiry;
    return Send(services, Operator(), saved.id, {saved.version, Bureau::Key()}).value();
  };
  const auto asked = send("taxpayer", "income");
  bureau.AgencyAnswers(asked, "<t:Snils>11223344595</t:Snils>");
  bureau.AgencyAnswers(asked, "<t:Snils>11223344595</t:Snils>");
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0]["inquiry_id"], asked.inquiry.id.ToString());
  EXPECT_EQ(told[0]["case_kind"], "application");
  EXPECT_EQ(told[0]["case_id"], bureau.known_case.id.ToString());
  bureau.AgencyRejects(send("taxpayer", "income"), "NO_DATA", "Сведений нет");
  EXPECT_EQ(told.size(), 2U) << "that there is nothing is an answer";
  bureau.AgencyAnswers(send("person-data", ""), "<t:Snils>11223344595</t:Snils>");
  EXPECT_EQ(told.size(), 2U) << "asked for no document";
}

}  // namespace
}  // namespace okno::inquiries
