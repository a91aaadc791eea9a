// SPDX-License-Identifier: Apache-2.0
// The words laid over a type, and what they make of an answer.
#include "keeping.h"
#include "text/strings.h"

namespace okno::message_types {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;

TEST_F(MessageTypesHttp, AnAnswerIsATableAndOffersItsValuesToTheCard) {
  Body(Import("person.xsd", Xsd()));
  Body(Send("PATCH", kAll + "/person/versions/1", {{"response", kResponseWords}}, "1"));
  Body(Send("PUT", kAll + "/person/versions/1/publication", {}, "2"));
  const auto type = registry_->FindByNamespace("urn:t/1.0");
  ASSERT_NE(type, nullptr);
  const auto answer = type->ReadResponse(
      "<PersonResponse "
      "xmlns='urn:t/1.0'><LastName>ИВАНОВ</LastName><Gender>Female</Gender><Document><Number>7</"
      "Number></Document><New>x</New></PersonResponse>");
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->headline, "Фамилия: ИВАНОВ; Number: 7");
  EXPECT_EQ(answer->highlights, (std::vector<Highlight>{{"LastName", "Фамилия", "ИВАНОВ"},
                                                        {"Document/0/Number", "Number", "7"}}));
  std::vector<std::string> lines;
  for (const auto& line : answer->table)
    lines.push_back(std::string(line.depth, ' ') + line.label + "=" + line.value);
  EXPECT_THAT(lines,
              ElementsAre("Фамилия=ИВАНОВ", "Gender=Female", "Document 1=", " Number=7", "New=x"));
  const auto values = type->CardValues(*answer, {{"last_name", "Иванов"}, {"sex", "male"}});
  ASSERT_EQ(values.size(), 2u);
  EXPECT_FALSE(values[0].differs);
  EXPECT_EQ(values[1], (CardValue{"applicant.sex", "Gender", "", "male", "female", true}));
  EXPECT_EQ(type->ReadResponse("<PersonRequest xmlns='urn:t/1.0'/>").refusal().code,
            "message_types.not_this_root");
}

TEST_F(MessageTypesHttp, ALongUnknownElementOfAnAnswerIsCutBetweenCharacters) {
  Body(Import("person.xsd", Xsd()));
  Body(Send("PUT", kAll + "/person/versions/1/publication", {}, "1"));
  const auto type = registry_->Find("person");
  ASSERT_NE(type, nullptr);
  for (const std::string shift : {"", "x", "xx"}) {
    auto text = shift;
    for (int i = 0; i < 1500; ++i) text += "Ж";
    const auto answer = type->ReadResponse(
        "<PersonResponse xmlns='urn:t/1.0'><LastName>Иванов</LastName><Gender>Male</Gender><New>" +
        text + "</New></PersonResponse>");
    ASSERT_TRUE(answer.ok());
    const auto& value = answer->table.back().value;
    EXPECT_TRUE(text::IsValidUtf8(value)) << shift;
    EXPECT_TRUE(value.starts_with(shift + "Ж") && value.ends_with("Ж…")) << value;
  }
}

TEST_F(MessageTypesHttp, WordsThatDoNotFitAreRefusedWithTheirPlaces) {
  Body(Import("person.xsd", Xsd()));
  const auto words = Json::parse(
      R"({"fields": {"Nobody": {"title": "x"}, "Snils": {"colour": "red", "width": "huge", "card": "applicant.snils"},
    "RequestId": {"hidden": true}, "BirthDate": {"prefill": "somewhere.else"}}, "order": {"": ["Ghost"]}})");
  const auto answer = Send("PATCH", kAll + "/person/versions/1", {{"request", words}}, "1");
  ASSERT_FALSE(answer.ok());
  EXPECT_THAT(Fields(answer),
              ElementsAre("/request/fields/BirthDate/prefill message_types.no_such_source",
                          "/request/fields/Nobody message_types.no_such_field",
                          "/request/fields/RequestId message_types.hidden_required",
                          "/request/fields/Snils/card message_types.response_only",
                          "/request/fields/Snils/colour field.unknown",
                          "/request/fields/Snils/width field.enum",
                          "/request/order//0 message_types.no_such_field"));
  const auto records = Json::parse(
      R"({"fields": {"Snils": {"record": "Birth!"}, "BirthDate": {"record": "birth"}}})");
  EXPECT_THAT(Fields(Send("PATCH", kAll + "/person/versions/1", {{"request", records}}, "1")),
              ElementsAre("/request/fields/BirthDate/record message_types.response_only",
                          "/request/fields/Snils/record message_types.response_only"));
  const auto no_slug = Json::parse(R"({"fields": {"Document/Number": {"record": "Birth!"}}})");
  EXPECT_THAT(Fields(Send("PATCH", kAll + "/person/versions/1", {{"response", no_slug}}, "1")),
              ElementsAre("/response/fields/Document~1Number/record field.pattern"));
  EXPECT_EQ(Send("PATCH", kAll + "/person/versions/1", {{"title", "x"}}, "7").refusal().kind,
            RefusalKind::kStale);
  EXPECT_EQ(Send("PATCH", kAll + "/person/versions/1", {{"title", "x"}}).refusal().kind,
            RefusalKind::kPreconditionRequired);
  EXPECT_EQ(Send("PATCH", kAll + "/person/versions/1", {{"request_root", "Nothing"}}, "1")
                .refusal()
                .fields.at(0)
                .pointer,
            "/request_root");
}

TEST_F(MessageTypesHttp, EnglishWordsComeWithTheTypeAndLabelWhatWasRead) {
  Body(Import("person.xsd", Xsd()));
  const auto person = kAll + "/person/versions/1";
  auto words = kResponseWords;
  words["fields"]["LastName"]["title_en"] = "Last name";
  words["fields"]["Document"] = {{"item_title", "Документ"}, {"item_title_en", "Document"}};
  Body(Send("PATCH", person,
            {{"title_en", "About a person"},
             {"agency", {{"code", "sfr"}, {"name", "СФР"}, {"name_en", "Social Fund"}}},
             {"response", words}},
            "1"));
  const auto published = Body(Send("PUT", person + "/publication", {}, "2"));
  EXPECT_EQ(published.at("title_en"), "About a person");
  EXPECT_EQ(published.at("agency").at("name_en"), "Social Fund");
  const auto type = registry_->Find("person");
  EXPECT_EQ(registry_->Titles(text::Language::kEnglish).at("urn:t/1.0"), "About a person");
  const auto answer = type->ReadResponse(
      "<PersonResponse xmlns='urn:t/1.0'><LastName>Иванов</LastName><Gender>Male</Gender>"
      "<Document><Number>7</Number></Document><New>x</New></PersonResponse>");
  ASSERT_TRUE(answer.ok());
  const auto english = type->ResponseInEnglish(*answer);
  std::vector<std::string> lines;
  for (const auto& line : english.table) lines.push_back(line.label + "=" + line.value);
  EXPECT_THAT(lines,
              ElementsAre("Last name=Иванов", "Gender=Male", "Document 1=", "Number=7", "New=x"));
  EXPECT_EQ(english.headline, "Last name: Иванов; Number: 7");
  EXPECT_EQ(type->CardValues(*answer, {})[0].label_en, "Last name");
}

TEST_F(MessageTypesHttp, SamplesAndPreviewsShowXmlAndTable) {
  Body(Import("person.xsd", Xsd()));
  const auto sample = Body(Send("GET", kAll + "/person/versions/1/sample"));
  EXPECT_TRUE(sample.at("errors").empty());
  EXPECT_THAT(sample.at("xml").get<std::string>(),
              StartsWith("<ns1:PersonRequest xmlns:ns1=\"urn:t/1.0\">"));
  EXPECT_FALSE(sample.at("table").empty());
  const auto preview =
      Body(Send("POST", kAll + "/person/versions/1/preview", {{"data", {{"Snils", "1"}}}}));
  EXPECT_EQ(preview.at("errors")[0].at("pointer"), "/RequestId");
  EXPECT_FALSE(preview.contains("xml"));
}

TEST_F(MessageTypesHttp, TheTypeThatBringsADocumentComesFirst) {
  Body(Import("first.xsd", Xsd()));
  Body(Import("second.xsd", Xsd("2.0"), "import-key-2"));
  const auto second = kAll + "/second/versions/1";
  EXPECT_EQ(Fields(Send("PATCH", second, {{"documents", "pension_paper"}}, "1")),
            (std::vector<std::string>{"/documents field.type"}));
  EXPECT_EQ(Fields(Send("PATCH", second, {{"documents", {"pension_paper", 7}}}, "1")),
            (std::vector<std::string>{"/documents field.type"}));
  const auto changed =
      Body(Send("PATCH", second, {{"documents", {"pension_paper", "act_record"}}}, "1"));
  EXPECT_EQ(changed.at("documents"), (Json{"pension_paper", "act_record"}));
  const auto names = [&](const std::string& document) {
    auto request = Request("GET", kAll, "administrator");
    request.query["document"] = document;
    std::vector<std::string> found;
    const auto listed = Body(handler_(request));
    for (const auto& item : listed.at("items")) found.push_back(item.at("name"));
    return found;
  };
  EXPECT_THAT(names(""), ElementsAre("first", "second"));
  EXPECT_THAT(names("pension_paper"), ElementsAre("second", "first"));
  EXPECT_THAT(names("fee"), ElementsAre("first", "second"));
}

}  // namespace
}  // namespace okno::message_types
