// SPDX-License-Identifier: Apache-2.0
#include "applicants/card_members.h"

#include <algorithm>
#include <array>

namespace okno::applicants {
namespace {

constexpr std::array<std::string_view, 6> kOfAll = {
    "kind", "inn", "registration_address", "residence_address", "phone", "email"};
constexpr std::array<std::string_view, 10> kOfPeople = {
    "last_name", "first_name",  "middle_name", "birth_date",        "birth_place",
    "sex",       "citizenship", "snils",       "identity_document", "other_documents"};
constexpr std::array<std::string_view, 5> kOfEntities = {"full_name", "short_name", "head_name",
                                                         "head_position", "kpp"};

template <typename Words>
bool Has(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

bool HasMember(ApplicantKind kind, std::string_view member) {
  const auto top = member.substr(0, member.find_first_of("./"));
  if (top == "ogrn") return kind != ApplicantKind::kPerson;
  const bool entity = kind == ApplicantKind::kLegalEntity;
  return Has(kOfAll, top) || (entity ? Has(kOfEntities, top) : Has(kOfPeople, top));
}

}  // namespace okno::applicants
