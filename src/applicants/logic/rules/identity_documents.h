// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "applicants/identity_document.h"

namespace okno::applicants::rules {

// What is wrong with a passport of the RF issued on `issue_date`: "" or a code. It is issued from
// 14 and is replaced at 20 and at 45; the old one holds for 90 more days (Положение о паспорте,
// утв. ПП РФ от 23.12.2023 № 2267).
std::string JudgePassport(Date birth_date, Date issue_date, Date today);

// Whether the code is one of `WhyOverdue` (applicants/overdue.h): the document was good once.
bool SaysOverdue(std::string_view code);

// «паспорт», «свидетельство о рождении»…; the code itself for an unknown kind.
std::string KindTitle(const std::string& kind);

}  // namespace okno::applicants::rules
