// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "applicants/identity_document.h"

namespace okno::applicants::rules {

// What is wrong with a passport of the RF issued on `issue_date`: "" or a code. It is issued from
// 14 and is replaced at 20 and at 45; the old one holds for 90 more days (Положение о паспорте, ПП
// № 828, п. 7 and 15).
std::string JudgePassport(Date birth_date, Date issue_date, Date today);

// «паспорт», «свидетельство о рождении»…; the code itself for an unknown kind.
std::string KindTitle(const std::string& kind);

}  // namespace okno::applicants::rules
