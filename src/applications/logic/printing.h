// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "logic/print_data.h"

namespace okno::applications {

// The PDF of a form; takes milliseconds of a core, so never inside a transaction.
std::string RenderForm(const Services& services, const Case& subject, const PrintPlace& place,
                       PrintForm form);

}  // namespace okno::applications
