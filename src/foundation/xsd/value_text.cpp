// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "documentation.h"
#include "pattern.h"
#include "text/strings.h"
#include "value_field.h"

namespace okno::xsd {
namespace {

using Base = SimpleType::Base;

std::string Collapsed(std::string text) {
  for (auto& c : text) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  }
  std::string collapsed;
  for (const auto& word : text::Split(text, ' ')) {
    if (!word.empty()) collapsed += (collapsed.empty() ? "" : " ") + word;
  }
  return collapsed;
}

Json FromInteger(const std::string& text) {
  long long value = 0;
  const auto* first = text.data() + (text.starts_with('+') ? 1 : 0);
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(first, end, value);
  const bool exact = read.ec == std::errc() && std::abs(value) <= 9007199254740991;
  // "5.0" is a whole decimal as well.
  const auto rest = std::string_view(read.ptr, static_cast<std::size_t>(end - read.ptr));
  const bool whole =
      rest.empty() || (rest[0] == '.' && rest.find_first_not_of('0', 1) == std::string_view::npos);
  return exact && whole && first != end ? Json(value) : Json(text);
}

// As the format `decimal` keeps it: digits on both sides of the point, no plus.
std::string Decimal(std::string text) {
  if (text.starts_with('+')) text.erase(0, 1);
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  if (text.size() > sign && text[sign] == '.') text.insert(sign, "0");
  if (text.ends_with('.')) text.pop_back();
  return text;
}

Json AsNumber(const std::string& text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole =
      read.ec == std::errc() && read.ptr == text.data() + text.size() && std::isfinite(value);
  return whole ? Json(value) : Json(text);
}

std::string Repeated(const std::string& words, long long least, long long most) {
  std::string text = words;
  while (static_cast<long long>(text::Length(text)) < least) text += " " + words;
  const auto longest = std::max(least, std::min<long long>(most, std::max<long long>(least, 60)));
  std::string cut;
  long long count = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) >> 6) != 2 && ++count > longest) break;
    cut += c;
  }
  while (cut.ends_with(' ')) cut.back() = '.';
  return cut;
}

std::string SampleNumber(const SimpleType& type) {
  const auto fraction = type.base == Base::kInteger ? 0 : type.fraction_digits.value_or(2);
  const auto total = type.total_digits.value_or(10);
  std::string number = "1";
  if (type.least && !type.least_excluded) number = *type.least;
  if (type.least && type.least_excluded)
    number = std::to_string(std::atoll(type.least->c_str()) + 1);
  if (!type.least && type.most && type.most->starts_with('-')) {
    number = type.most_excluded ? std::to_string(std::atoll(type.most->c_str()) - 1) : *type.most;
  }
  const bool room = total > fraction && !type.most;
  if (number == "0" && (!type.most || std::atoll(type.most->c_str()) >= 1)) number = "1";
  if (room && fraction > 0 && number.find('.') == std::string::npos)
    number += fraction == 1 ? ".5" : ".50";
  return number;
}

std::string SampleOfPattern(const SimpleType& type) {
  const auto pattern = ReadPattern(type.patterns.back().front());
  if (!pattern) return "?";
  return Example(*pattern, static_cast<std::size_t>(type.min_length.value_or(0)));
}

}  // namespace

std::string ToLexical(const SimpleType&, const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (value.is_array()) {
    std::string text;
    for (const auto& item : value) {
      text +=
          (text.empty() ? "" : " ") + (item.is_string() ? item.get<std::string>() : item.dump());
    }
    return text;
  }
  if (value.is_number_integer()) return std::to_string(value.get<long long>());
  if (!value.is_number()) return value.is_null() ? "" : value.dump();
  const auto number = value.get<double>();
  return std::trunc(number) == number && std::abs(number) < 1e15 ? fmt::format("{:.0f}", number)
                                                                 : fmt::format("{}", number);
}

Json FromLexical(const SimpleType& type, const std::string& raw) {
  const auto text = type.collapsed ? Collapsed(raw) : raw;
  switch (KeptAs(type)) {
    case Kept::kChoices: {
      auto values = Json::array();
      for (const auto& word : text::Split(text, ' ')) {
        if (!word.empty()) values.push_back(word);
      }
      return values;
    }
    case Kept::kBoolean:
      if (text == "true" || text == "1") return true;
      return text == "false" || text == "0" ? Json(false) : Json(text);
    case Kept::kInteger:
      return FromInteger(text);
    case Kept::kNumber:
      return AsNumber(text);
    case Kept::kText:
      break;
  }
  if (type.list || type.any_of || !type.choices.empty() || !type.patterns.empty()) return text;
  // A day's time zone says nothing to the form.
  if (type.base == Base::kDate && text.size() > 10) return text.substr(0, 10);
  if (type.base == Base::kDecimal || type.base == Base::kInteger) return Decimal(text);
  return text;
}

std::string SampleText(const SimpleType& type, const std::string& label) {
  if (!type.choices.empty()) return type.choices.front().value;
  if (!type.patterns.empty()) return SampleOfPattern(type);
  switch (type.base) {
    case Base::kBoolean:
      return "true";
    case Base::kInteger:
    case Base::kDecimal:
      return SampleNumber(type);
    case Base::kFloat:
      return "1.5";
    case Base::kDate:
      return type.least ? *type.least : type.most ? *type.most : "2024-03-15";
    case Base::kDateTime:
      return type.least ? *type.least : type.most ? *type.most : "2024-03-15T10:30:00";
    case Base::kTime:
      return "10:30:00";
    case Base::kYear:
      return type.least ? *type.least : type.most ? *type.most : "2024";
    case Base::kYearMonth:
      return "2024-03";
    case Base::kMonth:
      return "--03";
    case Base::kDay:
      return "---15";
    case Base::kMonthDay:
      return "--03-15";
    case Base::kDuration:
      return "P1D";
    case Base::kBase64:
      return "0J7QutC90L4=";
    case Base::kHex:
      return "0A0B";
    case Base::kUri:
      return "urn:okno:example";
    case Base::kQName:
      return "name";
    case Base::kId:
      return "ID-1";
    case Base::kName:
      return "name";
    case Base::kLanguage:
      return "ru";
    case Base::kText:
      break;
  }
  const auto words = label.empty() ? std::string("Образец") : label;
  return Repeated(words, type.min_length.value_or(0), type.max_length.value_or(60));
}

}  // namespace okno::xsd
