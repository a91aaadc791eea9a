// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "json/json.h"
#include "xml/document.h"
#include "xsd/schema.h"

namespace okno::xsd {

struct FormLimits {
  std::size_t fields = 3000;
  int levels = 12;      // of groups and rows
  int repetitions = 3;  // how deep a type may stand in itself
};

// What of the schema the form can not show or check. `path` as in docs/message-types.md.
struct Note {
  std::string path;
  std::string
      code;  // "xsd.note_wildcard", "xsd.note_wildcard_required", "xsd.note_mixed",
             // "xsd.note_recursion", "xsd.note_pattern", "xsd.note_union", "xsd.note_unqualified"
  std::string detail;  // the place or the pattern
  bool operator==(const Note&) const = default;
};

// Something in a message that its schema does not describe.
struct Stranger {
  std::string path;  // of the element it stands in, rows with their number
  std::string name, text;
  bool operator==(const Stranger&) const = default;
};

// A root element as a form: docs/message-types.md, "The form of an XSD". Immutable, shared by
// threads.
class Form {
 public:
  // Refused "xsd.no_such_root", "xsd.recursive" (a type that must contain itself),
  // "xsd.too_many_levels", "xsd.too_many_fields", each with the place as detail.
  static Result<Form> Make(const Schema& schema, std::string_view namespace_uri,
                           std::string_view root, const FormLimits& limits = {});

  // In the dialect of docs/forms.md.
  const Json& schema() const;
  const std::vector<Note>& notes() const;

  // The message as it follows from form data that were checked by the form; wrong where they are.
  // Values that are not in the form (hidden ones put in by the caller) are written too.
  xml::Document Write(const Json& data) const;
  // Write, then the judge. Errors are at the form's pointers with the codes of docs/forms.md, or
  // "xsd.length", "xsd.more_than", "xsd.less_than", "xsd.digits", "xsd.fraction_digits" (the limit
  // as detail), "xsd.content" (what is expected), "xsd.value". Never with the value.
  struct Written {
    std::string xml;  // the root element, no declaration
    std::vector<FieldError> errors;
  };
  Written WriteChecked(const Json& data) const;

  // The data of a message; lenient: what does not fit is told apart and passed over.
  struct Reading {
    Json data = Json::object();
    std::vector<Stranger> strangers;
  };
  Reading Read(xml::Element root) const;
  // Valid data, the same each time: every field filled, the first alternative of a choice, one row.
  Json Sample() const;

  struct State;

 private:
  explicit Form(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

}  // namespace okno::xsd
