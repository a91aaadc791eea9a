// SPDX-License-Identifier: Apache-2.0
#include "testbed/texts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string_view>

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
      R"re(|\{\s*"/[^"]*",\s*|\bFail\([^,()]+,\s*|push_back\(\{[^,{}"]+,\s*|FieldError\{[^,{}]+,\s*)$)re");
  return pattern;
}

// A rule returns the code alone, whoever asks makes a refusal of it.
const std::regex& RulePattern() {
  static const std::regex pattern(R"re(\breturn\s+$)re");
  return pattern;
}

// "applications.not_found", as it begins at `text`; empty when it is no code.
std::string_view CodeAt(std::string_view text) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789_.";
  const auto end = text.find_first_not_of(kLetters, 1);
  if (end == std::string_view::npos || text[end] != '"') return {};
  const auto code = text.substr(1, end - 1);
  const auto dot = code.find('.');
  const bool is_code = dot != std::string_view::npos && dot > 0 && code.back() != '.' &&
                       code.find("..") == std::string_view::npos &&
                       code.substr(0, dot).find_first_of("0123456789") == std::string_view::npos;
  return is_code ? code : std::string_view();
}

// What stands before each code says whether it is a refusal's. A pattern over the whole source
// would take seconds.
void Collect(const fs::path& path, CodesWithPlaces& codes) {
  constexpr std::size_t kBefore = 200;
  const std::string text = ReadFile(path);
  const bool rules = path.string().find("/rules/") != std::string::npos;
  for (auto at = text.find('"'); at != std::string::npos; at = text.find('"', at + 1)) {
    const auto code = CodeAt(std::string_view(text).substr(at));
    if (code.empty()) continue;
    const auto before = text.substr(at - std::min(at, kBefore), std::min(at, kBefore));
    if (std::regex_search(before, CodePattern()) ||
        (rules && std::regex_search(before, RulePattern())))
      codes.emplace(code, path.string());
  }
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
