// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace okno::exchange {

// Keeps a secret of a connection in a new file below the data folder, readable by us alone, durable
// when this returns. Returns its path, relative to the folder. Throws when it can not be written.
std::string KeepSecret(const std::string& data_folder, std::string_view kind,
                       std::string_view secret);

}  // namespace okno::exchange
