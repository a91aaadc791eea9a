// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/kinds.h"

namespace okno::applicants::rules {

std::string_view Word(ApplicantKind kind) {
  switch (kind) {
    case ApplicantKind::kPerson:
      return "person";
    case ApplicantKind::kEntrepreneur:
      return "entrepreneur";
    case ApplicantKind::kLegalEntity:
      break;
  }
  return "legal_entity";
}

std::optional<ApplicantKind> KindFromWord(std::string_view word) {
  for (auto kind :
       {ApplicantKind::kPerson, ApplicantKind::kEntrepreneur, ApplicantKind::kLegalEntity}) {
    if (Word(kind) == word) return kind;
  }
  return std::nullopt;
}

}  // namespace okno::applicants::rules
