// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/pool.h"

namespace okno::app {

// Whether the database has all migrations this program knows. A newer schema is current as well.
bool IsSchemaCurrent(db::Pool& db);

}  // namespace okno::app
