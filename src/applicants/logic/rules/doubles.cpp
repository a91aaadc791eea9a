// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/doubles.h"

#include "text/strings.h"

namespace okno::applicants::rules {
namespace {

bool SameName(const std::string& one, const std::string& other) {
  return text::FoldForSearch(one) == text::FoldForSearch(other);
}

}  // namespace

bool AreNamesakes(const Applicant& one, const Applicant& other) {
  return one.kind == other.kind && one.birth_date && one.birth_date == other.birth_date &&
         SameName(one.last_name, other.last_name) && SameName(one.first_name, other.first_name);
}

bool SameDocument(const Applicant& one, const Applicant& other) {
  const auto& first = one.identity_document;
  const auto& second = other.identity_document;
  if (!first || !second) return first == second;
  return first->kind == second->kind && first->series == second->series &&
         first->number == second->number && first->country == second->country;
}

}  // namespace okno::applicants::rules
