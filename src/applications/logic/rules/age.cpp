// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/age.h"

namespace okno::applications::rules {
namespace {

constexpr int kActsInPerson = 14, kOfAge = 18;

}  // namespace

Date YearsLater(Date date, int years) {
  const Date later = date + std::chrono::years(years);
  if (later.ok()) return later;
  return later.year() / later.month() / std::chrono::last;
}

bool NeedsRepresentative(const applicants::Applicant& applicant, Date today) {
  return applicant.kind == applicants::ApplicantKind::kPerson && applicant.birth_date &&
         today < YearsLater(*applicant.birth_date, kActsInPerson);
}

bool IsAdult(const applicants::Applicant& applicant, Date today) {
  return applicant.birth_date && today >= YearsLater(*applicant.birth_date, kOfAge);
}

}  // namespace okno::applications::rules
