// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "documentation.h"
#include "simple_type.h"
#include "xsd/form.h"

namespace okno::xsd {

constexpr int kUnbounded = -1;

struct Object;

// One step of a content: an element, a choice, or a group of steps that may be absent or repeated.
// `member` is its name in the form's data (docs/message-types.md).
struct Part {
  enum class Kind { kElement, kChoice, kGroup };
  struct Alternative {
    std::string value;  // of the radio
    std::string title;
    std::vector<Part> parts;
  };
  Kind kind = Kind::kElement;
  int least = 1, most = 1;
  std::string member;
  Documentation words;

  Name name;                        // element
  std::optional<SimpleType> value;  // element with text only
  std::unique_ptr<Object> object;   // element with parts or attributes; group
  bool nillable = false;
  std::optional<std::string> fixed, initial;

  std::vector<Alternative> alternatives;  // choice

  bool repeats() const { return most == kUnbounded || most > 1; }
  // Nothing in it can be filled: it is there or it is not.
  bool is_empty() const;
};

struct Attribute {
  Name name;
  std::string member;
  SimpleType type;
  bool required = false;
  std::optional<std::string> fixed, initial;
  Documentation words;
};

// What stands inside an element or group.
struct Object {
  std::vector<Attribute> attributes;
  std::optional<SimpleType> text;
  std::vector<Part> parts;
  bool any_order = false;  // xs:all
  // Of an abstract type: which of the derived ones it is, by xsi:type. Then nothing else is set.
  struct Derived {
    Name type;
    std::string title;
    std::unique_ptr<Object> object;
  };
  std::vector<Derived> types;

  bool is_empty() const { return attributes.empty() && !text && parts.empty() && types.empty(); }
};

inline bool Part::is_empty() const {
  return kind == Kind::kElement && !value && object != nullptr && object->is_empty();
}

// The content of a root element.
struct Layout {
  Name root;
  Documentation words;
  Object object;
  std::vector<Note> notes;
};
// Refused "xsd.recursive", "xsd.too_many_levels", "xsd.too_many_fields", with the place.
Result<Layout> LayOut(const Components& components, const Name& root, const FormLimits& limits);

// Words for a part without documentation: those of what is in it.
std::string TitleOf(const Part& part);

}  // namespace okno::xsd
