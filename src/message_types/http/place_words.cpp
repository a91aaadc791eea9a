// SPDX-License-Identifier: Apache-2.0
#include "http/place_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace okno::message_types {
namespace {

using text::Language;

// Digits at the beginning, taken off.
std::string TakeNumber(std::string_view& rest) {
  const auto end = std::min(rest.find_first_not_of("0123456789"), rest.size());
  const std::string number(rest.substr(0, end));
  rest.remove_prefix(end);
  return number;
}

bool Take(std::string_view& rest, std::string_view prefix) {
  if (!rest.starts_with(prefix)) return false;
  rest.remove_prefix(prefix.size());
  return true;
}

// "complexType: The type definition …": a component and a sentence of the judge about it.
std::string WithJudge(std::string_view what, Language language) {
  const auto colon = what.find(": ");
  const bool sentence = colon != std::string_view::npos && what[0] >= 'a' && what[0] <= 'z' &&
                        what.substr(0, colon).find(' ') == std::string_view::npos;
  if (!sentence) return std::string(what);
  auto said = what.substr(colon + 2);
  while (said.ends_with('.') || said.ends_with(' ')) said.remove_suffix(1);
  const auto* pattern =
      language == Language::kEnglish ? "{} (libxml2 says: {})" : "{} (сообщение libxml2: {})";
  return fmt::format(fmt::runtime(pattern), what.substr(0, colon), said);
}

}  // namespace

std::string PlaceInWords(std::string_view detail, Language language) {
  const auto colon = detail.find(':');
  const auto file = detail.substr(0, colon);
  if (colon == std::string_view::npos || file.find(' ') != std::string_view::npos) {
    return std::string(detail);
  }
  auto rest = detail.substr(colon + 1);
  const auto line = TakeNumber(rest);
  if (line.empty()) return std::string(detail);
  const auto column = Take(rest, ":") ? TakeNumber(rest) : std::string();
  const bool english = language == Language::kEnglish;
  auto words =
      fmt::format(fmt::runtime(english ? "file {}, line {}" : "файл {}, строка {}"), file, line);
  if (!column.empty()) {
    words += fmt::format(fmt::runtime(english ? ", column {}" : ", столбец {}"), column);
  }
  if (Take(rest, ": ") || Take(rest, " ")) words += ": " + WithJudge(rest, language);
  return words;
}

}  // namespace okno::message_types
