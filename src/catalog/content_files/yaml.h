// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/content.h"
#include "json/json.h"

namespace okno::catalog::yaml {

// A node of a YAML file that knows its line. Members keep their order; a key given twice is
// refused.
struct Node {
  enum class Kind { kScalar, kMap, kList };
  Kind kind = Kind::kScalar;
  std::string text;     // scalar
  bool quoted = false;  // a quoted scalar is a text, whatever it looks like
  std::vector<std::pair<std::string, Node>> members;
  std::vector<Node> items;
  std::string file;
  int line = 0;

  [[noreturn]] void Fail(const std::string& what) const;  // ContentError at this line
  const Node* Find(std::string_view key) const;           // nullptr when absent
  std::string Text() const;                               // of a scalar; "" is refused
  int Integer() const;
  bool Flag() const;
  std::vector<std::string> Texts() const;  // of a list of scalars
  const std::vector<Node>& Items() const;  // of a list
  // Plain scalars become true, false, numbers; everything else text. null is refused.
  Json ToJson() const;
};

Node ReadFile(const std::string& path);
// Paths of the *.yaml files in a folder, by name. A folder that is not there is a ContentError.
std::vector<std::string> FilesIn(const std::string& folder);

// Reads the members of a map; Finish refuses those nobody asked for.
class Members {
 public:
  explicit Members(const Node& map);
  const Node* Maybe(std::string_view key);
  const Node& Get(std::string_view key);  // absent: ContentError
  std::string Text(std::string_view key) { return Get(key).Text(); }
  std::string TextOr(std::string_view key, std::string fallback);
  bool FlagOr(std::string_view key, bool fallback);
  std::vector<std::string> Texts(std::string_view key) { return Get(key).Texts(); }
  std::vector<std::string> TextsOrNone(std::string_view key);
  void Finish() const;

 private:
  const Node& map_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace okno::catalog::yaml
