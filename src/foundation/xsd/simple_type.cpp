// SPDX-License-Identifier: Apache-2.0
#include "simple_type.h"

#include <charconv>
#include <map>

#include "documentation.h"
#include "text/strings.h"

namespace okno::xsd {
namespace {

using Base = SimpleType::Base;

struct BuiltIn {
  Base base;
  const char* least = nullptr;
  const char* most = nullptr;
};

const BuiltIn* FindBuiltIn(const std::string& name) {
  static const std::map<std::string, BuiltIn> all{
      {"boolean", {Base::kBoolean}},
      {"decimal", {Base::kDecimal}},
      {"float", {Base::kFloat}},
      {"double", {Base::kFloat}},
      {"integer", {Base::kInteger}},
      {"nonPositiveInteger", {Base::kInteger, nullptr, "0"}},
      {"negativeInteger", {Base::kInteger, nullptr, "-1"}},
      {"nonNegativeInteger", {Base::kInteger, "0"}},
      {"positiveInteger", {Base::kInteger, "1"}},
      {"long", {Base::kInteger, "-9223372036854775808", "9223372036854775807"}},
      {"int", {Base::kInteger, "-2147483648", "2147483647"}},
      {"short", {Base::kInteger, "-32768", "32767"}},
      {"byte", {Base::kInteger, "-128", "127"}},
      {"unsignedLong", {Base::kInteger, "0", "18446744073709551615"}},
      {"unsignedInt", {Base::kInteger, "0", "4294967295"}},
      {"unsignedShort", {Base::kInteger, "0", "65535"}},
      {"unsignedByte", {Base::kInteger, "0", "255"}},
      {"date", {Base::kDate}},
      {"dateTime", {Base::kDateTime}},
      {"time", {Base::kTime}},
      {"gYear", {Base::kYear}},
      {"gYearMonth", {Base::kYearMonth}},
      {"gMonth", {Base::kMonth}},
      {"gDay", {Base::kDay}},
      {"gMonthDay", {Base::kMonthDay}},
      {"duration", {Base::kDuration}},
      {"base64Binary", {Base::kBase64}},
      {"hexBinary", {Base::kHex}},
      {"anyURI", {Base::kUri}},
      {"QName", {Base::kQName}},
      {"NOTATION", {Base::kQName}},
      {"ID", {Base::kId}},
      {"IDREF", {Base::kName}},
      {"ENTITY", {Base::kName}},
      {"Name", {Base::kName}},
      {"NCName", {Base::kName}},
      {"NMTOKEN", {Base::kName}},
      {"language", {Base::kLanguage}},
  };
  const auto found = all.find(name);
  return found == all.end() ? nullptr : &found->second;
}

SimpleType MakeBuiltIn(const std::string& name) {
  SimpleType type;
  type.collapsed = name != "string" && name != "normalizedString" && name != "anySimpleType";
  if (name == "NMTOKENS" || name == "IDREFS" || name == "ENTITIES") {
    type.list = true;
    type.base = Base::kName;
  } else if (const auto* known = FindBuiltIn(name)) {
    type.base = known->base;
    if (known->least != nullptr) type.least = known->least;
    if (known->most != nullptr) type.most = known->most;
  }
  return type;
}

std::optional<long long> Number(const std::string& text) {
  long long value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

SimpleType Derived(const Components& components, const Item& simple_type);

SimpleType MakeList(const Components& components, const Item& list) {
  auto type =
      list.attribute("itemType").empty()
          ? Derived(components, list.child("simpleType"))
          : SimpleTypeNamed(components, components.Resolve(list, list.attribute("itemType")));
  const auto choices = std::move(type.choices);
  const auto base = type.base;
  type = {.base = base, .list = true, .collapsed = true, .choices = choices};
  return type;
}

// Enumerations stay what they are together; anything else is known to the judge only.
SimpleType MakeUnion(const Components& components, const Item& item) {
  std::vector<SimpleType> members;
  for (const auto& name : text::Split(item.attribute("memberTypes"), ' ')) {
    if (!name.empty())
      members.push_back(SimpleTypeNamed(components, components.Resolve(item, name)));
  }
  for (const auto& child : item.children()) {
    if (child.Is("simpleType")) members.push_back(Derived(components, child));
  }
  SimpleType type{.any_of = true};
  for (const auto& member : members) {
    type.choices.insert(type.choices.end(), member.choices.begin(), member.choices.end());
    if (!member.choices.empty() && !member.list) continue;
    type = members.front();  // for an example of it
    type.any_of = true;
    type.choices.clear();
    return type;
  }
  return type;
}

SimpleType Derived(const Components& components, const Item& simple_type) {
  if (const auto list = simple_type.child("list")) return MakeList(components, list);
  if (const auto any = simple_type.child("union")) return MakeUnion(components, any);
  const auto restriction = simple_type.child("restriction");
  if (!restriction) return {};
  const auto base = restriction.attribute("base");
  auto type = base.empty() ? Derived(components, restriction.child("simpleType"))
                           : SimpleTypeNamed(components, components.Resolve(restriction, base));
  Restrict(restriction, type);
  return type;
}

void SetLimit(const Item& facet, std::optional<std::string>& limit, bool& excluded,
              bool exclusive) {
  limit = facet.attribute("value");
  excluded = exclusive;
}

void AddFacet(const Item& facet, SimpleType& type) {
  const auto value = facet.attribute("value");
  if (facet.Is("length")) type.min_length = type.max_length = Number(value);
  if (facet.Is("minLength")) type.min_length = Number(value);
  if (facet.Is("maxLength")) type.max_length = Number(value);
  if (facet.Is("totalDigits")) type.total_digits = Number(value);
  if (facet.Is("fractionDigits")) type.fraction_digits = Number(value);
  if (facet.Is("minInclusive")) SetLimit(facet, type.least, type.least_excluded, false);
  if (facet.Is("minExclusive")) SetLimit(facet, type.least, type.least_excluded, true);
  if (facet.Is("maxInclusive")) SetLimit(facet, type.most, type.most_excluded, false);
  if (facet.Is("maxExclusive")) SetLimit(facet, type.most, type.most_excluded, true);
  if (facet.Is("whiteSpace")) type.collapsed = value == "collapse";
}

}  // namespace

void Restrict(const Item& restriction, SimpleType& type) {
  std::vector<SimpleType::Choice> choices;
  std::vector<std::string> patterns;
  for (const auto& facet : restriction.children()) {
    if (facet.Is("enumeration")) {
      const auto words = DocumentationOf(facet);
      choices.push_back({facet.attribute("value"), words.russian, words.english});
    } else if (facet.Is("pattern")) {
      patterns.push_back(facet.attribute("value"));
    } else {
      AddFacet(facet, type);
    }
  }
  // A step that narrows an enumeration often leaves the words to the step before.
  for (auto& choice : choices) {
    for (const auto& known : type.choices) {
      if (choice.title.empty() && known.value == choice.value) choice = known;
    }
  }
  if (!choices.empty()) type.choices = std::move(choices);
  if (!patterns.empty()) type.patterns.push_back(std::move(patterns));
}

SimpleType SimpleTypeNamed(const Components& components, const Name& name) {
  if (name.uri == kXsd) return MakeBuiltIn(name.local);
  const auto* item = components.Find(Kind::kType, name);
  return item != nullptr && item->Is("simpleType") ? Derived(components, *item) : SimpleType{};
}

SimpleType SimpleTypeOf(const Components& components, const Item& item) {
  if (item.Is("simpleType")) return Derived(components, item);
  if (const auto type = item.attribute("type"); !type.empty()) {
    return SimpleTypeNamed(components, components.Resolve(item, type));
  }
  const auto inner = item.child("simpleType");
  return inner ? Derived(components, inner) : SimpleType{};
}

}  // namespace okno::xsd
