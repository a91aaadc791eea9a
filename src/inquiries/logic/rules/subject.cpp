// SPDX-License-Identifier: Apache-2.0
#include "inquiries/subject.h"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>

#include "text/strings.h"

namespace okno::inquiries {
namespace {

std::string Member(const Json& card, const char* name) {
  const auto found = card.find(name);
  return found == card.end() || !found->is_string() ? std::string()
                                                    : text::Trim(found->get<std::string>());
}

// "калинин|петр|2019-03-02"; "" when a part is missing.
std::string Identity(const Json& card) {
  std::string identity;
  for (const auto* name : {"last_name", "first_name", "birth_date"}) {
    const auto part = text::FoldForSearch(Member(card, name));
    if (part.empty()) return {};
    identity += (identity.empty() ? "" : "|") + part;
  }
  return identity;
}

// FNV-1a, 64 bits.
std::uint64_t Hash(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3U;
  }
  return hash;
}

}  // namespace

std::string PersonKey(const Json& card) {
  const auto identity = Identity(card);
  return identity.empty() ? identity : fmt::format("{:016x}", Hash(identity));
}

bool AsksAbout(const Json& asked, const Json& card) {
  const auto identity = Identity(asked);
  if (identity.empty() || identity != Identity(card)) return false;
  const auto typed = text::DigitsOnly(Member(asked, "snils"));
  const auto known = text::DigitsOnly(Member(card, "snils"));
  return typed.empty() || known.empty() || typed == known;
}

std::string PersonName(const Json& card) {
  std::string full;
  for (const auto* name : {"last_name", "first_name", "middle_name"}) {
    const auto part = Member(card, name);
    if (!part.empty()) full += (full.empty() ? "" : " ") + part;
  }
  return full;
}

std::string PersonBirthDate(const Json& card) { return Member(card, "birth_date"); }

}  // namespace okno::inquiries
