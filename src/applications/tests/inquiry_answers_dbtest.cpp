// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "inquiry_answers.h"
#include "logic/inquiry_events.h"
#include "xml/document.h"

namespace okno::applications {
namespace {

using testing::Desk;
using ::testing::HasSubstr;

using testing::InquiryAnswersTest;
using ::testing::HasSubstr;

TEST_F(InquiryAnswersTest, ATableBecomesAPageAndItsDataUnderTheDocumentAskedFor) {
  const auto handed = desk_.InProcessing();
  Answered(handed, true);
  const auto item = IncomeOf(handed);
  EXPECT_TRUE(item.obtained);
  EXPECT_TRUE(item.given);
  ASSERT_EQ(item.documents.size(), 2U);
  EXPECT_EQ(item.documents[0].name, "Ответ на запрос P-26-1.pdf");
  EXPECT_EQ(item.documents[0].file.content_type, "application/pdf");
  EXPECT_EQ(item.documents[0].source, "inquiry");
  EXPECT_EQ(item.documents[0].signature_verdict, "signature.valid");
  EXPECT_EQ(item.documents[1].name, "Ответ на запрос P-26-1.xml");
  const auto answers = desk_.Reload(handed.application.id).answers;
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].number, "P/26/1");
  EXPECT_EQ(answers[0].agency, "ФНС России");
  EXPECT_EQ(LastNote(handed), "applications.history.inquiry_answered");
}

// The page takes time to make; nobody else at the case waits for it.
TEST_F(InquiryAnswersTest, TheNewsOfAnAnswerHoldsNobodyUp) {
  const auto filed = desk_.Filed();
  const auto operator_ = desk_.As("operator");
  desk_.db.Transact(operator_.scope(), [&](db::Tx& tx) {
    OnInquiryAnswered(desk_.services, tx,
                      {.payload = {{"inquiry_id", inquiries::InquiryId::New().ToString()},
                                   {"case_kind", "application"},
                                   {"case_id", filed.application.id.ToString()}},
                       .organization_id = desk_.house.center.id.ToString()});
    const auto saved = SaveDraft(desk_.services, operator_, filed.application.id,
                                 filed.application.version, {.form = filed.application.form});
    EXPECT_TRUE(saved);
  });
}

TEST_F(InquiryAnswersTest, ThePageGivesWayToTheDataWhereOnlyTheseFindRoom) {
  desk_.ConnectToBus();
  const auto handed = desk_.InProcessing();
  // The bus takes 5 MB, of which the printed application keeps a quarter of one.
  const std::size_t left = 8000;
  const std::string scan((5u << 20) - (1u << 18) - left, 'x');
  documents::Upload upload{.name = "scan.pdf", .item = "other"};
  upload.file = desk_.files->PutBytes("%PDF-1.4\n" + scan, upload.name, {}).value();
  ASSERT_TRUE(AddDocument(desk_.services, desk_.As("processor"), handed.application.id, upload,
                          Uuid::NewV7().ToString()));
  Answered(handed, true);
  const auto item = IncomeOf(handed);
  EXPECT_TRUE(item.obtained);
  ASSERT_EQ(item.documents.size(), 1U);
  EXPECT_EQ(item.documents[0].name, "Ответ на запрос P-26-1.xml");
}

// An attachment may be anything; what the agency says stands in the data.
TEST_F(InquiryAnswersTest, FilesAreTakenBesideThePageAndTheDataAndToldTwiceTheyAreTakenOnce) {
  const auto handed = desk_.InProcessing();
  const auto id = Answered(handed, true, 2);
  Tell(handed, id);
  const auto item = IncomeOf(handed);
  ASSERT_EQ(item.documents.size(), 4U);
  EXPECT_EQ(item.documents[0].name, "Ответ на запрос P-26-1.pdf");
  EXPECT_EQ(item.documents[1].name, "Ответ на запрос P-26-1.xml");
  EXPECT_EQ(item.documents[2].name, "spravka0.pdf");
  EXPECT_EQ(item.documents[2].file, FileOf(id, 0).file);
  EXPECT_EQ(desk_.Reload(handed.application.id).answers.size(), 1U);
}

// A member of the family is a real case; a stranger is a mistake. Either is named, and stands for
// the applicant's document only when the operator says so.
TEST_F(InquiryAnswersTest, AnAnswerAboutSomebodyElseIsNamedAndGivesNothingByItself) {
  desk_.ConnectToBus();
  const auto handed = desk_.InProcessing();
  const auto other = desk_.AddApplicant();
  AnsweredAbout(other.id, handed, true);
  const auto item = IncomeOf(handed);
  EXPECT_FALSE(item.given);
  EXPECT_FALSE(item.obtained);
  ASSERT_EQ(item.documents.size(), 2U);
  EXPECT_EQ(item.documents[0].title,
            "Доходы физического лица, запрос № P/26/1, о другом лице: Петрова М. И.");
  const auto current = desk_.Reload(handed.application.id);
  EXPECT_EQ(current.answers.at(0).subject, "Петрова М. И.");
  EXPECT_EQ(current.history.back().code, "applications.history.inquiry_about_other");
  EXPECT_EQ(current.history.back().detail, "Петрова М. И.");
  const auto sent = Send(desk_.services, desk_.As("processor"), handed.application.id,
                         handed.application.version);
  ASSERT_TRUE(sent) << sent.refusal().code;
  desk_.db.Transact(desk_.As("processor").scope(), [&](db::Tx& tx) {
    const auto message = exchange::FindMessage(tx, *sent->application.message_id).value();
    EXPECT_THAT(message.content_xml, HasSubstr("agency=\"ФНС России\" subject=\"Петрова М. И.\""));
    const auto content = xml::Document::Parse(message.content_xml).value();
    for (const auto& document : content.root().child("Documents").children())
      EXPECT_NE(document.attribute("code"), "income");
    const auto missing = content.root().child("MissingDocuments").children();
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_EQ(missing[0].attribute("code"), "income") << "of the applicant nobody has told it";
  });
}

TEST_F(InquiryAnswersTest, AnAnswerAboutWhomTheApplicantsInquiryNamesGivesNothingByItself) {
  const auto handed = desk_.InProcessing();
  AnsweredAbout(handed.application.applicant_id, handed, true, 0, 1, "Петров Я. О.");
  EXPECT_FALSE(IncomeOf(handed).given);
  EXPECT_EQ(desk_.Reload(handed.application.id).answers.at(0).subject, "Петров Я. О.");
}

TEST_F(InquiryAnswersTest, WhatTheAgencyAnsweredIsNotRemoved) {
  const auto handed = desk_.InProcessing();
  Answered(handed, true, 1);
  const auto remove = [&](const documents::Document& document) {
    return RemoveDocument(desk_.services, desk_.As("processor"), handed.application.id,
                          document.id);
  };
  for (const auto& document : IncomeOf(handed).documents) {
    const auto removed = remove(document);
    ASSERT_FALSE(removed);
    EXPECT_EQ(removed.refusal().code, "applications.document_of_agency");
  }
  EXPECT_EQ(IncomeOf(handed).documents.size(), 3U);
  const auto other = desk_.InProcessing();
  AnsweredAbout(desk_.AddApplicant().id, other, true);
  const auto about_other = IncomeOf(other).documents;
  ASSERT_EQ(about_other.size(), 2U);
  EXPECT_TRUE(RemoveDocument(desk_.services, desk_.As("processor"), other.application.id,
                             about_other[0].id))
      << "papers of a stranger, asked for by mistake, need not go to the agency";
}

// The page shows the first rows; all of a register of thousands would take minutes and never
// arrive.
TEST_F(InquiryAnswersTest, AnAnswerOfThousandsOfRowsArrives) {
  const auto handed = desk_.InProcessing();
  AnsweredAbout(handed.application.applicant_id, handed, true, 0, 30000);
  const auto item = IncomeOf(handed);
  EXPECT_TRUE(item.obtained);
  ASSERT_EQ(item.documents.size(), 2U);
  EXPECT_LT(item.documents[0].file.size, 2U * 1024 * 1024);
}

// The bus of the test takes 5 MB and has no file storage.
TEST_F(InquiryAnswersTest, AnAnswerThatWouldKeepTheCaseFromTheAgencyStaysInItsInquiry) {
  desk_.ConnectToBus();
  const auto handed = desk_.InProcessing();
  padding_ = 6U * 1024 * 1024;
  Answered(handed, true, 1);
  EXPECT_FALSE(IncomeOf(handed).given);
  EXPECT_TRUE(IncomeOf(handed).documents.empty());
  EXPECT_EQ(LastNote(handed), "applications.history.inquiry_answer_too_much");
  const auto sent = Send(desk_.services, desk_.As("processor"), handed.application.id,
                         handed.application.version);
  EXPECT_TRUE(sent) << sent.refusal().code;
}

TEST_F(InquiryAnswersTest, NoSuchDataIsKeptAndIsNoDocument) {
  const auto handed = desk_.InProcessing();
  Answered(handed, false);
  const auto item = IncomeOf(handed);
  EXPECT_FALSE(item.given);
  EXPECT_FALSE(item.obtained);
  const auto current = desk_.Reload(handed.application.id);
  ASSERT_EQ(current.answers.size(), 1U);
  EXPECT_FALSE(current.answers[0].has_data);
  EXPECT_EQ(current.answers[0].words, "Сведений нет");
  EXPECT_EQ(LastNote(handed), "applications.history.inquiry_no_data");
}

TEST_F(InquiryAnswersTest, TheAgencyGetsTheAnswerWithTheOtherDocuments) {
  desk_.ConnectToBus();
  const auto handed = desk_.InProcessing();
  Answered(handed, true);
  Answered(handed, false);
  const auto sent = Send(desk_.services, desk_.As("processor"), handed.application.id,
                         handed.application.version);
  ASSERT_TRUE(sent) << sent.refusal().code;
  const auto message = desk_.db.Transact(desk_.As("processor").scope(), [&](db::Tx& tx) {
    return exchange::FindMessage(tx, *sent->application.message_id).value();
  });
  EXPECT_EQ(message.attachments.size(), 3U) << "the application, the page, the data";
  EXPECT_THAT(message.content_xml, HasSubstr("code=\"income\""));
  EXPECT_THAT(message.content_xml, HasSubstr("item=\"income\""));
  EXPECT_THAT(message.content_xml, HasSubstr("number=\"P/26/1\" agency=\"ФНС России\""));
  EXPECT_THAT(message.content_xml, HasSubstr("hasData=\"false\" text=\"Сведений нет\""));
}

TEST_F(InquiryAnswersTest, ToADecidedCaseNothingIsAdded) {
  const auto decided = desk_.Answered();
  Answered(decided, true);
  EXPECT_TRUE(IncomeOf(decided).documents.empty());
  EXPECT_EQ(LastNote(decided), "applications.history.inquiry_answered_late");
}

}  // namespace
}  // namespace okno::applications
