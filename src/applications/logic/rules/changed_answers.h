// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "applications/application.h"
#include "catalog/service.h"

namespace okno::applications::rules {

// What differs between two states of a case's answers, for its history: the titles of the form's
// fields in their order, then the rest, divided by semicolons; `known` was named before and comes
// first. "" when nothing differs.
std::string ChangedAnswers(const catalog::Service& service, const Application& before,
                           const Application& after, const std::string& known);

}  // namespace okno::applications::rules
