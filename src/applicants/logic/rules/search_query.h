// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "applicants/applicant.h"

namespace okno::applicants::rules {

// What is stored for the search: " иванова анна петровна 4508123456 79123456789 11223344595
// d19800312".
std::string SearchKeys(const Applicant& applicant);

// The LIKE patterns that must all match the keys; empty when nothing searchable was typed. Words
// and digits of one or two characters match only the beginning of a key, because a shorter infix
// has no trigram to look up.
std::vector<std::string> SearchPatterns(std::string_view typed);

}  // namespace okno::applicants::rules
