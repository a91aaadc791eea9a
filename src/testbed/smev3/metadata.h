// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "smev3/answers.h"

namespace okno::testbed {

// The children of MessageMetadata as the version has them: long with names and supplementary data
// (1.1), mnemonics only (1.2), short with names (1.3). Prefix "typ".
std::string MetadataContent(const Wording& wording, const storage::Message& message,
                            std::string_view status, std::optional<Instant> delivered_at);

}  // namespace okno::testbed
