// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "xml/schema.h"

namespace okno::xsd {

// XSD files by name. Names are flat: what a schemaLocation names is a name of the set.
using Files = std::map<std::string, std::string>;

struct Limits {
  std::size_t files = 64;
  std::size_t bytes = 2 * 1024 * 1024;  // of all files
  std::size_t depth = 60;               // of elements in a file
  std::size_t parts =
      20000;             // elements, wildcards and attributes once groups and types are laid out
  int references = 300;  // longest chain of components of which each needs the next
  std::size_t elements = 3000;  // in one content, or the square of it in all together
  // Of compiling all contents: for each the pairs of elements that may follow each other, to the
  // power of 1.5. 650 optional elements in a row, or many shorter rows; under a second.
  double content_steps = 1e8;
};

// A global element: what a message may be.
struct Root {
  std::string namespace_uri, name;
  std::string title;        // its documentation; "" when there is none
  bool referenced = false;  // another element of the set may contain it
  bool operator==(const Root&) const = default;
};

// A set of XSD, read safely and judged whole. Immutable, cheap to copy, shared by all threads.
class Schema {
 public:
  // Nothing outside `files` is ever read. Stored are the files as they are used from now on: UTF-8,
  // each include and import with the name of a file of the set.
  // Refusals carry "file:line:column: what" as detail: "xsd.no_files", "xsd.too_many_files",
  // "xsd.too_large", "xsd.encoding", "xsd.malformed", "xsd.doctype", "xsd.too_deep",
  // "xsd.not_a_schema", "xsd.outside" (a location that leads out of the set), "xsd.redefine",
  // "xsd.unknown_component", "xsd.circular", "xsd.too_many_parts", "xsd.too_many_fields",
  // "xsd.too_wide" (too many elements of one content may be left out or repeated),
  // "xsd.pattern_malformed", "xsd.pattern_too_long", "xsd.pattern_dangerous"; and the verdict of
  // libxml2: "xsd.ambiguous" (a content that can be read two ways), "xsd.twice", "xsd.misplaced",
  // "xsd.all_inside", "xsd.wrong" (in its own words).
  static Result<Schema> Load(const Files& files, const Limits& limits = {});

  const Files& files() const;
  std::vector<Root> roots() const;
  // The judge of record (libxml2).
  std::vector<xml::SchemaError> Validate(xml::Element element) const;

  struct State;
  const State& state() const { return *state_; }  // for this room

 private:
  explicit Schema(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;  // forms made of it keep it alive
};

// Bytes of an XML file as UTF-8 without byte order mark; its declaration names UTF-8 or nothing.
// Read are UTF-8, UTF-16 and windows-1251. Refused "xsd.encoding".
Result<std::string> ToUtf8(std::string_view bytes);

// The text of a schema whose includes and imports name a renamed file by its new name. `names`: old
// name, without folders, to a new one of [A-Za-z0-9._-].
std::string WithLocations(std::string text, const std::map<std::string, std::string>& names);

}  // namespace okno::xsd
