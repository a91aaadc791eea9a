// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "xerces_judge.h"
#include "xsd/form.h"

// tests/cases/<construct>/: *.xsd, and case.json: {"root", "namespace", "form", "notes",
// "documents": [{"name", "data", "xml"}]}. The form and the XML are those a person has looked at;
// OKNO_WRITE_CASES=1 writes them anew, to be looked at again.
namespace okno::xsd {
namespace {

namespace fs = std::filesystem;
const fs::path kCases = fs::path(OKNO_SOURCE_DIR) / "src/foundation/xsd/tests/cases";

std::string ReadWhole(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Files ReadFiles(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".xsd")
      files[entry.path().filename().string()] = ReadWhole(entry.path());
  }
  return files;
}

Json NotesOf(const Form& form) {
  auto notes = Json::array();
  for (const auto& note : form.notes()) notes.push_back({{"path", note.path}, {"code", note.code}});
  return notes;
}

void CheckDocument(const Form& form, const Schema& schema, Json& document, bool write) {
  SCOPED_TRACE(document.at("name").get<std::string>());
  const auto written = form.WriteChecked(document.at("data"));
  if (write) document["xml"] = written.xml;
  EXPECT_EQ(written.xml, document.at("xml").get<std::string>());
  for (const auto& error : written.errors) ADD_FAILURE() << error.pointer << ": " << error.detail;
  const auto read = xml::Document::Parse(document.at("xml").get<std::string>());
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(schema.Validate(read->root()).empty());
  EXPECT_EQ(testing::XercesErrors(schema.files(), written.xml), std::vector<std::string>());
  const auto reading = form.Read(read->root());
  EXPECT_EQ(reading.data, document.at("data"));
  EXPECT_TRUE(reading.strangers.empty());
}

void CheckCase(const fs::path& folder) {
  SCOPED_TRACE(folder.filename().string());
  const bool write = std::getenv("OKNO_WRITE_CASES") != nullptr;
  auto expected = Json::parse(ReadWhole(folder / "case.json"));
  const auto schema = Schema::Load(ReadFiles(folder));
  ASSERT_TRUE(schema.ok()) << schema.refusal().code << " " << schema.refusal().detail;
  const auto form = Form::Make(*schema, expected.at("namespace").get<std::string>(),
                               expected.at("root").get<std::string>());
  ASSERT_TRUE(form.ok()) << form.refusal().code << " " << form.refusal().detail;
  if (write) {
    expected["form"] = form->schema();
    expected["notes"] = NotesOf(*form);
  }
  EXPECT_EQ(form->schema(), expected.at("form"));
  EXPECT_EQ(NotesOf(*form), expected.at("notes"));
  for (auto& document : expected.at("documents")) CheckDocument(*form, *schema, document, write);
  const auto sample = form->Sample();
  const auto written = form->WriteChecked(sample);
  for (const auto& error : written.errors)
    ADD_FAILURE() << "sample: " << error.pointer << ": " << error.detail;
  const auto read = xml::Document::Parse(written.xml);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(form->Read(read->root()).data, sample);
  if (write) std::ofstream(folder / "case.json") << expected.dump(1, ' ') << "\n";
}

TEST(Cases, FormAndXmlAsWritten) {
  int count = 0;
  for (const auto& entry : fs::directory_iterator(kCases)) {
    CheckCase(entry.path());
    ++count;
  }
  EXPECT_GE(count, 10);
}

}  // namespace
}  // namespace okno::xsd
