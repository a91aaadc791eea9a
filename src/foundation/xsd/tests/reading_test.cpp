// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "schemas.h"

// What is read of schemas and by them, and written.
namespace okno::xsd {
namespace {

using testing::Refused;
using testing::Schema1;

TEST(Encodings, AreReadAsTheyAreDeclared) {
  const std::string body = Schema1(
      "<xs:element name='R' "
      "type='xs:string'><xs:annotation><xs:documentation>\xD4\xC8\xCE</xs:documentation></"
      "xs:annotation></xs:element>");
  const auto schema =
      Schema::Load(Files{{"a.xsd", "<?xml version='1.0' encoding='windows-1251'?>" + body}});
  ASSERT_TRUE(schema.ok()) << schema.refusal().detail;
  EXPECT_EQ(schema->roots().at(0).title, "ФИО");
  EXPECT_EQ(Refused(Files{{"a.xsd", "<?xml version='1.0' encoding='koi8-r'?>" + body}}),
            "xsd.encoding a.xsd: koi8-r");
  EXPECT_EQ(Refused(Files{{"a.xsd", body}}), "xsd.encoding a.xsd: UTF-8");
}

TEST(Locations, FollowTheNamespaceAndTheFileName) {
  const auto main =
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:c='urn:c' "
      "targetNamespace='urn:t'>"
      "<xs:import namespace='urn:c' schemaLocation='http://example.invalid/everything.xsd'/>"
      "<xs:element name='R' type='c:B'/></xs:schema>";
  const auto part = [](const std::string& body) {
    return "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:c='urn:c' "
           "targetNamespace='urn:c' elementFormDefault='qualified'>" +
           body + "</xs:schema>";
  };
  // Two files of one namespace that do not know each other: a head is made for them.
  EXPECT_EQ(
      Refused(Files{
          {"main.xsd", main},
          {"a.xsd",
           part("<xs:simpleType name='A'><xs:restriction base='xs:string'/></xs:simpleType>")},
          {"b.xsd", part("<xs:complexType name='B'><xs:sequence><xs:element name='a' "
                         "type='c:A'/></xs:sequence></xs:complexType>")}}),
      "accepted");
}

TEST(Locations, AreThoseOfTheSchemaAndNotOfAnExplanation) {
  const auto main =
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:t'>\n"
      "<xs:annotation><xs:appinfo><import schemaLocation='keep.xsd'/><x><include/></x></xs:appinfo>"
      "</xs:annotation>\n<!-- <xs:import/> --><xs:import namespace='urn:c'/><xs:element name='R' "
      "xmlns:c='urn:c' type='c:A'/></xs:schema>";
  const auto part =
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:c'>"
      "<xs:simpleType name='A'><xs:restriction base='xs:string'/></xs:simpleType></xs:schema>";
  const auto schema = Schema::Load(Files{{"main.xsd", main}, {"part.xsd", part}});
  ASSERT_TRUE(schema.ok()) << schema.refusal().code << " " << schema.refusal().detail;
  const auto& text = schema->files().at("main.xsd");
  EXPECT_NE(text.find("<import schemaLocation='keep.xsd'/>"), std::string::npos) << text;
  EXPECT_NE(text.find("<xs:import schemaLocation=\"part.xsd\" namespace='urn:c'/>"),
            std::string::npos)
      << text;
}

TEST(Reading, WhatTheSchemaDoesNotKnowIsToldApart) {
  const auto schema = Schema::Load(Files{
      {"a.xsd", Schema1("<xs:element name='R'><xs:complexType><xs:sequence><xs:element name='A' "
                        "type='xs:string'/></xs:sequence></xs:complexType></xs:element>")}});
  ASSERT_TRUE(schema.ok());
  const auto form = Form::Make(*schema, "urn:t", "R");
  ASSERT_TRUE(form.ok());
  const auto document = xml::Document::Parse("<R xmlns='urn:t' x='1'><New>n</New><A>a</A></R>");
  const auto reading = form->Read(document->root());
  EXPECT_EQ(reading.data, (Json{{"A", "a"}}));
  EXPECT_EQ(reading.strangers, (std::vector<Stranger>{{"", "@x", "1"}, {"", "New", "n"}}));
}

TEST(Writing, WrongValuesAreToldAtTheirFields) {
  const auto schema = Schema::Load(
      Files{{"a.xsd", Schema1("<xs:element name='R'><xs:complexType><xs:sequence><xs:element "
                              "name='P' maxOccurs='9'><xs:complexType><xs:sequence><xs:element "
                              "name='N' type='xs:int'/></xs:sequence><xs:attribute name='d' "
                              "type='xs:date'/></xs:complexType></xs:element></xs:sequence></"
                              "xs:complexType></xs:element>")}});
  ASSERT_TRUE(schema.ok());
  const auto form = Form::Make(*schema, "urn:t", "R");
  const auto written = form->WriteChecked(
      {{"P", Json::array({{{"N", 1}}, {{"N", "x"}, {"@d", "y"}}, Json::object()})}});
  EXPECT_EQ(written.errors, (std::vector<FieldError>{{"/P/1/@d", "field.type", ""},
                                                     {"/P/1/N", "field.type", ""},
                                                     {"/P/2", "xsd.content", "N"}}));
}

// One element of a restricted type.
FieldError Judged(const std::string& base, const std::string& facets, const std::string& value) {
  const auto body = "<xs:element name='R'><xs:simpleType><xs:restriction base='" + base + "'>" +
                    facets + "</xs:restriction></xs:simpleType></xs:element>";
  const auto schema = Schema::Load(Files{{"a.xsd", Schema1(body)}});
  const auto form = Form::Make(schema.value(), "urn:t", "R");
  const auto written = form->WriteChecked({{"#text", value}});
  return written.errors.empty() ? FieldError{} : written.errors.front();
}

TEST(Writing, TheJudgesReasonIsACodeWithTheLimit) {
  struct {
    std::string base, facets, value;
    FieldError error;
  } const cases[] = {
      {"xs:string", "<xs:pattern value='\\d+'/>", "Иван", {"", "field.pattern", ""}},
      {"xs:string", "<xs:enumeration value='a'/>", "Иван", {"", "field.enum", ""}},
      {"xs:string", "<xs:length value='3'/>", "Иван", {"", "xsd.length", "3"}},
      {"xs:string", "<xs:minLength value='5'/>", "Иван", {"", "field.too_short", "5"}},
      {"xs:string", "<xs:maxLength value='3'/>", "Иван", {"", "field.too_long", "3"}},
      {"xs:decimal", "<xs:minInclusive value='0.5'/>", "0.1", {"", "field.minimum", "0.5"}},
      {"xs:decimal", "<xs:maxInclusive value='9.5'/>", "9.6", {"", "field.maximum", "9.5"}},
      {"xs:decimal", "<xs:minExclusive value='0'/>", "0", {"", "xsd.more_than", "0"}},
      {"xs:decimal", "<xs:maxExclusive value='10'/>", "10", {"", "xsd.less_than", "10"}},
      {"xs:decimal", "<xs:totalDigits value='3'/>", "12345", {"", "xsd.digits", "3"}},
      {"xs:decimal", "<xs:fractionDigits value='2'/>", "1.234", {"", "xsd.fraction_digits", "2"}},
      {"xs:date", "", "вчера", {"", "field.type", ""}},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.facets + " " + one.value);
    EXPECT_EQ(Judged(one.base, one.facets, one.value), one.error);
  }
}

}  // namespace
}  // namespace okno::xsd
