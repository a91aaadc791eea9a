// SPDX-License-Identifier: Apache-2.0
#include "value_field.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "documentation.h"
#include "pattern.h"

namespace okno::xsd {
namespace {

using Base = SimpleType::Base;

constexpr long long kLargestExact = 9007199254740991;  // 2^53 - 1
constexpr long long kLongestText = 4000;               // where the schema sets no limit
constexpr long long kLongestBytes = 700000;            // of base64
constexpr long long kLongestChecked = 1000;            // the matcher of patterns goes no farther

std::optional<long long> Whole(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  long long value = 0;
  const auto* first = text->data() + (text->starts_with('+') ? 1 : 0);
  const auto read = std::from_chars(first, text->data() + text->size(), value);
  return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

struct Bounds {
  std::optional<long long> least, most;
};

// Both ends in; the digits count too.
Bounds BoundsOf(const SimpleType& type) {
  Bounds bounds{Whole(type.least), Whole(type.most)};
  if (bounds.least && type.least_excluded) ++*bounds.least;
  if (bounds.most && type.most_excluded) --*bounds.most;
  if (type.total_digits && *type.total_digits <= 15) {
    long long limit = 1;
    for (int i = 0; i < *type.total_digits; ++i) limit *= 10;
    bounds.most = std::min(bounds.most.value_or(limit - 1), limit - 1);
    bounds.least = std::max(bounds.least.value_or(1 - limit), 1 - limit);
  }
  return bounds;
}

// Whether every value of a whole-number type is exact in JSON. A type without bounds is used for
// counts; what is larger than exact there is refused by the form.
bool IsExact(const SimpleType& type) {
  const auto bounds = BoundsOf(type);
  const bool low = !type.least || (bounds.least && *bounds.least >= -kLargestExact);
  const bool high = !type.most || (bounds.most && *bounds.most <= kLargestExact);
  const bool digits = !type.total_digits || *type.total_digits <= 15;
  return low && high && digits;
}

// With fraction digits 0 a decimal is a whole number.
bool IsWhole(const SimpleType& type) {
  return type.base == Base::kInteger || (type.base == Base::kDecimal && type.fraction_digits == 0);
}

Json ChoiceField(const SimpleType& type) {
  Json field{{"type", "string"}, {"enum", Json::array()}, {"x-enum-titles", Json::object()}};
  Json english = Json::object();
  std::set<std::string> seen;
  for (const auto& choice : type.choices) {
    if (!seen.insert(choice.value).second) continue;
    field["enum"].push_back(choice.value);
    field["x-enum-titles"][choice.value] =
        choice.title.empty() ? choice.value : LabelOf(choice.title).title;
    if (!choice.title_en.empty()) english[choice.value] = choice.title_en;
  }
  if (!english.empty()) field["x-enum-titles-en"] = english;
  return field;
}

Json IntegerField(const SimpleType& type) {
  Json field{{"type", "integer"}, {"x-width", "third"}};
  const auto bounds = BoundsOf(type);
  if (bounds.least) field["minimum"] = *bounds.least;
  if (bounds.most) field["maximum"] = *bounds.most;
  return field;
}

std::string Digits(const SimpleType& type) {
  const bool negative = !(type.least && !type.least->starts_with('-'));
  const std::string sign = negative ? "-?" : "";
  const auto total = std::min<long long>(type.total_digits.value_or(30), 100);
  const auto fraction = IsWhole(type) ? 0 : std::min(type.fraction_digits.value_or(total), total);
  const auto whole =
      std::max<long long>(total - (type.total_digits && type.fraction_digits ? fraction : 0), 1);
  auto pattern = "^" + sign + "\\d{1," + std::to_string(whole) + "}";
  if (fraction > 0) pattern += "(\\.\\d{1," + std::to_string(fraction) + "})?";
  return pattern + "$";
}

// The last step's patterns are the narrowest; the judge checks the others.
void AddPattern(const SimpleType& type, Json& field) {
  if (type.patterns.empty() || field.value("maxLength", kLongestText) > kLongestChecked) return;
  const auto& step = type.patterns.back();
  Pattern any{.kind = Pattern::Kind::kChoice};
  for (const auto& text : step) {
    auto pattern = ReadPattern(text);
    if (!pattern) return;
    any.parts.push_back(*std::move(pattern));
  }
  auto one = any.parts.size() == 1 ? any.parts[0] : any;
  if (const auto pattern = ToFormPattern(one)) field["pattern"] = *pattern;
}

void AddLengths(const SimpleType& type, long long otherwise, Json& field) {
  if (type.min_length && *type.min_length > 0) field["minLength"] = *type.min_length;
  const auto longest = type.max_length.value_or(otherwise);
  field["maxLength"] = longest;
  if (longest > 300 && type.max_length) field["x-widget"] = "textarea";
  if (longest <= 20) field["x-width"] = "third";
  if (longest > 20 && longest <= 60) field["x-width"] = "half";
}

Json TextField(const SimpleType& type) {
  Json field{{"type", "string"}};
  if (type.base == Base::kBase64 || type.base == Base::kHex) {
    field["maxLength"] = kLongestBytes;
    return field;
  }
  AddLengths(type, type.patterns.empty() ? kLongestText : kLongestChecked, field);
  AddPattern(type, field);
  return field;
}

Json Patterned(const char* pattern, const char* placeholder) {
  return {{"type", "string"},
          {"pattern", pattern},
          {"x-placeholder", placeholder},
          {"x-width", "third"},
          {"maxLength", 40}};
}

Json DateField(const SimpleType& type) {
  Json field{{"type", "string"}, {"format", "date"}, {"x-width", "third"}};
  if (type.least && type.least->size() == 10 && !type.least_excluded)
    field["x-min-date"] = *type.least;
  if (type.most && type.most->size() == 10 && !type.most_excluded) field["x-max-date"] = *type.most;
  return field;
}

// A limit as the format `decimal` writes it; empty when there is none or the end itself is out:
// then the judge alone knows.
std::optional<std::string> DecimalLimit(const std::optional<std::string>& text, bool excluded) {
  if (!text || excluded) return std::nullopt;
  auto limit = text->substr(text->starts_with('+') ? 1 : 0);
  if (limit.starts_with('.')) limit.insert(0, "0");
  if (limit.starts_with("-.")) limit.insert(1, "0");
  if (limit.ends_with('.')) limit.pop_back();
  const auto digits = limit.find_first_not_of("0123456789.", limit.starts_with('-') ? 1 : 0);
  return limit.size() > 100 || digits != std::string::npos ? std::nullopt : std::optional(limit);
}

Json ExactNumberField(const SimpleType& type) {
  Json field{{"type", "string"}, {"format", "decimal"}, {"x-width", "third"}, {"maxLength", 130}};
  field["pattern"] = Digits(type);
  if (!type.patterns.empty()) {
    field.erase("format");
    AddPattern(type, field);
    return field;
  }
  if (const auto least = DecimalLimit(type.least, type.least_excluded)) field["x-minimum"] = *least;
  if (const auto most = DecimalLimit(type.most, type.most_excluded)) field["x-maximum"] = *most;
  return field;
}

}  // namespace

Kept KeptAs(const SimpleType& type) {
  if (type.list) return type.choices.empty() ? Kept::kText : Kept::kChoices;
  if (!type.choices.empty() || type.any_of) return Kept::kText;
  if (type.base == Base::kBoolean) return type.patterns.empty() ? Kept::kBoolean : Kept::kText;
  if (IsWhole(type) && type.patterns.empty() && IsExact(type)) return Kept::kInteger;
  if (type.base == Base::kFloat && type.patterns.empty()) return Kept::kNumber;
  return Kept::kText;
}

Json FieldOf(const SimpleType& type) {
  switch (KeptAs(type)) {
    case Kept::kChoices:
      return {{"type", "array"}, {"items", ChoiceField(type)}};
    case Kept::kBoolean:
      return {{"type", "boolean"}, {"x-width", "third"}};
    case Kept::kInteger:
      return IntegerField(type);
    case Kept::kNumber:
      return {{"type", "number"}, {"x-width", "third"}};
    case Kept::kText:
      break;
  }
  if (type.list || type.any_of)
    return type.choices.empty() ? Json{{"type", "string"}, {"maxLength", kLongestText}}
                                : ChoiceField(type);
  if (!type.choices.empty()) return ChoiceField(type);
  if (!type.patterns.empty() && type.base != Base::kDecimal && type.base != Base::kInteger)
    return TextField(type);
  switch (type.base) {
    case Base::kDecimal:
    case Base::kInteger:
      return ExactNumberField(type);
    case Base::kDate:
      return DateField(type);
    case Base::kDateTime:
      return {{"type", "string"},
              {"format", "date_time"},
              {"x-placeholder", "23.11.2026 10:15"},
              {"x-width", "half"}};
    case Base::kTime:
      return {
          {"type", "string"}, {"format", "time"}, {"x-placeholder", "10:15"}, {"x-width", "third"}};
    case Base::kYear:
      return Patterned("^\\d{4}$", "2026");
    case Base::kYearMonth:
      return Patterned("^\\d{4}-(0[1-9]|1[0-2])$", "2026-11");
    case Base::kMonth:
      return Patterned("^--(0[1-9]|1[0-2])$", "--11");
    case Base::kDay:
      return Patterned("^---(0[1-9]|[12]\\d|3[01])$", "---23");
    case Base::kMonthDay:
      return Patterned("^--(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$", "--11-23");
    case Base::kDuration:
      return {
          {"type", "string"}, {"x-placeholder", "P1Y6M"}, {"maxLength", 100}, {"x-width", "third"}};
    default:
      return TextField(type);
  }
}

}  // namespace okno::xsd
