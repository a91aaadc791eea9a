// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "schemas.h"

// Schemas that are broken, endless, huge, or want something from outside.
namespace okno::xsd {
namespace {

using testing::Head;
using testing::Refused;
using testing::Schema1;

struct Case {
  std::string name, body, refusal;  // how the refusal begins: its code and place
};

std::string Bomb() {
  std::string body =
      "<xs:group name='g0'><xs:sequence><xs:element name='e' type='xs:string' "
      "minOccurs='0'/></xs:sequence></xs:group>";
  for (int i = 1; i < 30; ++i) {
    const auto inner = "<xs:group ref='t:g" + std::to_string(i - 1) + "' minOccurs='0'/>";
    body += "<xs:group name='g" + std::to_string(i) + "'><xs:sequence>" + inner + inner + inner +
            "</xs:sequence></xs:group>";
  }
  return body +
         "<xs:element name='R'><xs:complexType><xs:sequence><xs:group "
         "ref='t:g29'/></xs:sequence></xs:complexType></xs:element>";
}

// Each component refers twice to the next, the last one is empty: nothing is in it, but whoever
// lays it out takes 2^40 steps.
std::string Empties(const std::string& begin, const std::string& twice, const std::string& end,
                    const std::string& last, const std::string& root) {
  const auto named = [](std::string text, int i) {
    for (auto at = text.find('#'); at != std::string::npos; at = text.find('#'))
      text.replace(at, 1, std::to_string(i));
    return text;
  };
  std::string body = named(begin, 40) + last + end;
  for (int i = 39; i >= 0; --i) body += named(begin, i) + named(twice, i + 1) + end;
  return body + named(root, 0);
}
std::string EmptyGroups() {
  const std::string two = "<xs:group ref='t:g#'/><xs:group ref='t:g#'/>";
  return Empties("<xs:group name='g#'><xs:sequence>", two, "</xs:sequence></xs:group>", "",
                 "<xs:element name='R'><xs:complexType><xs:group "
                 "ref='t:g#'/></xs:complexType></xs:element>");
}
std::string EmptyAttributeGroups() {
  const std::string two = "<xs:attributeGroup ref='t:g#'/><xs:attributeGroup ref='t:g#'/>";
  return Empties("<xs:attributeGroup name='g#'>", two, "</xs:attributeGroup>", "",
                 "<xs:element name='R'><xs:complexType><xs:attributeGroup "
                 "ref='t:g#'/></xs:complexType></xs:element>");
}
std::string Unions() {
  return Empties("<xs:simpleType name='g#'>", "<xs:union memberTypes='t:g# t:g#'/>",
                 "</xs:simpleType>", "<xs:restriction base='xs:string'/>",
                 "<xs:element name='R' type='t:g#'/>");
}
// The same, hidden behind restrictions and lists.
std::string RestrictedUnions() {
  const std::string two =
      "<xs:union><xs:simpleType><xs:restriction base='t:g#'/></xs:simpleType><xs:simpleType>"
      "<xs:restriction base='t:g#'/></xs:simpleType></xs:union>";
  return Empties("<xs:simpleType name='g#'>", two, "</xs:simpleType>",
                 "<xs:restriction base='xs:string'/>", "<xs:element name='R' type='t:g#'/>");
}

// Many fields of a type that is a long union: small alone, together long to lay out.
std::string WideUnions() {
  std::string members, fields;
  for (int i = 0; i < 500; ++i) members += "t:s ";
  for (int i = 0; i < 500; ++i)
    fields += "<xs:element name='e" + std::to_string(i) + "' type='t:u'/>";
  return "<xs:simpleType name='s'><xs:restriction base='xs:string'/></xs:simpleType><xs:simpleType "
         "name='u'><xs:union memberTypes='" +
         members + "'/></xs:simpleType><xs:element name='R'><xs:complexType><xs:sequence>" +
         fields + "</xs:sequence></xs:complexType></xs:element>";
}

// Each type holds two of the next: small as a schema, endless as a form.
std::string Tree() {
  std::string body;
  for (int i = 0; i < 11; ++i) {
    const auto next = i == 10 ? std::string("xs:string") : "t:T" + std::to_string(i + 1);
    body += "<xs:complexType name='T" + std::to_string(i) + "'><xs:sequence>";
    for (const char* name : {"a", "b", "c", "d"})
      body += std::string("<xs:element name='") + name + "' type='" + next + "'/>";
    body += "</xs:sequence></xs:complexType>";
  }
  return body + "<xs:element name='R' type='t:T0'/>";
}

// The content of one element: `count` elements, each in the given words, between two tags.
std::string Content(const std::string& begin, int count, const std::string& each,
                    const std::string& end) {
  std::string body = "<xs:element name='R'><xs:complexType>" + begin;
  for (int i = 0; i < count; ++i)
    body += "<xs:element type='xs:string' name='e" + std::to_string(i) + "' " + each + "/>";
  return body + end + "</xs:complexType></xs:element>";
}
std::string Optionals(int count) {
  return Content("<xs:sequence>", count, "minOccurs='0'", "</xs:sequence>");
}
// As many, out of a type that is extended and a group.
std::string OptionalsInPieces(int count) {
  std::string half;
  for (int i = 0; i < count / 2; ++i)
    half += "<xs:element type='xs:string' minOccurs='0' name='#" + std::to_string(i) + "'/>";
  const auto named = [&](char letter) {
    auto text = half;
    std::ranges::replace(text, '#', letter);
    return "<xs:sequence>" + text + "</xs:sequence>";
  };
  return "<xs:complexType name='B'>" + named('b') + "</xs:complexType><xs:group name='g'>" +
         named('g') +
         "</xs:group><xs:element name='R'><xs:complexType><xs:complexContent><xs:extension "
         "base='t:B'><xs:group ref='t:g'/></xs:extension></xs:complexContent></xs:complexType>"
         "</xs:element>";
}

std::string Chain() {
  std::string body;
  for (int i = 0; i < 2000; ++i) {
    body += "<xs:complexType name='T" + std::to_string(i) +
            "'><xs:sequence><xs:element name='a' minOccurs='0' type='" +
            (i == 1999 ? "xs:string" : "t:T" + std::to_string(i + 1)) +
            "'/></xs:sequence></xs:complexType>";
  }
  return body + "<xs:element name='R' type='t:T0'/>";
}

std::string WithPattern(const std::string& pattern) {
  return "<xs:element name='R'>\n<xs:simpleType><xs:restriction base='xs:string'>\n<xs:pattern "
         "value='" +
         pattern + "'/></xs:restriction></xs:simpleType></xs:element>";
}

TEST(Hostile, IsRefusedWithItsPlace) {
  const Case cases[] = {
      {"not XML", "<xs:element", "xsd.malformed a.xsd:"},
      {"unknown type", "\n<xs:element name='R' type='t:Missing'/>",
       "xsd.unknown_component a.xsd:3: {urn:t}Missing"},
      {"unknown prefix", "<xs:element name='R' type='z:Missing'/>",
       "xsd.unknown_component a.xsd:2:"},
      {"a group in itself",
       "<xs:group name='g'><xs:sequence><xs:group ref='t:g'/></xs:sequence></xs:group><xs:element "
       "name='R'/>",
       "xsd.circular a.xsd:2: g"},
      {"types that extend each other",
       "<xs:complexType name='A'><xs:complexContent><xs:extension "
       "base='t:B'/></xs:complexContent></xs:complexType>"
       "<xs:complexType name='B'><xs:complexContent><xs:extension "
       "base='t:A'/></xs:complexContent></xs:complexType><xs:element name='R' type='t:A'/>",
       "xsd.circular a.xsd:2:"},
      {"a type that must contain itself",
       "\n<xs:complexType name='A'><xs:sequence><xs:element name='a' "
       "type='t:A'/></xs:sequence></xs:complexType><xs:element name='R' type='t:A'/>",
       "xsd.recursive a.xsd:3: A"},
      {"a default that is no value of its type",
       "<xs:element name='R' type='xs:int' default='abc'/>", "xsd.default a.xsd:2:"},
      {"an attribute with a wrong value",
       "<xs:element name='R'><xs:complexType><xs:sequence>"
       "<xs:element name='A' type='xs:int' maxOccurs='many'/></xs:sequence></xs:complexType>"
       "</xs:element>",
       "xsd.attribute_value a.xsd:2:"},
      {"a facet of another type",
       "<xs:element name='R'><xs:simpleType><xs:restriction base='xs:int'>"
       "<xs:minLength value='1'/></xs:restriction></xs:simpleType></xs:element>",
       "xsd.facet a.xsd:2:"},
      {"a final type that is extended",
       "<xs:complexType name='B' final='extension'><xs:sequence/></xs:complexType>"
       "<xs:complexType name='D'><xs:complexContent><xs:extension base='t:B'><xs:sequence/>"
       "</xs:extension></xs:complexContent></xs:complexType><xs:element name='R' type='t:D'/>",
       "xsd.derivation a.xsd:2:"},
      {"a key that is no path",
       "<xs:element name='R' type='xs:string'><xs:key name='k'><xs:selector xpath='a b'/>"
       "<xs:field xpath='@c'/></xs:key></xs:element>",
       "xsd.key a.xsd:2:"},
      {"a laughing group", Bomb(), "xsd.too_many_parts a.xsd:2:"},
      {"a laughing group of nothing", EmptyGroups(), "xsd.too_many_parts a.xsd:2:"},
      {"laughing attributes", EmptyAttributeGroups(), "xsd.too_many_parts a.xsd:2:"},
      {"a laughing union", Unions(), "xsd.too_many_parts a.xsd:2:"},
      {"a laughing union of restrictions", RestrictedUnions(), "xsd.too_many_parts a.xsd:2:"},
      {"fields of a wide union", WideUnions(), "xsd.too_many_parts a.xsd:2:"},
      {"a tree of types", Tree(), "xsd.too_many_fields a.xsd:2:"},
      {"a row of optional elements", Optionals(2000), "xsd.too_wide a.xsd:2: complexType"},
      {"the same in pieces", OptionalsInPieces(1200), "xsd.too_wide a.xsd:2: complexType"},
      {"a repeated row",
       Content("<xs:sequence maxOccurs='9'>", 600, "minOccurs='0'", "</xs:sequence>"),
       "xsd.too_wide a.xsd:2: complexType"},
      {"a repeated choice", Content("<xs:choice maxOccurs='unbounded'>", 2000, "", "</xs:choice>"),
       "xsd.too_wide a.xsd:2: complexType"},
      {"a choice of too many",
       Content("<xs:choice maxOccurs='unbounded'>", 8000, "", "</xs:choice>"),
       "xsd.too_many_fields a.xsd:2: complexType"},
      {"a row of too many", Content("<xs:sequence>", 8000, "", "</xs:sequence>"),
       "xsd.too_many_fields a.xsd:2: complexType"},
      {"a chain of types", Chain(), "xsd.too_deep a.xsd:2:"},
      {"redefine", "<xs:redefine schemaLocation='a.xsd'/><xs:element name='R'/>",
       "xsd.redefine a.xsd:2:"},
      {"include from the network", "<xs:include schemaLocation='http://example.invalid/b.xsd'/>",
       "xsd.outside a.xsd:2: http://example.invalid/b.xsd"},
      {"include of a file", "<xs:include schemaLocation='file:///etc/passwd'/>",
       "xsd.outside a.xsd:2: file:///etc/passwd"},
      {"import of a namespace that is not there",
       "<xs:import namespace='urn:x' schemaLocation='../../x.xsd'/>",
       "xsd.outside a.xsd:2: ../../x.xsd"},
      {"pattern malformed", WithPattern("[a-"), "xsd.pattern_malformed a.xsd:4: [a-"},
      {"pattern of stars in stars", WithPattern("(a+)+b"), "xsd.pattern_dangerous a.xsd:4: (a+)+b"},
      {"pattern of two ways", WithPattern("(a|a)*b"), "xsd.pattern_dangerous a.xsd:4:"},
      {"pattern of overlapping classes", WithPattern("(\\d|[0-9a-f])*x"),
       "xsd.pattern_dangerous a.xsd:4:"},
      {"pattern of empty stars", WithPattern("(a*)*"), "xsd.pattern_dangerous a.xsd:4:"},
      {"pattern of counted nothings", WithPattern("(a?){50}a{50}"),
       "xsd.pattern_dangerous a.xsd:4: (a?){50}a{50}"},
      {"pattern of counted nothings below", WithPattern("(b|c?){4,}"),
       "xsd.pattern_dangerous a.xsd:4:"},
      {"pattern counted", WithPattern("(a{1,50}){1,50}b"), "xsd.pattern_dangerous a.xsd:4:"},
      {"an element where none belongs", "<xs:element name='R'/>\n<xs:sequence/>",
       "xsd.misplaced a.xsd:3: sequence"},
      {"an attribute that is not of XSD", "\n<xs:element name='R' colour='red'/>",
       "xsd.misplaced a.xsd:3: element"},
      {"the same name twice", "<xs:element name='R'/>\n<xs:element name='R'/>",
       "xsd.twice a.xsd:3: element"},
      {"a default that does not fit", "\n\n<xs:element name='R' type='xs:int' default='x'/>",
       "xsd.default a.xsd:4: element: "},
      {"a content that is read two ways",
       "<xs:element name='R'><xs:complexType><xs:sequence><xs:element name='a' type='xs:string' "
       "minOccurs='0'/><xs:element name='a' "
       "type='xs:int'/></xs:sequence></xs:complexType></xs:element>",
       "xsd.ambiguous a.xsd:2: complexType"},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.name);
    EXPECT_EQ(Refused(one.body).substr(0, one.refusal.size()), one.refusal);
  }
}

TEST(Contents, RealOnesAreNoDanger) {
  EXPECT_EQ(Refused(Optionals(300)), "accepted");
  EXPECT_EQ(Refused(OptionalsInPieces(300)), "accepted");
  EXPECT_EQ(Refused(Content("<xs:choice maxOccurs='unbounded'>", 300, "", "</xs:choice>")),
            "accepted");
  EXPECT_EQ(Refused(Content("<xs:sequence>", 1500, "", "</xs:sequence>")), "accepted");
  EXPECT_EQ(Refused(Content("<xs:sequence>", 1500, "maxOccurs='unbounded'", "</xs:sequence>")),
            "accepted");
}

TEST(Hostile, DocumentTypesAreRefusedBeforeTheyAreRead) {
  const std::string bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>" +
                           Schema1("<xs:element name='R'/>");
  EXPECT_EQ(Refused(Files{{"a.xsd", bomb}}), "xsd.doctype a.xsd: DOCTYPE");
  const std::string outside =
      "<!DOCTYPE x SYSTEM 'http://example.invalid/x.dtd'>" + Schema1("<xs:element name='R'/>");
  EXPECT_EQ(Refused(Files{{"a.xsd", outside}}), "xsd.doctype a.xsd: DOCTYPE");
}

TEST(Hostile, SizesAreLimited) {
  const auto good = Schema1("<xs:element name='R' type='xs:string'/>");
  EXPECT_EQ(Refused(Files{}), "xsd.no_files ");
  Files many;
  for (int i = 0; i < 65; ++i) many["f" + std::to_string(i) + ".xsd"] = good;
  EXPECT_EQ(Refused(many), "xsd.too_many_files 64");
  EXPECT_EQ(Refused(Files{{"a.xsd", good + std::string(2 * 1024 * 1024, ' ')}}),
            "xsd.too_large 2048");
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<xs:annotation>";
  EXPECT_EQ(Refused(Files{{"a.xsd", Head() + deep}}).substr(0, 12), "xsd.too_deep");
  EXPECT_EQ(Refused(Files{{"../a.xsd", good}}), "xsd.file_name ../a.xsd");
  EXPECT_EQ(Refused(Files{{"a.xsd", "<html/>"}}), "xsd.not_a_schema a.xsd:1: html");
}

TEST(Patterns, RealOnesAreNoDanger) {
  for (const char* pattern :
       {"\\d{11}", "[А-Я][а-я]*([ -][А-Я][а-я]*)*", "([^0^\\D]\\d|\\d[^0^\\D])\\d{8}",
        "\\d{3}-\\d{3}-\\d{3} \\d{2}", "[\\w.+-]{1,64}@([a-z0-9-]+\\.)+[a-z]{2,}", ".{1,250}",
        "1(0[1-9]|1[0-5]|2[124-9])[0-9a-zA-Zа-яА-Я]{19}", "\\+7\\(\\d{3}\\)\\d{7}",
        "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "(\\s*\\S+\\s*)?"}) {
    EXPECT_EQ(Refused(WithPattern(pattern)), "accepted") << pattern;
  }
}

}  // namespace
}  // namespace okno::xsd
