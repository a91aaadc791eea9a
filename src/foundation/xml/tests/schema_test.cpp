// SPDX-License-Identifier: Apache-2.0
#include "xml/schema.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace okno::xml {
namespace {

namespace fs = std::filesystem;

class SchemaTest : public ::testing::Test {
 protected:
  SchemaTest() { fs::create_directories(folder); }
  ~SchemaTest() override { fs::remove_all(folder); }

  void Write(const std::string& name, const std::string& body,
             const std::string& target = "urn:s") {
    std::ofstream(folder / name)
        << "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:s='urn:s' xmlns:t='urn:t' "
           "targetNamespace='" +
               target + "' elementFormDefault='qualified'>" + body + "</xs:schema>";
  }
  std::vector<SchemaError> Errors(const std::string& xml) {
    auto document = Document::Parse(xml);
    return SchemaSet::Load(folder.string()).Validate(document->root());
  }
  std::string LoadError() {
    try {
      SchemaSet::Load(folder.string());
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  }

  fs::path folder = fs::temp_directory_path() / ("okno-schema-" + std::to_string(::getpid()));
};

TEST_F(SchemaTest, NamesTheElementThatDoesNotFit) {
  Write("s.xsd",
        "<xs:element name='a'><xs:complexType><xs:sequence><xs:element name='n' "
        "type='xs:int'/></xs:sequence>"
        "</xs:complexType></xs:element>");
  EXPECT_TRUE(Errors("<a xmlns='urn:s'><n>1</n></a>").empty());
  auto errors = Errors("<a xmlns='urn:s'><n>one</n></a>");
  ASSERT_FALSE(errors.empty());
  EXPECT_EQ(errors[0].element, "n");
  EXPECT_NE(errors[0].text.find("one"), std::string::npos);
}

TEST_F(SchemaTest, JudgesAnElementInsideALargerDocument) {
  Write("s.xsd", "<xs:element name='a' type='xs:int'/>");
  auto document = Document::Parse("<e xmlns='urn:e'><a xmlns='urn:s'>1</a></e>");
  EXPECT_TRUE(SchemaSet::Load(folder.string()).Validate(document->root().children()[0]).empty());
}

TEST_F(SchemaTest, RefusesAnElementNoSchemaKnows) {
  Write("s.xsd", "<xs:element name='a' type='xs:int'/>");
  EXPECT_FALSE(Errors("<b xmlns='urn:s'/>").empty());
  EXPECT_FALSE(Errors("<a xmlns='urn:other'>1</a>").empty());
}

TEST_F(SchemaTest, FollowsIncludesAndImportsOfTheSameFolder) {
  Write("part.xsd", "<xs:simpleType name='N'><xs:restriction base='xs:int'/></xs:simpleType>");
  Write("t.xsd", "<xs:simpleType name='M'><xs:restriction base='xs:date'/></xs:simpleType>",
        "urn:t");
  Write(
      "s.xsd",
      "<xs:import namespace='urn:t' schemaLocation='t.xsd'/><xs:include schemaLocation='part.xsd'/>"
      "<xs:element name='n' type='s:N'/><xs:element name='m' type='t:M'/>");
  EXPECT_TRUE(Errors("<n xmlns='urn:s'>1</n>").empty());
  EXPECT_FALSE(Errors("<m xmlns='urn:s'>1</m>").empty());
}

TEST_F(SchemaTest, NeverLeavesItsFolder) {
  for (const char* location :
       {"http://127.0.0.1:1/x.xsd", "../x.xsd", "/etc/x.xsd", "file:x.xsd", "missing.xsd"}) {
    Write("s.xsd", std::string("<xs:import namespace='urn:t' schemaLocation='") + location + "'/>");
    EXPECT_NE(LoadError().find("is not a file of the same folder"), std::string::npos) << location;
  }
}

TEST_F(SchemaTest, SaysWhatIsWrongWithASchema) {
  EXPECT_NE(LoadError().find("no schema"), std::string::npos);
  Write("s.xsd", "<xs:element name='a' type='s:Unknown'/>");
  EXPECT_NE(LoadError().find("Unknown"), std::string::npos);
  Write("s.xsd", "<xs:element");
  EXPECT_NE(LoadError().find("s.xsd"), std::string::npos);
}

}  // namespace
}  // namespace okno::xml
