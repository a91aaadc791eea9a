// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "applicants/applicant.h"

namespace okno::applicants::rules {

std::string_view Word(ApplicantKind kind);  // "person", "entrepreneur", "legal_entity"
std::optional<ApplicantKind> KindFromWord(std::string_view word);

}  // namespace okno::applicants::rules
