// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "access/directory.h"
#include "base/result.h"

namespace okno::access::rules {

// What is wrong with an employee of an organization of this kind; empty = nothing.
std::vector<FieldError> JudgeEmployee(const Employee& draft, OrganizationKind kind);

}  // namespace okno::access::rules
