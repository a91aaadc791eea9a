// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "applicants/applicant.h"

namespace okno::applicants::rules {

// Parses one identity document and judges it by the holder's birth date and today. Wrong fields are
// added to `errors` with pointers below `pointer`.
IdentityDocument ParseIdentityDocument(const Json& input, const std::string& pointer,
                                       std::optional<Date> birth_date, Date today,
                                       std::vector<FieldError>& errors);

// What is wrong with a passport of the RF issued on `issue_date`: "" or a code. It is issued from
// 14 and is replaced at 20 and at 45; the old one holds for 90 more days (Положение о паспорте, ПП
// № 828, п. 7 and 15).
std::string JudgePassport(Date birth_date, Date issue_date, Date today);

// «паспорт», «свидетельство о рождении»…; the code itself for an unknown kind.
std::string KindTitle(const std::string& kind);

Json ToJson(const IdentityDocument& document);
IdentityDocument DocumentFromJson(const Json& json);  // of a stored card; throws on a broken one

}  // namespace okno::applicants::rules
