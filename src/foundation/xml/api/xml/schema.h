// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "xml/document.h"

namespace okno::xml {

// One place where a document does not fit its schema.
struct SchemaError {
  std::string element;    // local name of the element it is at, "" when unknown
  std::string text;       // what libxml2 says of it, English, one line; may quote the value
  std::string attribute;  // local name when an attribute is wrong
  Element at;  // the element itself, while its document lives; empty for errors of a schema
  bool operator==(const SchemaError&) const = default;
};

// The XSD of a message type: every *.xsd of one folder, compiled once, then shared by all threads.
// Nothing is ever fetched: a schemaLocation must be a file name in the same folder.
class SchemaSet {
 public:
  // Throws std::runtime_error with a text for a person: no schema there, a schema is wrong, a
  // location leads outside.
  static SchemaSet Load(const std::string& folder);
  // The same of files by name, which need not lie anywhere. Names are [A-Za-z0-9._-].
  static SchemaSet Parse(const std::map<std::string, std::string>& files);
  ~SchemaSet();
  SchemaSet(SchemaSet&&) noexcept;
  SchemaSet& operator=(SchemaSet&&) noexcept;

  // Judges `element` alone, wherever it stands in its document; it must be a global element of the
  // set. Empty = valid; at most 20 errors.
  std::vector<SchemaError> Validate(Element element) const;

 private:
  struct State;
  explicit SchemaSet(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace okno::xml
