// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "crypto/gost.h"

namespace okno::testbed {

// The key of ЭП-СМЭВ below the data folder (bus.key with mode 0600, bus.pem), made at the first
// start.
std::shared_ptr<const crypto::Signer> LoadOrMakeBusKey(const std::string& data_folder, Instant now);

}  // namespace okno::testbed
