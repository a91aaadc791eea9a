// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "applicants/applicant.h"

// Identity documents outside a card: of representatives, of people named in forms.
namespace okno::applicants {

// Parses one and judges it by the holder's birth date and today. Wrong fields are added to `errors` with pointers below
// `pointer`.
IdentityDocument ParseIdentityDocument(const Json& input, const std::string& pointer,
                                       std::optional<Date> birth_date, Date today,
                                       std::vector<FieldError>& errors);

// A certificate of birth says who somebody is until they are 14 and ninety days more, in which the passport is issued
// (Положение о паспорте, ПП РФ от 23.12.2023 № 2267). Gives "document.birth_certificate_after_14" or "". Whose date of
// birth nobody knows acts for others and counts as grown.
std::string JudgeAge(const IdentityDocument& document, std::optional<Date> birth_date, Date today);

Json ToJson(const IdentityDocument& document);
IdentityDocument DocumentFromJson(const Json& json);  // of stored data; throws on broken ones

// «паспорт 4508 123456, дата выдачи 01.04.2025, ОВД района Заречье, код подразделения 770-001»: for paper and for the agency.
std::string Describe(const IdentityDocument& document);

}  // namespace okno::applicants
