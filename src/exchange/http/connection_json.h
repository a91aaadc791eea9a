// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/routes.h"
#include "storage/connection_store.h"

namespace okno::exchange {

// A connection as its card shows it (schema SmevConnection); keys and passwords never leave.
Json ToJson(const Services& services, const storage::ConnectionRow& row);
// The same with its settings, for the form (schema SmevConnectionSettings).
Json ToSettings(const Services& services, const storage::ConnectionRow& row);

}  // namespace okno::exchange
