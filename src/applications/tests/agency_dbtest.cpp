// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applications/calls.h"
#include "applications/testing.h"
#include "logic/message/request_xml.h"
#include "logic/message/response_xml.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

using testing::Desk;

class AgencyTest : public ::testing::Test {
 protected:
  Status StatusOf(const Case& subject) {
    return desk_.Reload(subject.application.id).application.status;
  }
  Desk desk_;
  const Services& services_ = desk_.services;
};

TEST_F(AgencyTest, SendingQueuesARequestThatFitsTheMessageType) {
  desk_.ConnectToBus();
  const auto handed = desk_.InProcessing();
  const auto scan = desk_.Upload(handed, "passport", "processor");
  const auto sent =
      Send(services_, desk_.As("processor"), handed.application.id, handed.application.version);
  ASSERT_TRUE(sent);
  EXPECT_EQ(sent->application.status, Status::kDeliveryQueued);
  const auto message = desk_.db.Transact(desk_.As("processor").scope(), [&](db::Tx& tx) {
    return exchange::FindMessage(tx, *sent->application.message_id);
  });
  ASSERT_TRUE(message);
  const auto document = xml::Document::Parse(message->content_xml);
  ASSERT_TRUE(document);
  EXPECT_TRUE(desk_.schema.Validate(document->root()).empty());
  EXPECT_EQ(document->root().child_text("Number"), sent->application.number);
  EXPECT_EQ(document->root().child_text("AgencyCode"), "msz");
  ASSERT_EQ(message->attachments.size(), 2U) << "the printed application and the scan";
  EXPECT_EQ(message->attachments[1].sha256_hex, scan.file.sha256_hex);
  EXPECT_EQ(document->root().child("Files").children()[1].attribute("contentId"),
            message->attachments[1].content_id);
}

TEST_F(AgencyTest, SendingIsRefusedWithoutABusOrForPaper) {
  const auto handed = desk_.InProcessing();
  EXPECT_EQ(
      Send(services_, desk_.As("processor"), handed.application.id, handed.application.version)
          .refusal()
          .code,
      "exchange.no_connection");
  EXPECT_EQ(StatusOf(handed), Status::kProcessing);
  const auto paper = desk_.InProcessing("paper");
  EXPECT_EQ(Send(services_, desk_.As("processor"), paper.application.id, paper.application.version)
                .refusal()
                .code,
            "applications.not_electronic");
}

TEST_F(AgencyTest, SendingIsRefusedWhenTheFilesAreTooLarge) {
  desk_.ConnectToBus();
  const auto handed = desk_.InProcessing();
  documents::Upload large{.name = "scan.pdf", .item = "other"};
  large.file =
      desk_.files
          ->PutBytes("%PDF-1.4\n" + std::string(6 * 1024 * 1024, 'x') + "\n%%EOF\n", "scan.pdf", {})
          .value();
  ASSERT_TRUE(AddDocument(services_, desk_.As("processor"), handed.application.id, large,
                          Uuid::NewV7().ToString()));
  const auto sent =
      Send(services_, desk_.As("processor"), handed.application.id, handed.application.version);
  EXPECT_EQ(sent.refusal().code, "applications.files_too_large");
}

TEST_F(AgencyTest, TheRoadToTheResultAndItsIssueInAnotherBranch) {
  const auto queued = desk_.Queued();
  const auto id = queued.application.id;
  desk_.BusTook(queued);
  EXPECT_EQ(StatusOf(queued), Status::kSent);
  desk_.AgencyStatus(queued, 10, "Зарегистрировано в ведомстве, № 17-А");
  auto subject = desk_.Reload(id);
  EXPECT_EQ(subject.application.status, Status::kInAgency);
  EXPECT_EQ(subject.application.external_status->text, "Зарегистрировано в ведомстве, № 17-А");
  desk_.AgencyAnswers(queued, "positive");
  subject = desk_.Reload(id);
  EXPECT_EQ(subject.application.status, Status::kAwaitingNotice);
  EXPECT_TRUE(subject.application.decision->positive);
  EXPECT_EQ(subject.application.decision->registration_number, "17-А");

  const auto elsewhere = desk_.As("operator.second");
  const auto noted = desk_.ReadyToIssue(subject, "operator.second");
  const auto issued = Issue(services_, elsewhere, id, noted.application.version, {});
  ASSERT_TRUE(issued);
  EXPECT_EQ(issued->application.status, Status::kClosed);
  EXPECT_TRUE(Get(services_, elsewhere, id)) << "the branch that issued it still sees it";
  EXPECT_FALSE(Get(services_, desk_.As("stranger"), id));
}

TEST_F(AgencyTest, TheCaseTakesTheDateOfTheAgencyAndSaysThatItMoved) {
  const auto queued = desk_.Queued("subsidy");
  EXPECT_EQ(queued.application.planned_date, ParseDate("2026-12-08"))
      << "taken on Monday, handed over on Tuesday at the latest, ten working days more";
  desk_.AgencyStatus(
      queued, 10, "Зарегистрировано",
      Json::parse(R"([["RegisteredOn", "2026-11-23"], ["PlannedDate", "2026-12-07"]])"));
  const auto subject = desk_.Reload(queued.application.id);
  EXPECT_EQ(subject.application.planned_date, ParseDate("2026-12-07"));
  EXPECT_EQ(subject.application.registered_on, ParseDate("2026-11-23"));
  const auto moved = std::ranges::find(subject.history, "applications.history.planned_date_moved",
                                       &HistoryEntry::code);
  ASSERT_NE(moved, subject.history.end());
  EXPECT_EQ(moved->detail, "08.12.2026 → 07.12.2026");
}

TEST_F(AgencyTest, AnotherSystemThatTellsNoDatesIsCountedFromTheDayOfItsNews) {
  const auto queued = desk_.Queued("subsidy");
  desk_.AgencyStatus(queued, 10, "Зарегистрировано");
  EXPECT_EQ(desk_.Reload(queued.application.id).application.planned_date, ParseDate("2026-12-07"));
}

TEST_F(AgencyTest, TheDecisionIsHowTheCaseStandsInTheAgency) {
  const auto queued = desk_.Queued();
  desk_.AgencyStatus(queued, 20, "Принято в работу");
  desk_.AgencyAnswers(queued, "positive");
  EXPECT_EQ(desk_.Reload(queued.application.id).application.external_status->text,
            "Решение: предоставить услугу");
}

TEST_F(AgencyTest, EventsThatComeTwiceOrLateChangeNothing) {
  const auto queued = desk_.Queued();
  desk_.AgencyStatus(queued, 20, "Принято в работу");
  EXPECT_EQ(StatusOf(queued), Status::kInAgency)
      << "the agency was faster than the receipt of the bus";
  desk_.BusTook(queued);
  EXPECT_EQ(StatusOf(queued), Status::kInAgency);
  desk_.AgencyAnswers(queued, "negative");
  const auto rows = desk_.Reload(queued.application.id).history.size();
  desk_.AgencyAnswers(queued, "positive");
  desk_.BusTook(queued);
  auto subject = desk_.Reload(queued.application.id);
  EXPECT_EQ(subject.history.size(), rows);
  EXPECT_FALSE(subject.application.decision->positive);
  desk_.AgencyStatus(queued, 30, "Направлено в отдел");
  subject = desk_.Reload(queued.application.id);
  EXPECT_EQ(subject.application.status, Status::kAwaitingNotice);
  EXPECT_EQ(subject.application.external_status->code, "decision.negative")
      << "the decision stands, whatever is said after it";
  EXPECT_EQ(subject.history.back().kind, "external_status");
}

TEST_F(AgencyTest, FailedDeliveryIsForAPersonToDecideAndCanBeSentAnew) {
  const auto queued = desk_.Queued();
  desk_.Tell("exchange.delivery_delayed", queued, {{"attempt", 1}});
  desk_.Tell("exchange.delivery_delayed", queued, {{"attempt", 2}});
  EXPECT_EQ(desk_.Reload(queued.application.id).history.size(), queued.history.size() + 1);
  desk_.Tell("exchange.delivery_failed", queued, {{"code", "exchange.no_answer"}});
  const auto failed = desk_.Reload(queued.application.id);
  EXPECT_EQ(failed.application.status, Status::kDeliveryOnDemand);
  const auto again =
      Send(services_, desk_.As("processor"), failed.application.id, failed.application.version);
  ASSERT_TRUE(again);
  EXPECT_NE(again->application.message_id, queued.application.message_id);
  desk_.Tell("exchange.delivery_failed", queued, {{"code", "exchange.no_answer"}});
  EXPECT_EQ(StatusOf(queued), Status::kDeliveryQueued)
      << "news of the first message is no news of the second";
}

TEST_F(AgencyTest, AnswerThatCanNotBeReadIsNotedAndChangesNothing) {
  const auto queued = desk_.Queued();
  desk_.AgencyAnswers(queued, "", "<x xmlns=\"urn:x\"/>");
  auto subject = desk_.Reload(queued.application.id);
  EXPECT_EQ(subject.application.status, Status::kDeliveryQueued);
  EXPECT_EQ(subject.history.back().code, "applications.history.answer_unreadable");
  auto other = queued;
  other.application.number = "0101-26-999999";
  desk_.AgencyAnswers(other, "positive");
  subject = desk_.Reload(queued.application.id);
  EXPECT_EQ(subject.application.decision, std::nullopt);
  EXPECT_EQ(subject.history.back().code, "applications.history.answer_of_other_case");
}

TEST_F(AgencyTest, ReachedApplicantMakesTheResultReadyOnce) {
  const auto answered = desk_.Answered();
  const auto agent = desk_.As("agent");
  for (int i = 0; i < 2; ++i) {
    desk_.db.Transact(agent.scope(), [&](db::Tx& tx) {
      NoteReached(tx, answered.application.id, access::Actor::Of(agent), desk_.clock.Now());
    });
  }
  const auto subject = desk_.Reload(answered.application.id);
  EXPECT_EQ(subject.application.status, Status::kReadyToIssue);
  EXPECT_EQ(subject.history.size(), answered.history.size() + 1);
}

TEST(ReadAnswer, RefusesWhatIsNoAnswer) {
  const auto schema = xml::SchemaSet::Load(std::string(OKNO_SOURCE_DIR) +
                                           "/content/message-types/center-application");
  for (const auto* xml : {"", "<a/>", "<!DOCTYPE a><a/>",
                          "<a xmlns='urn://x-artefacts-okno/center-application/1.0.0'/>"}) {
    EXPECT_EQ(message::ReadAnswer(xml, schema).refusal().code, "applications.answer_malformed")
        << xml;
  }
}

}  // namespace
}  // namespace okno::applications
