// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "access/migrations.h"
#include "access/testing.h"
#include "content_files/archive.h"
#include "db/testing.h"
#include "message_types/migrations.h"
#include "message_types/registry.h"
#include "message_types/routes.h"
#include "message_types/texts.h"
#include "text/strings.h"

namespace okno::message_types {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::StartsWith;

const std::vector<std::span<const db::Migration>> kRooms{access::Migrations(), Migrations()};
const Instant kNow = *ParseInstant("2026-11-23T09:15:00Z");
const std::string kAll = "/api/v1/message-types";

std::string Xsd(const std::string& version = "1.0", const std::string& more = "") {
  return "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='urn:t/" + version +
         "' targetNamespace='urn:t/" + version +
         "' elementFormDefault='qualified'>"
         "<xs:element name='PersonRequest'><xs:complexType><xs:sequence>"
         "<xs:element name='RequestId' type='xs:string'/>"
         "<xs:element name='Snils' "
         "type='xs:string'><xs:annotation><xs:documentation>СНИЛС</xs:documentation></"
         "xs:annotation></xs:element>"
         "<xs:element name='BirthDate' type='xs:date' minOccurs='0'/>" +
         more +
         "</xs:sequence></xs:complexType></xs:element>"
         "<xs:element name='PersonResponse'><xs:complexType><xs:sequence>"
         "<xs:element name='LastName' type='xs:string'/><xs:element name='Gender' "
         "type='xs:string'/>"
         "<xs:element name='Document' minOccurs='0' "
         "maxOccurs='9'><xs:complexType><xs:sequence><xs:element name='Number' "
         "type='xs:string'/></xs:sequence></xs:complexType></xs:element>"
         "</xs:sequence></xs:complexType></xs:element></xs:schema>";
}

const Json kRequestWords = Json::parse(R"({"fields": {
  "RequestId": {"generated": "uuid"},
  "Snils": {"format": "snils", "written_as": "###-###-### ##", "prefill": "applicant.snils", "title": "Номер СНИЛС"},
  "BirthDate": {"prefill": ["applicant.none", "applicant.birth_date"]}},
  "order": {"": ["BirthDate"]}})");
const Json kResponseWords = Json::parse(R"({"fields": {
  "LastName": {"title": "Фамилия", "card": "applicant.last_name", "headline": true},
  "Gender": {"card": "applicant.sex", "values": {"male": "Male", "female": "Female"}},
  "Document/Number": {"headline": true}}})");

class MessageTypesHttp : public ::testing::Test {
 protected:
  MessageTypesHttp() {
    texts_.Add(Messages());
    router_.Add(Routes({pool_, clock_, texts_}));
    std::filesystem::create_directories(content_ + "/message-types");
    std::filesystem::create_directories(folder_);
    registry_ = OpenRegistry(pool_, content_, kNow);
    other_process_ = OpenRegistry(pool_, content_, kNow);
  }
  ~MessageTypesHttp() override {
    std::filesystem::remove_all(content_);
    std::filesystem::remove_all(folder_);
  }

  http::Request Request(const std::string& method, const std::string& path,
                        const std::string& login) {
    const auto match = router_.Find(method, path);
    if (match.route == nullptr) throw std::logic_error("no such route");
    handler_ = match.route->handler;
    http::Request request{.method = method, .path = path, .params = match.params};
    request.caller = std::make_shared<access::Principal>(house_.As(login));
    return request;
  }
  Result<http::Response> Send(const std::string& method, const std::string& path,
                              const Json& body = {}, const std::string& if_match = "",
                              const std::string& login = "administrator") {
    auto request = Request(method, path, login);
    if (!body.is_null())
      request.body = body.dump(), request.headers["content-type"] = "application/json";
    if (!if_match.empty()) request.headers["if-match"] = "\"" + if_match + "\"";
    request.headers["idempotency-key"] = "key-" + path + body.dump().substr(0, 40);
    return handler_(request);
  }
  Result<http::Response> Import(const std::string& file_name, const std::string& bytes,
                                const std::string& key = "import-key-1",
                                std::map<std::string, std::string> fields = {}) {
    auto request = Request("POST", kAll, "administrator");
    const auto path = folder_ + "/upload";
    std::ofstream(path, std::ios::binary) << bytes;
    request.parts.push_back(
        {.name = "file", .filename = file_name, .path = path, .size = bytes.size()});
    if (!bytes.starts_with("PK")) {  // a ZIP may say it itself
      fields.try_emplace("agency_code", "sfr");
      fields.try_emplace("agency_name", "Социальный фонд");
    }
    for (const auto& [name, value] : fields)
      request.parts.push_back({.name = name, .value = value});
    request.headers["idempotency-key"] = key;
    return handler_(request);
  }
  static Json Body(const Result<http::Response>& answer) {
    if (!answer)
      throw std::logic_error("refused " + answer.refusal().code + " " + answer.refusal().detail);
    return Json::parse(answer->body);
  }
  static std::vector<std::string> Fields(const Result<http::Response>& answer) {
    std::vector<std::string> fields;
    for (const auto& field : answer.refusal().fields)
      fields.push_back(field.pointer + " " + field.code);
    return fields;
  }

  const std::string folder_ =
      std::filesystem::temp_directory_path() / ("okno-types-" + Uuid::NewV7().ToString());
  const std::string content_ = folder_ + "-content";
  db::testing::Database database_{kRooms};
  db::Pool pool_{{.dsn = database_.dsn(), .size = 4}};
  ManualClock clock_{kNow};
  access::testing::House house_{pool_, kNow};
  text::Catalog texts_;
  http::Router router_;
  std::function<Result<http::Response>(const http::Request&)> handler_;
  std::unique_ptr<Registry> registry_, other_process_;
};

TEST_F(MessageTypesHttp, AnXsdBecomesADraftIsWordedAndPublishedEverywhereAtOnce) {
  const auto draft = Body(Import("Person v1.xsd", Xsd()));
  EXPECT_EQ(draft.at("name"), "personv1");
  EXPECT_EQ(draft.at("state"), "draft");
  EXPECT_EQ(draft.at("namespace"), "urn:t/1.0");
  EXPECT_EQ(draft.at("request_root"), "PersonRequest");
  EXPECT_EQ(draft.at("response_root"), "PersonResponse");
  EXPECT_EQ(other_process_->Find("personv1"), nullptr);

  const auto version = kAll + "/personv1/versions/1";
  const auto changed = Body(Send(
      "PATCH", version,
      {{"title", "Сведения о человеке"}, {"request", kRequestWords}, {"response", kResponseWords}},
      "1"));
  EXPECT_EQ(changed.at("request_form").at("x-order"), (Json{"BirthDate", "Snils"}));
  EXPECT_EQ(changed.at("request_form").at("properties").at("Snils").at("title"), "Номер СНИЛС");
  Body(Send("PUT", version + "/publication", {}, "2"));

  const auto type = other_process_->Find("personv1");
  ASSERT_NE(type, nullptr);
  EXPECT_EQ(type->description().title, "Сведения о человеке");
  const Context context{
      .sources = {{"applicant", {{"snils", "11223344595"}, {"birth_date", "1980-05-17"}}}},
      .now = kNow};
  const auto data = type->Prefill(context);
  EXPECT_EQ(data, (Json{{"Snils", "11223344595"}, {"BirthDate", "1980-05-17"}}));
  const auto xml = type->BuildRequest(data, context);
  ASSERT_TRUE(xml.ok());
  EXPECT_NE(xml->find(">112-233-445 95<"), std::string::npos) << *xml;
  EXPECT_EQ(type->ReadRequest(*xml)->data.at("Snils"), "11223344595");
  const auto wrong = type->BuildRequest({{"Snils", "11223344590"}}, context);
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.refusal().fields.at(0), (FieldError{"/Snils", "snils.check_digits", ""}));
}

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

TEST_F(MessageTypesHttp, ANewNamespaceIsANewVersionAndTheOldOneIsStillRead) {
  Body(Import("person.xsd", Xsd()));
  Body(Send("PUT", kAll + "/person/versions/1/publication", {}, "1"));
  Body(Import("person.xsd", Xsd("2.0"), "import-key-2"));
  Body(Send("PUT", kAll + "/person/versions/2/publication", {}, "1"));
  EXPECT_EQ(registry_->Find("person")->description().version, 2);
  EXPECT_EQ(registry_->FindByNamespace("urn:t/1.0")->description().version, 1);
  Body(Send("DELETE", kAll + "/person/versions/1/publication", {}, "2"));
  EXPECT_EQ(registry_->FindByNamespace("urn:t/1.0")->description().version, 1);
  Body(Send("DELETE", kAll + "/person/versions/2/publication", {}, "2"));
  EXPECT_EQ(registry_->Find("person"), nullptr);
  EXPECT_TRUE(registry_->Published().empty());
  EXPECT_NE(registry_->Find("person", 2), nullptr);
}

TEST_F(MessageTypesHttp, WhatWouldNotBeOfferedIsNotPublished) {
  Body(Import("person.xsd", Xsd()));
  Body(Send("PUT", kAll + "/person/versions/1/publication", {}, "1"));
  Body(Send("DELETE", kAll + "/person/versions/1/publication", {}, "2"));
  Body(Import("person.xsd", Xsd("2.0"), "import-key-2"));
  Body(Send("PUT", kAll + "/person/versions/2/publication", {}, "1"));
  const auto older = Send("PUT", kAll + "/person/versions/1/publication", {}, "3");
  ASSERT_FALSE(older.ok());
  EXPECT_EQ(older.refusal().code, "message_types.newer_published");
  EXPECT_EQ(older.refusal().detail, "2");
  Body(Send("DELETE", kAll + "/person/versions/2/publication", {}, "2"));
  Body(Send("PUT", kAll + "/person/versions/1/publication", {}, "3"));
  EXPECT_EQ(registry_->Find("person")->description().version, 1);
}

TEST_F(MessageTypesHttp, AnImportSentAgainIsOneDraftAndASecondDraftIsRefused) {
  const auto first = Body(Import("person.xsd", Xsd()));
  EXPECT_EQ(Body(Import("person.xsd", Xsd())), first);
  EXPECT_EQ(Import("person.xsd", Xsd(), "import-key-2").refusal().code,
            "message_types.draft_exists");
  EXPECT_EQ(Import("person.xsd", Xsd("9")).refusal().code, "request.idempotency_mismatch");
  EXPECT_TRUE(Send("DELETE", kAll + "/person/versions/1", {}, "1").ok());
  EXPECT_EQ(Send("GET", kAll + "/person").refusal().code, "message_types.not_found");
}

TEST_F(MessageTypesHttp, BadFilesAreRefusedAtTheFileWithTheirPlace) {
  const auto refused = [&](const std::string& name, const std::string& bytes) {
    const auto answer = Import(name, bytes);
    return answer ? std::string("accepted")
                  : Fields(answer).at(0) + " " + answer.refusal().fields.at(0).detail;
  };
  EXPECT_THAT(refused("a.xsd", "hello"), StartsWith("/file xsd.malformed файл a.xsd, строка 1"));
  EXPECT_THAT(refused("a.zip", "PK\x03\x04 nonsense"),
              StartsWith("/file message_types.archive_broken"));
  EXPECT_THAT(refused("a.zip", WriteArchive({{"readme.txt", "x"}})),
              StartsWith("/file xsd.no_files"));
  EXPECT_THAT(refused("a.zip", WriteArchive({{"x/a.xsd", Xsd()}, {"y/a.xsd", Xsd("2")}})),
              StartsWith("/file message_types.same_file_name a.xsd"));
  EXPECT_THAT(refused("a.zip", WriteArchive({{"a.xsd", std::string(20 * 1024 * 1024, ' ')}})),
              StartsWith("/file message_types.archive_too_large"));
  EXPECT_THAT(refused("a.zip", WriteArchive({{"a.xsd", Xsd()},
                                             {"message-type.yaml", "name: x\ncolour: red\n"}})),
              StartsWith("/file message_types.page_wrong 2:"));
  EXPECT_THAT(refused("a.xsd", Xsd("1", "<xs:element name='n' type='t:None'/>")),
              StartsWith("/file xsd.unknown_component файл a.xsd, строка 1: "));
  EXPECT_EQ(Fields(Import("", "")), (std::vector<std::string>{"/file field.required"}));
}

TEST_F(MessageTypesHttp, AZipWithFoldersAndRussianNamesIsLaidFlat) {
  const std::string cp866 = "\x91\xe5\xa5\xac\xa0.xsd";  // «Схема.xsd»
  const auto part =
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:simpleType "
      "name='Code'><xs:restriction base='xs:string'/></xs:simpleType></xs:schema>";
  auto main = Xsd("1.0", "<xs:element name='Code' type='t:Code'/>");
  main.insert(main.find('>') + 1, "<xs:include schemaLocation='../общие/Схема.xsd'/>");
  const auto draft = Body(
      Import("набор.zip",
             WriteArchive({{"xsd/main.xsd", main}, {"общие/" + std::string("Схема.xsd"), part}}),
             "import-key-1", {{"name", "flat"}}));
  EXPECT_EQ(draft.at("files").size(), 2u);
  EXPECT_EQ(draft.at("files")[1].at("name"), "schema-1.xsd");
  EXPECT_TRUE(draft.at("request_form").at("properties").contains("Code"));
}

TEST_F(MessageTypesHttp, NamesAreChangedWhereFilesAreNamedAndNowhereElse) {
  const auto part = [](const std::string& type) {
    return "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:simpleType name='" + type +
           "'><xs:restriction base='xs:string'/></xs:simpleType></xs:schema>";
  };
  auto main = Xsd("1.0", "<xs:element name='A' type='t:A'/><xs:element name='B' type='t:B'/>");
  main.insert(main.find('>') + 1,
              "<xs:annotation><xs:documentation>Смотрите Типы.xsd</xs:documentation></"
              "xs:annotation><xs:include schemaLocation='общие Типы.xsd'/><xs:include "
              "schemaLocation='общие/Типы.xsd'/>");
  const auto zip = WriteArchive({{"main.xsd", main},
                                 {"общие/Типы.xsd", part("A")},
                                 {"общие Типы.xsd", part("B")},
                                 {"__MACOSX/._main.xsd", "no XML"},
                                 {"__MACOSX/общие/Ещё.xsd", "no XML"},
                                 {".скрытая.xsd", "no XML"}});
  const auto draft = Body(Import("set.zip", zip, "import-key-1", {{"name", "named"}}));
  EXPECT_EQ(draft.at("files").size(), 3u);
  const auto schema = Send("GET", kAll + "/named/versions/1/schemas/main.xsd");
  ASSERT_TRUE(schema.ok());
  EXPECT_NE(schema->body.find(">Смотрите Типы.xsd<"), std::string::npos) << schema->body;
}

TEST_F(MessageTypesHttp, WhatIsExportedIsImportedAsTheSame) {
  Body(Import("person.xsd", Xsd()));
  Body(Send("PATCH", kAll + "/person/versions/1",
            {{"request", kRequestWords},
             {"response", kResponseWords},
             {"agency", {{"code", "sfr"}, {"name", "СФР"}}},
             {"documents", {"pension_paper"}}},
            "1"));
  const auto zip = Send("GET", kAll + "/person/versions/1/archive");
  ASSERT_TRUE(zip.ok());
  const auto before = Body(Send("GET", kAll + "/person/versions/1"));
  ASSERT_TRUE(Send("DELETE", kAll + "/person/versions/1", {}, "2").ok());
  const auto after = Body(Import("whatever.zip", zip->body, "import-key-2"));
  for (const char* member : {"name", "title", "agency", "documents", "request", "response",
                             "request_form", "response_form"}) {
    EXPECT_EQ(after.at(member), before.at(member)) << member;
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
  EXPECT_THAT(
      Fields(Send("PATCH", kAll + "/person/versions/1", {{"request", records}}, "1")),
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

TEST_F(MessageTypesHttp, DraftsAreForThoseWhoKeepThem) {
  Body(Import("person.xsd", Xsd()));
  EXPECT_EQ(Send("GET", kAll + "/person/versions/1", {}, "", "operator").refusal().code,
            "message_types.version_not_found");
  EXPECT_EQ(Send("GET", kAll + "/person", {}, "", "operator").refusal().code,
            "message_types.not_found");
  EXPECT_TRUE(Body(Send("GET", kAll, {}, "", "operator")).at("items").empty());
  EXPECT_EQ(Body(Send("GET", kAll)).at("items").size(), 1u);
}

TEST_F(MessageTypesHttp, WhatGoesToNobodyIsNotPublished) {
  Body(Import("person.xsd", Xsd(), "import-key-9", {{"agency_code", ""}, {"agency_name", ""}}));
  const auto person = kAll + "/person/versions/1";
  EXPECT_EQ(
      Fields(Send("PUT", person + "/publication", {}, "1")),
      (std::vector<std::string>{"/agency/name field.required", "/agency/code field.required"}));
  Body(Send("PATCH", person, {{"agency", {{"code", "sfr"}, {"name", "Социальный фонд"}}}}, "1"));
  Body(Send("PUT", person + "/publication", {}, "2"));
}

TEST_F(MessageTypesHttp, WhoPublishedIsShownWithTheirOrganization) {
  Body(Import("person.xsd", Xsd()));
  const auto published = Body(Send("PUT", kAll + "/person/versions/1/publication", {}, "1"));
  const auto expected = house_.As("administrator").display_name + ", " + house_.center.short_name;
  EXPECT_EQ(published.at("published_by"), expected);
  EXPECT_EQ(published.at("created_by"), expected);
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

TEST_F(MessageTypesHttp, APlaceInASchemaIsSaidInWords) {
  auto broken = Xsd();
  broken.replace(broken.find("'xs:date'"), 9, "'t:none'");
  const auto refused = Import("person.xsd", "<!-- -->\n" + broken);
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.refusal().fields.at(0).detail, StartsWith("файл person.xsd, строка 2: "));
}

TEST_F(MessageTypesHttp, WhatNoBusWouldCarryIsNotPublished) {
  auto loose = Xsd();
  loose.replace(loose.find("qualified"), 9, "unqualified");
  Body(Import("person.xsd", loose));
  EXPECT_EQ(Send("PUT", kAll + "/person/versions/1/publication", {}, "1").refusal().code,
            "message_types.unqualified");
}

TEST_F(MessageTypesHttp, APersonalSignatureIsDemandedOnlyWhereTheSchemaHasRoomForIt) {
  Body(Import("person.xsd", Xsd()));
  const auto person = kAll + "/person/versions/1";
  EXPECT_EQ(Fields(Send("PATCH", person, {{"personal_signature", "yes"}}, "1")),
            (std::vector<std::string>{"/personal_signature field.type"}));
  EXPECT_TRUE(
      Body(Send("PATCH", person, {{"personal_signature", true}}, "1")).at("personal_signature"));
  EXPECT_EQ(Send("PUT", person + "/publication", {}, "2").refusal().code,
            "message_types.no_signature_place");
  auto signable = Xsd("2.0");
  signable.insert(signable.find("</xs:sequence>") + 14, "<xs:attribute name='Id' type='xs:ID'/>");
  Body(Import("signable.xsd", signable, "import-key-2"));
  const auto second = kAll + "/signable/versions/1";
  Body(Send("PATCH", second, {{"personal_signature", true}}, "1"));
  Body(Send("PUT", second + "/publication", {}, "2"));
  const auto type = registry_->Find("signable");
  EXPECT_TRUE(type->description().personal_signature);
  EXPECT_TRUE(type->TakesPersonalSignature());
}

TEST_F(MessageTypesHttp, ShippedOnesAreStoredOnceAndAgainWhenTheyChange) {
  const auto folder = content_ + "/message-types/person";
  std::filesystem::create_directories(folder);
  const auto page = [](const std::string& title) {
    return "name: person\nnamespace: urn:t/1.0\nrequest_root: PersonRequest\nresponse_root: "
           "PersonResponse\ntitle: " +
           title + "\n";
  };
  std::ofstream(folder + "/person.xsd") << Xsd();
  std::ofstream(folder + "/message-type.yaml") << page("Раз");
  EXPECT_EQ(OpenRegistry(pool_, content_, kNow)->Find("person")->description().version, 1);
  EXPECT_EQ(OpenRegistry(pool_, content_, kNow)->Find("person")->description().version, 1);
  std::ofstream(folder + "/message-type.yaml") << page("Два");
  EXPECT_EQ(OpenRegistry(pool_, content_, kNow)->Find("person")->description().title, "Два");
  std::ofstream(folder + "/message-type.yaml") << page("Три") << "colour: red\n";
  EXPECT_THROW(OpenRegistry(pool_, content_, kNow), std::runtime_error);
}

}  // namespace
}  // namespace okno::message_types
