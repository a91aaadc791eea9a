// SPDX-License-Identifier: Apache-2.0
#include "logic/content.h"

#include <gtest/gtest.h>

#include "xml/document.h"

namespace okno::agency {
namespace {

const xml::SchemaSet& Schema() {
  static const auto schema = xml::SchemaSet::Load(std::string(OKNO_SOURCE_DIR) +
                                                  "/content/message-types/center-application");
  return schema;
}

constexpr char kRequest[] =
    R"(<a:ApplicationRequest xmlns:a="urn://x-artefacts-okno/center-application/1.0.0">
<a:Number>0101-26-000001</a:Number><a:AgencyCode>msz</a:AgencyCode><a:ServiceCode>veteran-monthly-payment</a:ServiceCode>
<a:ServiceName>ЕДВ ветерану труда</a:ServiceName><a:FiledAt>2026-11-23T12:00:00+03:00</a:FiledAt><a:PlannedDate>2026-12-07</a:PlannedDate>
<a:Center><a:Name>МФЦ</a:Name><a:Branch>Центральный филиал</a:Branch><a:Address>ул. Мира</a:Address></a:Center>
<a:Applicant><a:Kind>person</a:Kind><a:Name>Иванова Анна &lt;Петровна&gt;</a:Name><a:Field code="snils" label="СНИЛС">112-233-445 95</a:Field></a:Applicant>
<a:Representative><a:Kind>person</a:Kind><a:Name>Петров Иван</a:Name><a:Field code="authority" label="Полномочия">доверенность</a:Field></a:Representative>
<a:Form><a:Field code="/bik" label="БИК">044525225</a:Field></a:Form>
<a:Documents><a:Document code="identity" title="Паспорт" form="original" sheets="2"/></a:Documents>
<a:Files><a:File contentId="c1" name="паспорт.pdf" title="Паспорт" item="identity" mimeType="application/pdf"/></a:Files>
</a:ApplicationRequest>)";

TEST(Content, ARequestIsReadWithApplicantFormDocumentsAndNamesOfFiles) {
  const auto request = ReadRequest(kRequest, Schema());
  ASSERT_TRUE(request.ok()) << request.refusal().detail;
  EXPECT_EQ(request->number, "0101-26-000001");
  EXPECT_EQ(request->applicant_name, "Иванова Анна <Петровна>");
  EXPECT_EQ(request->applicant[1]["label"], "СНИЛС");
  EXPECT_EQ(request->applicant[3]["label"], "Представитель: Полномочия");
  EXPECT_EQ(request->form[0]["value"], "044525225");
  EXPECT_EQ(request->form[0]["code"], "/bik") << "by which rows are told apart";
  EXPECT_EQ(request->documents[0]["sheets"], 2);
  EXPECT_EQ(request->files.at("c1").name, "паспорт.pdf");
  EXPECT_EQ(FormatDate(request->planned_date), "2026-12-07");
}

TEST(Content, AnswersToInquiriesStandAtTheirDocumentsAndAnEmptyOneIsNoDocument) {
  std::string text = kRequest;
  const std::string files = "<a:Files>";
  text.insert(text.find(files), R"(<a:Inquiries>
<a:Inquiry document="identity" title="Паспорт" number="P/26/1" agency="МВД России" answeredAt="2026-11-23T12:05:00+03:00" hasData="true" signature="Подпись верна: МВД"/>
<a:Inquiry document="income" title="Доходы" number="P/26/2" agency="ФНС" answeredAt="2026-11-23T12:06:00+03:00" hasData="false" text="Сведений нет"/></a:Inquiries>)");
  const auto request = ReadRequest(text, Schema());
  ASSERT_TRUE(request.ok()) << request.refusal().detail;
  ASSERT_EQ(request->documents.size(), 2U);
  EXPECT_EQ(request->documents[0]["answers"][0]["signature"], "Подпись верна: МВД");
  EXPECT_EQ(request->documents[0]["answers"][0]["at"], "2026-11-23T09:05:00Z");
  EXPECT_EQ(request->documents[1]["title"], "Доходы");
  EXPECT_FALSE(request->documents[1].contains("form"));
  EXPECT_EQ(request->documents[1]["answers"][0]["has_data"], false);
  EXPECT_EQ(request->documents[1]["answers"][0]["text"], "Сведений нет");
}

TEST(Content, WhatTheCenterSentWithoutIsMarkedWithWhoHasIt) {
  std::string text = kRequest;
  const std::string files = "<a:Files>";
  text.insert(text.find(files), R"(<a:Inquiries>
<a:Inquiry document="income" title="Доходы" number="P/26/2" agency="ФНС" answeredAt="2026-11-23T12:06:00+03:00" hasData="false"/></a:Inquiries>
<a:MissingDocuments><a:Document code="income" title="Доходы" source="ФНС России"/>
<a:Document code="photo" title="Фотография"/></a:MissingDocuments>)");
  const auto request = ReadRequest(text, Schema());
  ASSERT_TRUE(request.ok()) << request.refusal().detail;
  const auto& documents = request->documents;
  ASSERT_EQ(documents.size(), 3U);
  EXPECT_FALSE(documents[0].contains("missing"));
  EXPECT_EQ(documents[1]["missing"], true);
  EXPECT_EQ(documents[1]["source"], "ФНС России");
  EXPECT_EQ(documents[1]["answers"].size(), 1U);
  EXPECT_EQ(documents[2], (Json{{"code", "photo"}, {"title", "Фотография"}, {"missing", true}}));
}

TEST(Content, AnswersOfTheFormKeepTheHeadingTheyStandUnder) {
  std::string text = kRequest;
  const std::string field = R"(<a:Field code="/bik" label="БИК">)";
  text.replace(text.find(field), field.size(),
               R"(<a:Field code="/bik" label="БИК" section="Куда платить">)");
  const auto request = ReadRequest(text, Schema());
  ASSERT_TRUE(request.ok()) << request.refusal().detail;
  EXPECT_EQ(request->form[0]["section"], "Куда платить");
  EXPECT_FALSE(request->applicant[1].contains("section"));
}

struct Wrong {
  const char* name;
  std::string from, to;
};
class WrongRequest : public testing::TestWithParam<Wrong> {};
TEST_P(WrongRequest, IsRefusedAndNamesThePlace) {
  std::string text = kRequest;
  text.replace(text.find(GetParam().from), GetParam().from.size(), GetParam().to);
  const auto request = ReadRequest(text, Schema());
  ASSERT_FALSE(request.ok());
  EXPECT_FALSE(request.refusal().code.empty());
}
INSTANTIATE_TEST_SUITE_P(
    Cases, WrongRequest,
    testing::Values(Wrong{"NoNumber", "<a:Number>0101-26-000001</a:Number>", ""},
                    Wrong{"BadDate", "2026-12-07", "07.12.2026"},
                    Wrong{"UnknownElement", "<a:Form>", "<a:Evil/><a:Form>"},
                    Wrong{"ForeignRoot", "center-application/1.0.0\">", "other/1.0.0\">"},
                    Wrong{"Dtd", "<a:ApplicationRequest", "<!DOCTYPE x><a:ApplicationRequest"}),
    [](const auto& info) { return info.param.name; });

TEST(Content, AnAnswerFitsTheSchemaWhateverIsWrittenInIt) {
  Registration card;
  card.number = "26-000007";
  card.center_number = "0101-26-000001";
  card.outcome = "positive";
  card.decision_text = "Назначено <b>с 1 числа</b> & далее";
  card.decided_at = *ParseInstant("2026-11-30T10:00:00Z");
  card.decided_by = "Соколова Н. Д.";
  exchange::Attachment file;
  file.name = "решение \"1\".pdf";
  file.content_type = "application/pdf";
  file.content_id = "c1";
  const auto xml_text = WriteResponse(card, {{file, "Решение № 7"}}, "Europe/Moscow");
  const auto document = xml::Document::Parse(xml_text);
  ASSERT_TRUE(document.ok());
  EXPECT_TRUE(Schema().Validate(document->root()).empty());
  EXPECT_EQ(document->root().child_text("Text"), card.decision_text);
  EXPECT_EQ(document->root().child_text("DecidedAt").substr(0, 19), "2026-11-30T13:00:00");
  EXPECT_EQ(document->root().child("Files").children()[0].attribute("title"), "Решение № 7");
}

}  // namespace
}  // namespace okno::agency
