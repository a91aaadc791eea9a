// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "access/directory.h"
#include "applications/use_cases.h"

namespace okno::applications {

// The PDF of a form; takes milliseconds of a core, so never inside a transaction.
std::string RenderForm(const Services& services, const Case& subject,
                       const access::Organization& center, PrintForm form,
                       const std::string& operator_name);

}  // namespace okno::applications
