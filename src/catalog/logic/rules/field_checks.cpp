// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/field_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "logic/rules/day_limit.h"
#include "logic/rules/decimals.h"
#include "logic/rules/formats.h"
#include "logic/rules/letters.h"
#include "logic/rules/schema.h"
#include "text/strings.h"

namespace okno::catalog {
namespace {

using Verdict = std::optional<Fault>;
constexpr double kLargestInteger =
    9007199254740991;  // 2^53 - 1, the last one JavaScript tells apart
constexpr std::size_t kDefaultLength = 1000;

bool IsInteger(const Json& value) {
  if (!value.is_number()) return false;
  const auto number = value.get<double>();
  return std::trunc(number) == number && std::abs(number) <= kLargestInteger;
}

Verdict CheckLength(const Json& field, const std::string& text) {
  const auto length = text::Length(text);
  const auto least = field.value("minLength", std::size_t{0});
  const auto most = field.value("maxLength", kDefaultLength);
  if (length < least) return Fault{"field.too_short", std::to_string(least)};
  if (length > most) return Fault{"field.too_long", std::to_string(most)};
  return std::nullopt;
}

// Limits of a number that is kept as text.
Verdict CheckDecimal(const Json& field, const std::string& text) {
  const auto& least = Keyword(field, "x-minimum");
  if (!least.empty() && CompareDecimals(text, least) < 0) return Fault{"field.minimum", least};
  const auto& most = Keyword(field, "x-maximum");
  if (!most.empty() && CompareDecimals(text, most) > 0) return Fault{"field.maximum", most};
  return std::nullopt;
}

Verdict CheckText(const Json& field, const std::string& text) {
  if (auto fault = CheckLength(field, text)) return fault;
  const auto& pattern = Keyword(field, "pattern");
  if (!pattern.empty() && !Matches(pattern, text)) return Fault{"field.pattern", {}};
  if (const auto& format = Keyword(field, "format"); !format.empty()) {
    const auto stored = ReadFormat(format, text);
    if (!stored) return Fault{stored.refusal().code, {}};
  }
  const auto choices = field.find("enum");
  if (choices != field.end() && std::ranges::find(*choices, Json(text)) == choices->end()) {
    return Fault{"field.enum", {}};
  }
  return CheckDecimal(field, text);
}

// A limit as people read it: without ".0", money in roubles.
std::string ShowLimit(const Json& field, const Json& limit) {
  const auto number = limit.get<double>();
  return fmt::format("{}", Keyword(field, "x-widget") == "money" ? number / 100 : number);
}

Verdict CheckNumber(const Json& field, const Json& number) {
  const auto least = field.find("minimum");
  if (least != field.end() && number < *least) {
    return Fault{"field.minimum", ShowLimit(field, *least)};
  }
  const auto most = field.find("maximum");
  if (most != field.end() && number > *most) {
    return Fault{"field.maximum", ShowLimit(field, *most)};
  }
  return std::nullopt;
}

Verdict CheckLimits(const Json& field, Date day, Date today) {
  const auto earliest = ReadDayLimit(Keyword(field, "x-min-date"), today);
  if (earliest && day < *earliest) {
    const bool now = Keyword(field, "x-min-date") == "today";
    return Fault{now ? "field.date_in_past" : "field.date_too_early", FormatDateRu(*earliest)};
  }
  const auto latest = ReadDayLimit(Keyword(field, "x-max-date"), today);
  if (latest && day > *latest) {
    const bool now = Keyword(field, "x-max-date") == "today";
    return Fault{now ? "field.date_in_future" : "field.date_too_late", FormatDateRu(*latest)};
  }
  return std::nullopt;
}

// The text of the field beside this one that `keyword` names, when it is there and right; else "".
std::string Beside(const Json& field, std::string_view keyword, const Json& object_schema,
                   const Json& object) {
  const auto& name = Keyword(field, keyword);
  if (name.empty()) return {};
  const auto& text = Keyword(object, name);
  const auto& other = PropertyOf(object_schema, name);
  return !text.empty() && ReadFormat(Keyword(other, "format"), text).ok() ? text : std::string();
}

// "77 19 123456".
bool IsPassport(const std::string& text) {
  const auto parts = text::Split(text, ' ');
  return parts.size() == 3 && parts[0].size() == 2 && parts[1].size() == 2 &&
         parts[2].size() == 6 && text::DigitsOnly(text).size() == 10;
}

}  // namespace

bool IsOfPassport(const Json& field, const Json& object) {
  const auto when = field.find("x-passport-when");
  return when != field.end() && Keyword(object, Keyword(*when, "field")) == Keyword(*when, "value");
}

bool HasType(const Json& field, const Json& value) {
  const auto& type = Keyword(field, "type");
  if (type == "string") return value.is_string();
  if (type == "integer") return IsInteger(value);
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  if (type == "array") return value.is_array();
  return value.is_object();
}

std::optional<Fault> CheckAlone(const Json& field, const Json& value) {
  if (value.is_string()) return CheckText(field, value.get_ref<const std::string&>());
  if (value.is_number()) return CheckNumber(field, value);
  if (field.contains("const") && value != field.at("const")) {
    return Fault{"field.must_be_checked", {}};
  }
  return std::nullopt;
}

std::optional<Fault> CheckAmong(const Json& field, const Json& value, const Json& object_schema,
                                const Json& object, Date today) {
  if (!value.is_string()) return std::nullopt;
  const auto& text = value.get_ref<const std::string&>();
  if (Keyword(field, "format") == "date") {
    if (auto fault = CheckLimits(field, *ParseDate(text), today)) return fault;
    if (text < Beside(field, "x-not-before", object_schema, object)) {
      const auto& other = PropertyOf(object_schema, Keyword(field, "x-not-before"));
      return Fault{"field.date_order", Keyword(other, "title")};
    }
  }
  const auto bik = Beside(field, "x-bik", object_schema, object);
  if (!bik.empty() && !AccountFitsBank(text, bik)) return Fault{"bank_account.check_digits", {}};
  if (IsOfPassport(field, object) && !IsPassport(text)) return Fault{"passport_text.format", {}};
  return std::nullopt;
}

}  // namespace okno::catalog
