// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "exchange/exchange.h"

namespace okno::exchange {

// What an administrator sends: the settings, and secrets only when they are new ("" = as before).
struct ConnectionInput {
  Connection settings;  // without id, organization and paths
  std::string key_pem, certificate_pem, ftp_password;
};
// Refused "input.invalid" with every wrong field.
Result<ConnectionInput> ReadConnectionInput(const Json& body);

}  // namespace okno::exchange
