// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "db/pool.h"

namespace okno::app::demo {

// Throws, for a person to read, when `listen` lets other computers in and an account of the demo
// still has the password that everybody knows.
void RefuseExposure(db::Pool& db, const std::string& listen);

}  // namespace okno::app::demo
