// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace okno::files {

// What is known of a file's content: libmagic's type, the first and the last bytes (64 KB each at
// most).
struct Content {
  std::string_view found_type;
  std::string_view head;
  std::string_view tail;
};

// The content type under which a file of this name and content is kept; refused when the kind is
// not taken or the content is of another kind than the name says. Of the name only the extension
// counts.
Result<std::string> JudgeKind(std::string_view original_name, const Content& content);

}  // namespace okno::files
