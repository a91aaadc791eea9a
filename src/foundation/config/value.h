// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"

namespace okno::config {

const Setting* FindSetting(std::string_view key);
std::vector<std::string> SettingKeys();
// The stored form of a value: a whole number, "true"/"false", or the text. Throws
// std::runtime_error that begins with `place` ("okno.toml:12", "OKNO_HTTP_PORT") when the value is
// of the wrong kind or out of bounds.
std::string CheckedValue(const Setting& setting, std::string_view value, const std::string& place);

}  // namespace okno::config
