// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace okno::xsd {

// A start tag as it stands in the text of a well-formed file: for changing an attribute without
// moving a line.
struct Tag {
  struct Attribute {
    std::string_view name, value;       // raw, entities unresolved
    std::size_t value_at = 0, end = 0;  // offset of the value, and behind its quote
  };
  std::string_view name;  // with prefix
  std::size_t at = 0;
  int depth = 0;  // of the element; the root's is 0
  std::vector<Attribute> attributes;
  const Attribute* Find(std::string_view attribute) const;
  std::string_view local_name() const;
};
std::vector<Tag> StartTags(std::string_view xml);

}  // namespace okno::xsd
