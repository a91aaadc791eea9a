// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "json/json.h"

namespace okno::inquiries::rules {

struct FileWords {
  std::string name, title;
  bool operator==(const FileWords&) const = default;
};
// What an answer's data call one of its attachments: СМЭВ transmits no file names, so the content
// has a place for each that holds its content id and, beside it, a name and a title (attributes or
// elements). Empty where it says nothing.
FileWords WordsOfFile(const Json& data, const std::string& content_id);

}  // namespace okno::inquiries::rules
