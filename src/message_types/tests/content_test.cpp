// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

#include "catalog/content.h"
#include "content_files/folders.h"
#include "logic/compiled_type.h"

// Every shipped message type, both sides: the example is right by the form and by the schema, and
// comes back from the XML as it was.
namespace okno::message_types {
namespace {

const std::string kContent = OKNO_SOURCE_DIR "/content";

std::string Explained(const Refusal& refusal) {
  auto text = refusal.code + " " + refusal.detail;
  for (const auto& field : refusal.fields)
    text += "\n  " + field.pointer + " " + field.code + " " + field.detail;
  return text;
}

void CheckSide(const CompiledType& type, bool request) {
  SCOPED_TRACE(request ? "request" : "response");
  const Context context{.now = *ParseInstant("2026-11-23T09:00:00Z")};
  const auto data = request ? type.SampleRequest() : type.SampleResponse();
  const auto xml = request ? type.BuildRequest(data, context) : type.BuildResponse(data, context);
  ASSERT_TRUE(xml.ok()) << Explained(xml.refusal()) << "\n" << data.dump(1);
  EXPECT_EQ(type.Check(*xml), std::vector<std::string>());
  const auto answer = request ? type.ReadRequest(*xml) : type.ReadResponse(*xml);
  ASSERT_TRUE(answer.ok()) << Explained(answer.refusal());
  for (const auto& [member, value] : data.items())
    EXPECT_EQ(answer->data.value(member, Json()), value) << member;
  EXPECT_FALSE(answer->table.empty());
}

TEST(Content, EveryMessageTypeGoesThereAndBack) {
  const auto definitions = ReadFolders(kContent);
  EXPECT_GE(definitions.size(), 20u);
  for (const auto& definition : definitions) {
    SCOPED_TRACE(definition.description.name);
    const auto type = CompiledType::Make(definition);
    ASSERT_TRUE(type.ok()) << Explained(type.refusal());
    CheckSide(**type, true);
    CheckSide(**type, false);
  }
}

TEST(Content, WhatDemandsAPersonalSignatureHasRoomForIt) {
  int demanding = 0, possible = 0;
  for (const auto& definition : ReadFolders(kContent)) {
    const auto type = CompiledType::Make(definition).value();
    possible += type->TakesPersonalSignature();
    if (!definition.description.personal_signature) continue;
    ++demanding;
    EXPECT_TRUE(type->TakesPersonalSignature()) << definition.description.name;
  }
  EXPECT_GE(demanding, 1);
  EXPECT_GE(possible, 10);
}

TEST(Content, EveryInquiryChoosesWhatTheCaseShowsOfItsAnswer) {
  for (const auto& definition : ReadFolders(kContent)) {
    if (definition.description.kind != "inquiry") continue;
    SCOPED_TRACE(definition.description.name);
    const auto type = CompiledType::Make(definition).value();
    const Context context{.now = *ParseInstant("2026-11-23T09:00:00Z")};
    const auto xml = type->BuildResponse(type->SampleResponse(), context);
    EXPECT_FALSE(type->ReadResponse(*xml)->highlights.empty());
  }
}

Definition Shipped(const std::string& name) {
  for (auto& definition : ReadFolders(kContent)) {
    if (definition.description.name == name) return std::move(definition);
  }
  throw std::logic_error("no " + name);
}

// The kinds of records that the type's answers tell.
std::set<std::string> KindsOf(const Definition& type) {
  std::set<std::string> kinds;
  const auto fields = type.response.value("fields", Json::object());
  for (const auto& [path, word] : fields.items()) {
    if (word.contains("record")) kinds.insert(word.at("record"));
  }
  return kinds;
}

TEST(Content, AnAnswerTellsWhichRecordsItHolds) {
  const auto type = CompiledType::Make(Shipped("civil-record")).value();
  const Json person = {
      {"FamilyName", "Калинин"}, {"FirstName", "Пётр"}, {"BirthDate", "2019-03-02"}};
  const auto record = [](const char* kind, const Json& content) {
    return Json{{"Number", "110199000000000000001"},
                {"Date", "2019-03-10"},
                {"Office", "Отдел ЗАГС"},
                {"#choice", kind},
                {kind, content}};
  };
  const auto birth = record("Birth", {{"Child", person}, {"BirthPlace", "г. Приреченск"}});
  const auto death = record(
      "Death", {{"Deceased", person}, {"DeathDate", "2021-01-02"}, {"DeathPlace", "г. Приреченск"}});
  const auto change = record("NameChange", {{"Before", person}, {"After", person}});
  const struct {
    Json records;
    std::vector<std::string> told;
  } cases[] = {{{birth}, {"birth"}},
               {{change, change}, {"name_change"}},
               {{death, birth}, {"birth", "death"}}};
  for (const auto& [records, told] : cases) {
    const auto xml =
        type->BuildResponse({{"Record", records}}, {.now = *ParseInstant("2026-11-23T09:00:00Z")});
    ASSERT_TRUE(xml.ok()) << Explained(xml.refusal());
    EXPECT_EQ(type->ReadResponse(*xml)->records, told) << records;
  }
}

// A slip in either would leave the document for ever without its answer.
TEST(Content, EveryRecordThatADocumentNeedsIsToldByATypeThatBringsIt) {
  const auto types = ReadFolders(kContent);
  int lines = 0;
  for (const auto& service : catalog::ReadServices(kContent)) {
    for (const auto& rule : service.checklist) {
      for (const auto& type : types) {
        if (!Brings(type.description, rule.code)) continue;
        const auto kinds = KindsOf(type);
        EXPECT_EQ(rule.records.empty(), kinds.empty()) << service.code << " " << rule.code;
        for (const auto& record : rule.records) {
          EXPECT_TRUE(kinds.contains(record)) << service.code << " " << rule.code << " " << record;
          ++lines;
        }
      }
    }
  }
  EXPECT_GE(lines, 9);
}

TEST(Content, APageGoesThereAndBack) {
  for (const auto& definition : ReadFolders(kContent)) {
    SCOPED_TRACE(definition.description.name);
    const auto read = ReadPage(WritePage(definition));
    ASSERT_TRUE(read.ok()) << read.refusal().detail;
    EXPECT_EQ(BodyOf(*read), BodyOf(definition));
  }
}

}  // namespace
}  // namespace okno::message_types
