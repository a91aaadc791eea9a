// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/about_whom.h"

#include <algorithm>
#include <array>

#include "text/strings.h"

namespace okno::inquiries::rules {
namespace {

constexpr std::array<std::string_view, 6> kOfPerson = {"/last_name", "/first_name", "/birth_date",
                                                       "/snils",     "/inn",        "/ogrn"};
constexpr std::array<std::string_view, 4> kIdentifying = {"/snils", "/inn", "/ogrn",
                                                          "/identity_document/number"};
constexpr std::array<std::string_view, 5> kAsked = {"/last_name", "/first_name", "/middle_name",
                                                    "/birth_date", "/snils"};
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

// Whether the form asks for a name: a document tells nobody then, it may be an earlier one.
bool NamesSomebody(const std::map<std::string, std::string>& members) {
  return std::ranges::any_of(members,
                             [](const auto& member) { return member.second == "/last_name"; });
}

// "Е. " of "Елена": the first letter, whatever its length in bytes.
std::string Initial(const std::string& name) {
  std::size_t end = 1;
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
  return name.empty() ? std::string() : " " + name.substr(0, end) + ".";
}

// The text typed for a member of the card, trimmed; "" when none is.
std::string Typed(const Json& form, const std::map<std::string, std::string>& members,
                  std::string_view member) {
  for (const auto& [field, of] : members) {
    const Json::json_pointer at(field);
    if (of != member || !form.contains(at) || !form.at(at).is_string()) continue;
    return text::Trim(form.at(at).get_ref<const std::string&>());
  }
  return {};
}

}  // namespace

std::string OtherPerson(const Json& form, const std::map<std::string, std::string>& members,
                        const Json& card) {
  const bool names = NamesSomebody(members);
  for (const auto& [field, member] : members) {
    if (!Contains(kOfPerson, member) && (names || !Contains(kOfDocument, member))) continue;
    const auto typed = TextAt(form, field);
    if (typed.empty() || AreSame(typed, TextAt(card, member))) continue;
    const auto name = TypedName(form, members);
    return name.empty() ? "другое лицо" : name;
  }
  return {};
}

bool IsAboutOwner(const Json& form, const std::map<std::string, std::string>& members,
                  const Json& card) {
  const bool names = NamesSomebody(members);
  std::vector<std::string> same;
  for (const auto& [field, member] : members) {
    const bool tells = Contains(kOfPerson, member) || (!names && Contains(kOfDocument, member));
    if (!tells && !Contains(kOfDocument, member)) continue;
    const auto typed = TextAt(form, field);
    const auto own = TextAt(card, member);
    if (typed.empty() || own.empty()) continue;
    if (AreSame(typed, own)) {
      same.push_back(member);
    } else if (tells) {
      return false;
    }
  }
  return std::ranges::any_of(same, [](const auto& one) { return Contains(kIdentifying, one); }) ||
         (Contains(same, "/last_name") && Contains(same, "/birth_date"));
}

Json AskedIn(const Json& form, const std::map<std::string, std::string>& members) {
  Json asked = Json::object();
  for (const auto member : kAsked) {
    auto typed = Typed(form, members, member);
    if (!typed.empty()) asked[std::string(member.substr(1))] = std::move(typed);
  }
  return asked;
}

std::string TypedName(const Json& form, const std::map<std::string, std::string>& members) {
  const auto family = Typed(form, members, "/last_name");
  if (family.empty()) return {};
  return family + Initial(Typed(form, members, "/first_name")) +
         Initial(Typed(form, members, "/middle_name"));
}

}  // namespace okno::inquiries::rules
