// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "storage/audit_store.h"

namespace okno::access::rules {

// SHA-256 over the hash before, the serial and everything the entry says; parts are told apart by
// their lengths.
std::string ChainHash(std::string_view previous, long long serial,
                      const storage::StoredEntry& entry);

}  // namespace okno::access::rules
