// SPDX-License-Identifier: Apache-2.0
#include "testbed/texts.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

#include "wiring/texts.h"

namespace okno::app {
namespace {

namespace fs = std::filesystem;
using CodesWithPlaces = std::map<std::string, std::string>;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The places where a code is written in the sources: refusals of each kind, and wrong fields.
const std::regex& CodePattern() {
  static const std::regex pattern(
      R"re((?:\b(?:Invalid|NotFound|Forbidden|Conflict)\(\s*|RefusalKind::k\w+,\s*)re"
      R"re(|\{\s*"/[^"]*",\s*|\bFail\([^,()]+,\s*|push_back\(\{[^,{}"]+,\s*|FieldError\{[^,{}]+,\s*))re"
      R"re("([a-z_]+(?:\.[a-z0-9_]+)+)")re");
  return pattern;
}

// A rule returns the code alone, whoever asks makes a refusal of it.
const std::regex& RulePattern() {
  static const std::regex pattern(R"re(\breturn\s+"([a-z_]+(?:\.[a-z0-9_]+)+)")re");
  return pattern;
}

void CollectBy(const std::regex& pattern, const fs::path& path, CodesWithPlaces& codes) {
  const std::string text = ReadFile(path);
  for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match) {
    codes.emplace((*match)[1], path.string());
  }
}

void Collect(const fs::path& path, CodesWithPlaces& codes) {
  CollectBy(CodePattern(), path, codes);
  if (path.string().find("/rules/") != std::string::npos) CollectBy(RulePattern(), path, codes);
}

bool IsSource(const fs::path& path) {
  const std::string name = path.string();
  if (name.find("/tests/") != std::string::npos || name.find("/bench/") != std::string::npos) {
    return false;
  }
  return path.extension() == ".cpp" || path.extension() == ".h";
}

CodesWithPlaces CodesInSources() {
  CodesWithPlaces codes;
  for (const auto& entry : fs::recursive_directory_iterator(OKNO_SOURCE_DIR "/src")) {
    if (entry.is_regular_file() && IsSource(entry.path())) Collect(entry.path(), codes);
  }
  return codes;
}

TEST(Texts, EveryRefusalInTheSourcesHasATextInBothLanguages) {
  text::Catalog texts;
  AddTexts(texts);
  texts.Add(testbed::Messages());  // a program of its own, with a catalogue of its own
  const auto codes = CodesInSources();
  ASSERT_GT(codes.size(), 50u);
  ASSERT_TRUE(codes.contains("passport.replaced_at_20"));
  for (const auto& [code, place] : codes) {
    EXPECT_TRUE(texts.Has(code)) << code << " in " << place;
    if (!texts.Has(code)) continue;
    EXPECT_FALSE(texts.Text(code, text::Language::kRussian).empty()) << code;
    EXPECT_FALSE(texts.Text(code, text::Language::kEnglish).empty()) << code;
  }
}

}  // namespace
}  // namespace okno::app
