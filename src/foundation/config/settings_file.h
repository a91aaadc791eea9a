// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

namespace okno::config {

// The checked values of a TOML file by key. Throws std::runtime_error with a text for a person.
std::map<std::string, std::string> ReadSettingsFile(const std::string& path);

}  // namespace okno::config
