// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace okno::testbed {

// Files of keys. Both throw with the path when that fails.
std::string ReadWhole(const std::string& path);
void WriteSecret(const std::string& path, const std::string& text);  // mode 0600

}  // namespace okno::testbed
