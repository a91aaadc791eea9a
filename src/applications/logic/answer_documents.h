// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "applications/use_cases.h"

// The documents with which the agency has answered, as people call them.
namespace okno::applications {

// Whether the agency has answered with it: what is handed over to the recipient.
bool IsAnswer(const documents::Document& document);

// The title the agency gave, else what it must be: «Решение о предоставлении услуги № 26-000012 от
// 26.11.2026». A file name stands only for one of several documents without titles.
std::string AnswerTitle(const Case& subject, const documents::Document& document);

// Whether a browser shows it in a tab of its own without running anything in it.
bool IsPrintable(const documents::Document& document);

}  // namespace okno::applications
