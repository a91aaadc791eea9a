// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/about_whom.h"

#include <algorithm>
#include <array>

#include "text/strings.h"

namespace okno::inquiries::rules {
namespace {

constexpr std::array<std::string_view, 6> kOfPerson = {"/last_name", "/first_name", "/birth_date",
                                                       "/snils",     "/inn",        "/ogrn"};
constexpr std::array<std::string_view, 2> kOfDocument = {"/identity_document/series",
                                                         "/identity_document/number"};

std::string TextAt(const Json& tree, const std::string& pointer) {
  const Json::json_pointer at(pointer);
  if (!tree.contains(at) || !tree.at(at).is_string()) return {};
  return text::FoldForSearch(text::Trim(tree.at(at).get_ref<const std::string&>()));
}

// "123-456-789 00" and "12345678900" are one СНИЛС; names and dates have no digits to spare.
bool AreSame(const std::string& one, const std::string& other) {
  if (one == other) return true;
  const auto digits = text::DigitsOnly(one);
  return digits.size() > 8 && digits == text::DigitsOnly(other);
}

bool Contains(const auto& list, const std::string& member) {
  return std::ranges::find(list, member) != list.end();
}

// "Е. " of "Елена": the first letter, whatever its length in bytes.
std::string Initial(const std::string& name) {
  std::size_t end = 1;
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
  return name.empty() ? std::string() : " " + name.substr(0, end) + ".";
}

// Of the names as they were typed.
std::string ShortName(const Json& form, const std::map<std::string, std::string>& members) {
  const auto typed = [&](std::string_view member) {
    for (const auto& [field, of] : members) {
      const Json::json_pointer at(field);
      if (of != member || !form.contains(at) || !form.at(at).is_string()) continue;
      return text::Trim(form.at(at).get_ref<const std::string&>());
    }
    return std::string();
  };
  const auto family = typed("/last_name");
  if (family.empty()) return "другое лицо";
  return family + Initial(typed("/first_name")) + Initial(typed("/middle_name"));
}

}  // namespace

std::string OtherPerson(const Json& form, const std::map<std::string, std::string>& members,
                        const Json& card) {
  const bool names = std::ranges::any_of(
      members, [](const auto& member) { return member.second == "/last_name"; });
  for (const auto& [field, member] : members) {
    if (!Contains(kOfPerson, member) && (names || !Contains(kOfDocument, member))) continue;
    const auto typed = TextAt(form, field);
    if (!typed.empty() && !AreSame(typed, TextAt(card, member))) return ShortName(form, members);
  }
  return {};
}

}  // namespace okno::inquiries::rules
