// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace okno::message_types {

// Files of a ZIP that an import looks at (*.xsd, message-type.yaml), by their name without folders.
// Names are UTF-8 or CP866. Never writes to disk; counts what really comes out, whatever the ZIP
// says. Refused "message_types.archive_broken", "message_types.archive_encrypted",
// "message_types.archive_too_large", "message_types.same_file_name" with the name as detail.
Result<std::map<std::string, std::string>> ReadArchive(std::string_view bytes);
std::string WriteArchive(const std::map<std::string, std::string>& files);

}  // namespace okno::message_types
