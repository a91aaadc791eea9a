// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

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
