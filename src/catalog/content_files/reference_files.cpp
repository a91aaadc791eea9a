// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "catalog/content.h"
#include "content_files/yaml.h"

namespace okno::catalog {
namespace {

ReferenceBook ReadBook(const std::string& path) {
  const auto file = yaml::ReadFile(path);
  yaml::Members members(file);
  ReferenceBook book{
      .code = members.Text("code"), .name = members.Text("name"), .source = members.Text("source")};
  const auto& items = members.Get("items");
  for (const auto& [code, name] : items.members) book.items.push_back({code, name.Text()});
  if (book.items.empty()) items.Fail("there are no items");
  members.Finish();
  return book;
}

}  // namespace

std::vector<ReferenceBook> LoadReferenceBooks(const std::string& content_folder) {
  std::vector<ReferenceBook> books;
  std::set<std::string> codes;
  for (const auto& path : yaml::FilesIn(content_folder + "/reference")) {
    books.push_back(ReadBook(path));
    if (!codes.insert(books.back().code).second) {
      throw ContentError(path, 1, "the code '" + books.back().code + "' is there twice");
    }
  }
  return books;
}

}  // namespace okno::catalog
