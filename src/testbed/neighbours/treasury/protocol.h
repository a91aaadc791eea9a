// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "xml/document.h"

namespace okno::testbed::neighbours {

// What ImportProtocol says of one record of a package.
struct Finding {
  int code = 0;  // of ГИС ГМП, 0 = taken
  std::string text = "Успешно";
};
void AddProtocol(xml::Element root, const std::string& record_id, const Finding& finding);

// Kopecks; nothing when over 10^15 (the type is xs:unsignedLong).
std::optional<long long> ReadAmount(const std::string& text);

std::string Attribute(const xml::Element& element, const char* name);  // "" when absent

}  // namespace okno::testbed::neighbours
