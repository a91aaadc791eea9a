// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/service.h"

// What is read from the content folder at start.
namespace okno::catalog {

// A content file that can not be used: "services/birth.yaml:12: unknown key 'titel'".
class ContentError : public std::runtime_error {
 public:
  ContentError(const std::string& file, int line, const std::string& what)
      : std::runtime_error(file + ":" + std::to_string(line) + ": " + what) {}
};

// A closed list of values with their names: countries, regions, kinds of identity documents.
struct ReferenceItem {
  std::string code, name;
  bool operator==(const ReferenceItem&) const = default;
};
struct ReferenceBook {
  std::string code, name;
  std::string source;  // what it is taken from
  std::vector<ReferenceItem> items;
};
// All books of <content_folder>/reference, by code. Throws ContentError.
std::vector<ReferenceBook> LoadReferenceBooks(const std::string& content_folder);
// All services of <content_folder>/services as version 1, without the database. Throws
// ContentError.
std::vector<Service> ReadServices(const std::string& content_folder);

}  // namespace okno::catalog
