// SPDX-License-Identifier: Apache-2.0
// What becomes a draft: an XSD, a ZIP of several, what was exported.
#include "content_files/archive.h"
#include "keeping.h"

namespace okno::message_types {
namespace {

using ::testing::StartsWith;

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

TEST_F(MessageTypesHttp, APlaceInASchemaIsSaidInWords) {
  auto broken = Xsd();
  broken.replace(broken.find("'xs:date'"), 9, "'t:none'");
  const auto refused = Import("person.xsd", "<!-- -->\n" + broken);
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.refusal().fields.at(0).detail, StartsWith("файл person.xsd, строка 2: "));
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

}  // namespace
}  // namespace okno::message_types
