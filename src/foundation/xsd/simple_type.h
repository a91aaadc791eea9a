// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "components.h"

namespace okno::xsd {

// What a text may be, all steps of derivation together.
struct SimpleType {
  enum class Base {
    kText,
    kBoolean,
    kInteger,
    kDecimal,
    kFloat,
    kDate,
    kDateTime,
    kTime,
    kYear,
    kYearMonth,
    kMonth,
    kDay,
    kMonthDay,
    kDuration,
    kBase64,
    kHex,
    kUri,
    kQName,
    kId,
    kName,
    kLanguage
  };
  struct Choice {
    std::string value, title, title_en;
  };
  Base base = Base::kText;
  bool list = false;       // white space between values of this type
  bool any_of = false;     // a union: only the judge knows what fits
  bool collapsed = false;  // white space around and within does not count
  std::vector<Choice> choices;
  // Every step's patterns must hold, of one step any.
  std::vector<std::vector<std::string>> patterns;
  std::optional<long long> min_length, max_length;  // of a list: values
  std::optional<long long> total_digits, fraction_digits;
  std::optional<std::string> least, most;
  bool least_excluded = false, most_excluded = false;
};

// `item` is an element or attribute (by its attribute type or the simpleType in it), or a
// simpleType.
SimpleType SimpleTypeOf(const Components& components, const Item& item);
SimpleType SimpleTypeNamed(const Components& components, const Name& name);
// Lays a restriction's facets over its base.
void Restrict(const Item& restriction, SimpleType& type);

}  // namespace okno::xsd
