// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/directory.h"
#include "applications/use_cases.h"

namespace okno::applications {

// The values of the print templates; their shape is written down in README.md.
Json PrintData(const text::Catalog& texts, const Case& subject, const access::Organization& center,
               const std::string& operator_name);

}  // namespace okno::applications
