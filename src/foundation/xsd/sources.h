// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "xml/document.h"
#include "xsd/schema.h"

namespace okno::xsd {

inline constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema";

struct Source {
  std::string file;
  std::string text;
  xml::Document document;
  std::string target_namespace;       // "" = none
  std::vector<std::string> includes;  // files
  std::vector<std::string> imports;   // files
};
using Sources = std::map<std::string, Source>;

// Reads the files behind the guards, and gives every include and import the name of a file of the
// set; a namespace of several files that do not include each other gets a file that includes all.
Result<Sources> ReadSources(const Files& files, const Limits& limits);

// "file:line: what" for a place in a source; libxml2 keeps no columns.
std::string PlaceOf(const std::string& file, xml::Element at, std::string_view what);
Refusal Refused(std::string code, std::string detail);

}  // namespace okno::xsd
