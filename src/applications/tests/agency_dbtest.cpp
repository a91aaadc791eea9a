// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applications/calls.h"
#include "applications/testing.h"
#include "logic/lists.h"
#include "logic/message/request_xml.h"
#include "logic/message/response_xml.h"
#include "logic/print_data.h"
#include "logic/rules/deadlines.h"
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
  const auto missing = document->root().child("MissingDocuments").children();
  ASSERT_EQ(missing.size(), 1U) << "what the applicant need not bring and nobody has asked for";
  EXPECT_EQ(missing[0].attribute("code"), "income");
  EXPECT_EQ(missing[0].attribute("source"), "ФНС России");
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

// `bytes` and a little more.
documents::Upload FileOf(Desk& desk, std::size_t bytes) {
  documents::Upload upload{.name = "scan.pdf", .item = "other"};
  const auto content = "%PDF-1.4\n" + std::string(bytes, 'x') + "\n%%EOF\n";
  upload.file = desk.files->PutBytes(content, "scan.pdf", {}).value();
  return upload;
}

TEST_F(AgencyTest, WhatCanNotTravelIsRefusedAtTheUpload) {
  desk_.ConnectToBus();
  const auto add = [&](const Case& subject, std::size_t bytes) {
    const auto added = AddDocument(services_, desk_.As("processor"), subject.application.id,
                                   FileOf(desk_, bytes), Uuid::NewV7().ToString());
    return added ? "" : added.refusal().code;
  };
  const auto electronic = desk_.InProcessing();
  EXPECT_EQ(add(electronic, 3u << 20), "");
  EXPECT_EQ(add(electronic, 2u << 20), "applications.files_too_large");
  EXPECT_EQ(add(electronic, 1u << 20), "");
  EXPECT_EQ(add(desk_.InProcessing("paper"), 6u << 20), "") << "it goes on paper";
  EXPECT_TRUE(Send(services_, desk_.As("processor"), electronic.application.id,
                   electronic.application.version));
}

TEST_F(AgencyTest, LargeFilesTravelByFileTransferWhereThereIsOne) {
  desk_.ConnectToBus();
  desk_.db.Transact(desk_.As("operator").scope(), [&](db::Tx& tx) {
    auto connection = exchange::ListConnections(tx).front();
    connection.ftp = {.host = "127.0.0.1", .user = "anonymous"};
    exchange::SaveConnection(tx, connection);
  });
  const auto handed = desk_.InProcessing();
  const auto processor = desk_.As("processor");
  ASSERT_TRUE(AddDocument(services_, processor, handed.application.id, FileOf(desk_, 6u << 20),
                          Uuid::NewV7().ToString()));
  const auto sent = Send(services_, processor, handed.application.id, handed.application.version);
  ASSERT_TRUE(sent) << sent.refusal().code;
  desk_.db.Transact(processor.scope(), [&](db::Tx& tx) {
    const auto message = exchange::FindMessage(tx, sent->application.message_id.value());
    EXPECT_TRUE(message->attachments.back().ftp_id);
  });
}

TEST_F(AgencyTest, AsManyFilesAreTakenAsOneMessageCarries) {
  const auto handed = desk_.InProcessing();
  const auto& id = handed.application.id;
  for (int i = 0; i < 199; ++i) desk_.Upload(handed, "other", "processor");
  const auto more =
      AddDocument(services_, desk_.As("processor"), id, FileOf(desk_, 1), Uuid::NewV7().ToString());
  ASSERT_FALSE(more);
  EXPECT_EQ(more.refusal().code, "applications.too_many_documents");
  desk_.Upload(handed, "signed_receipt", "processor");
  desk_.ConnectToBus();
  EXPECT_TRUE(Send(services_, desk_.As("processor"), id, handed.application.version));
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
  EXPECT_EQ(subject.application.promised_date, ParseDate("2026-12-08"));
  EXPECT_EQ(rules::DueDate(subject.application), ParseDate("2026-12-07"));
}

TEST_F(AgencyTest, WhatTheReceiptPromisedHoldsWhenTheAgencyCountsToALaterDay) {
  const auto queued = desk_.Queued("subsidy");  // promised for 8 December
  desk_.clock.Advance(std::chrono::days(10));   // the center has left it lying
  desk_.AgencyStatus(
      queued, 10, "Зарегистрировано",
      Json::parse(R"([["RegisteredOn", "2026-12-03"], ["PlannedDate", "2026-12-17"]])"));
  const auto subject = desk_.Reload(queued.application.id);
  EXPECT_EQ(subject.application.planned_date, ParseDate("2026-12-17"));
  EXPECT_EQ(rules::DueDate(subject.application), ParseDate("2026-12-08"));
  EXPECT_NE(std::ranges::find(subject.history, "applications.history.planned_after_promised",
                              &HistoryEntry::code),
            subject.history.end());
  EXPECT_EQ(PrintData(services_.texts, subject, {})["application"]["planned_date"], "2026-12-08")
      << "printed once more the receipt says the same";
  desk_.clock.Set(*ParseInstant("2026-12-09T09:00:00Z"));
  const auto page =
      ListApplications(services_, desk_.As("operator"), {.overdue = true}, "", 10).value();
  ASSERT_EQ(page.rows.size(), 1U);
  EXPECT_EQ(page.rows[0].due_date, ParseDate("2026-12-08"));
  EXPECT_EQ(CountLists(services_, desk_.As("operator"))["overdue"], 1);
}

TEST_F(AgencyTest, DatesThatCanNotBeAreCountedHereInstead) {
  const struct {
    const char *registered, *planned, *taken_registered, *taken_planned;
  } cases[] = {
      {"1900-01-01", "2026-12-07", "2026-11-23", "2026-12-07"},
      {"2026-11-21", "2026-12-04", "2026-11-23", "2026-12-04"},  // two days before the filing
      {"2027-01-11", "2027-01-25", "2026-11-23", "2027-01-25"},  // not yet
      {"2026-11-23", "9999-12-31", "2026-11-23", "2026-12-07"},
      {"2026-11-23", "2026-11-20", "2026-11-23", "2026-12-07"},
  };
  for (const auto& told : cases) {
    const auto queued = desk_.Queued("subsidy");
    desk_.AgencyStatus(queued, 10, "Зарегистрировано",
                       Json::array({Json::array({"RegisteredOn", told.registered}),
                                    Json::array({"PlannedDate", told.planned})}));
    const auto subject = desk_.Reload(queued.application.id);
    EXPECT_EQ(subject.application.registered_on, ParseDate(told.taken_registered))
        << told.registered;
    EXPECT_EQ(subject.application.planned_date, ParseDate(told.taken_planned)) << told.planned;
    EXPECT_NE(std::ranges::find(subject.history, "applications.history.agency_date_impossible",
                                &HistoryEntry::code),
              subject.history.end());
  }
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

TEST_F(AgencyTest, AStatusHandledAfterALaterOneIsHistoryAndStillStartsTheTerm) {
  const auto queued = desk_.Queued("subsidy");
  const auto registered = desk_.Receive(queued, "status", "", 10, "Зарегистрировано",
                                        Json::parse(R"([["RegisteredOn", "2026-11-23"]])"));
  desk_.clock.Advance(std::chrono::minutes(1));
  desk_.AgencyStatus(queued, 20, "Принято в работу");
  desk_.Tell("exchange.status_received", queued, {{"message_id", registered}});
  const auto subject = desk_.Reload(queued.application.id);
  EXPECT_EQ(subject.application.external_status->text, "Принято в работу");
  EXPECT_EQ(subject.history.back().detail, "Зарегистрировано");
  EXPECT_EQ(subject.application.registered_on, ParseDate("2026-11-23"));
}

TEST_F(AgencyTest, ARegistrationHandledAfterALaterOneMovesNoDateBack) {
  const auto queued = desk_.Queued("subsidy");
  const auto first = desk_.Receive(
      queued, "status", "", 10, "Зарегистрировано",
      Json::parse(R"([["RegisteredOn", "2026-11-23"], ["PlannedDate", "2026-12-07"]])"));
  desk_.clock.Advance(std::chrono::minutes(1));
  desk_.AgencyStatus(
      queued, 10, "Зарегистрировано снова",
      Json::parse(R"([["RegisteredOn", "2026-11-23"], ["PlannedDate", "2026-12-03"]])"));
  desk_.Tell("exchange.status_received", queued, {{"message_id", first}});
  const auto subject = desk_.Reload(queued.application.id);
  EXPECT_EQ(subject.application.planned_date, ParseDate("2026-12-03"));
  EXPECT_EQ(subject.history.back().code, "applications.history.external_status")
      << "and tells of no move";
  const auto moved = desk_.Receive(
      queued, "status", "", 10, "Срок изменён",
      Json::parse(R"([["RegisteredOn", "2026-11-23"], ["PlannedDate", "2026-12-02"]])"));
  desk_.clock.Advance(std::chrono::minutes(1));
  desk_.AgencyStatus(queued, 20, "Принято в работу");
  desk_.Tell("exchange.status_received", queued, {{"message_id", moved}});
  EXPECT_EQ(desk_.Reload(queued.application.id).application.planned_date, ParseDate("2026-12-02"))
      << "overtaken by a status that tells no date";
  desk_.Tell("exchange.status_received", queued, {{"message_id", first}});
  EXPECT_EQ(desk_.Reload(queued.application.id).application.planned_date, ParseDate("2026-12-02"));
}

TEST_F(AgencyTest, ALaterRegistrationThatWasNotTakenOvertakesNothing) {
  static const db::Query kFail{"test.fail",
                               "UPDATE exchange.messages SET state = 'failed', error_code = "
                               "'certificate.untrusted' WHERE id = $1"};
  const auto queued = desk_.Queued("subsidy");
  desk_.AgencyStatus(queued, 10, "Зарегистрировано");
  desk_.clock.Advance(std::chrono::minutes(1));
  const auto moved = desk_.Receive(
      queued, "status", "", 10, "Срок изменён",
      Json::parse(R"([["RegisteredOn", "2026-11-23"], ["PlannedDate", "2026-12-02"]])"));
  desk_.clock.Advance(std::chrono::minutes(1));
  const auto untrusted = desk_.Receive(queued, "status", "", 10, "Срок изменён");
  desk_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    tx.Run(kFail, exchange::MessageId::Parse(untrusted).value());
  });
  desk_.AgencyStatus(queued, 20, "Принято в работу");
  desk_.Tell("exchange.status_received", queued, {{"message_id", moved}});
  EXPECT_EQ(desk_.Reload(queued.application.id).application.planned_date, ParseDate("2026-12-02"));
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
      NoteReached(tx, answered.application.id, access::Actor::Of(agent), "", desk_.clock.Now());
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
