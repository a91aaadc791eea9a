// SPDX-License-Identifier: Apache-2.0
// How a version is published, withdrawn and offered.
#include "keeping.h"

namespace okno::message_types {
namespace {

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

TEST_F(MessageTypesHttp, WhatGoesToNobodyIsNotPublished) {
  Body(Import("person.xsd", Xsd(), "import-key-9", {{"agency_code", ""}, {"agency_name", ""}}));
  const auto person = kAll + "/person/versions/1";
  EXPECT_EQ(
      Fields(Send("PUT", person + "/publication", {}, "1")),
      (std::vector<std::string>{"/agency/name field.required", "/agency/code field.required"}));
  Body(Send("PATCH", person, {{"agency", {{"code", "sfr"}, {"name", "Социальный фонд"}}}}, "1"));
  Body(Send("PUT", person + "/publication", {}, "2"));
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

TEST_F(MessageTypesHttp, DraftsAreForThoseWhoKeepThem) {
  Body(Import("person.xsd", Xsd()));
  EXPECT_EQ(Send("GET", kAll + "/person/versions/1", {}, "", "operator").refusal().code,
            "message_types.version_not_found");
  EXPECT_EQ(Send("GET", kAll + "/person", {}, "", "operator").refusal().code,
            "message_types.not_found");
  EXPECT_TRUE(Body(Send("GET", kAll, {}, "", "operator")).at("items").empty());
  EXPECT_EQ(Body(Send("GET", kAll)).at("items").size(), 1u);
}

TEST_F(MessageTypesHttp, WhoPublishedIsShownWithTheirOrganization) {
  Body(Import("person.xsd", Xsd()));
  const auto published = Body(Send("PUT", kAll + "/person/versions/1/publication", {}, "1"));
  const auto expected = house_.As("administrator").display_name + ", " + house_.center.short_name;
  EXPECT_EQ(published.at("published_by"), expected);
  EXPECT_EQ(published.at("created_by"), expected);
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
