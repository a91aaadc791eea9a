// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "logic/definition.h"

namespace okno::message_types {

// The shipped message types, by name. Throws std::runtime_error "file:line: what".
std::vector<Definition> ReadFolders(const std::string& content_folder);

}  // namespace okno::message_types
