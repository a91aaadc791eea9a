// SPDX-License-Identifier: Apache-2.0
#include "judgement.h"

#include <string_view>

#include "text/strings.h"

namespace okno::xsd {
namespace {

struct Facet {
  std::string_view name, code;
  bool with_limit = false;
};
constexpr Facet kFacets[] = {
    {"pattern", "field.pattern"},
    {"enumeration", "field.enum"},
    {"length", "xsd.length", true},
    {"minLength", "field.too_short", true},
    {"maxLength", "field.too_long", true},
    {"minInclusive", "field.minimum", true},
    {"maxInclusive", "field.maximum", true},
    {"minExclusive", "xsd.more_than", true},
    {"maxExclusive", "xsd.less_than", true},
    {"totalDigits", "xsd.digits", true},
    {"fractionDigits", "xsd.fraction_digits", true},
};

std::string Between(const std::string& text, std::string_view mark, char end) {
  const auto found = text.find(mark);
  if (found == std::string::npos) return "";
  const auto begin = found + mark.size();
  return text.substr(begin, text.find(end, begin) - begin);
}

// The limit is the last thing in quotes; the value, if it is told, stands before it.
std::string LastQuoted(const std::string& text) {
  const auto end = text.rfind('\'');
  if (end == std::string::npos || end == 0) return "";
  const auto begin = text.rfind('\'', end - 1);
  return begin == std::string::npos ? "" : text.substr(begin + 1, end - begin - 1);
}

// "( {urn:a}Name, {urn:a}Code )" -> "Name, Code"
std::string ExpectedNames(const std::string& text) {
  std::string names;
  for (const auto& each : text::Split(Between(text, " ( ", ')'), ',')) {
    auto name = text::Trim(each);
    if (const auto brace = name.rfind('}'); brace != std::string::npos) name.erase(0, brace + 1);
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

bool Says(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

FieldError Judgement(std::string pointer, const std::string& said) {
  const auto facet_name = Between(said, "[facet '", '\'');
  for (const auto& facet : kFacets) {
    if (facet.name != facet_name) continue;
    return {std::move(pointer), std::string(facet.code), facet.with_limit ? LastQuoted(said) : ""};
  }
  if (Says(said, "Expected is")) return {std::move(pointer), "xsd.content", ExpectedNames(said)};
  if (Says(said, "is required but missing")) return {std::move(pointer), "field.required", ""};
  if (Says(said, "is not a valid value of")) return {std::move(pointer), "field.type", ""};
  return {std::move(pointer), "xsd.value", ""};
}

}  // namespace okno::xsd
