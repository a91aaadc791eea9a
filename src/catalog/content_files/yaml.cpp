// SPDX-License-Identifier: Apache-2.0
#include "content_files/yaml.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "text/strings.h"

namespace okno::catalog::yaml {
namespace {

// "services/birth.yaml": enough to find the file, without the machine's paths.
std::string ShownName(const std::string& path) {
  const std::filesystem::path p(path);
  return (p.parent_path().filename() / p.filename()).string();
}

Node Converted(const YAML::Node& from, const std::string& file) {
  Node node{.file = file, .line = from.Mark().line + 1};
  if (from.IsMap()) {
    node.kind = Node::Kind::kMap;
    for (const auto& member : from) {
      const auto key = member.first.Scalar();
      if (node.Find(key) != nullptr) node.Fail("key '" + key + "' is given twice");
      node.members.emplace_back(key, Converted(member.second, file));
    }
  } else if (from.IsSequence()) {
    node.kind = Node::Kind::kList;
    for (const auto& item : from) node.items.push_back(Converted(item, file));
  } else if (from.IsScalar()) {
    node.text = from.Scalar();
    node.quoted = from.Tag() == "!";
  }
  return node;
}

// Written as JSON writes it; "0101" and "1." stay texts.
bool LooksLikeNumber(std::string_view text) {
  const auto digits = text.starts_with('-') ? text.substr(1) : text;
  if (digits.empty() || digits.find_first_not_of("0123456789.") != std::string_view::npos) {
    return false;
  }
  const bool leading_zero = digits.size() > 1 && digits[0] == '0' && digits[1] != '.';
  return !leading_zero && digits[0] != '.' && digits.back() != '.' &&
         std::ranges::count(digits, '.') <= 1;
}

}  // namespace

void Node::Fail(const std::string& what) const { throw ContentError(file, line, what); }

const Node* Node::Find(std::string_view key) const {
  const auto found = std::ranges::find(members, key, &std::pair<std::string, Node>::first);
  return found == members.end() ? nullptr : &found->second;
}

std::string Node::Text() const {
  if (kind != Kind::kScalar) Fail("a text is expected here");
  auto trimmed = text::Trim(text);
  if (trimmed.empty()) Fail("the text is empty");
  return trimmed;
}

int Node::Integer() const {
  int value = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (kind != Kind::kScalar || quoted || text.empty() || read.ptr != end) {
    Fail("a whole number is expected here");
  }
  return value;
}

bool Node::Flag() const {
  if (kind != Kind::kScalar || quoted || (text != "true" && text != "false")) {
    Fail("true or false is expected here");
  }
  return text == "true";
}

const std::vector<Node>& Node::Items() const {
  if (kind != Kind::kList) Fail("a list is expected here");
  return items;
}

std::vector<std::string> Node::Texts() const {
  std::vector<std::string> texts;
  for (const auto& item : Items()) texts.push_back(item.Text());
  return texts;
}

Json Node::ToJson() const {
  if (kind == Kind::kMap) {
    auto object = Json::object();
    for (const auto& [key, member] : members) object[key] = member.ToJson();
    return object;
  }
  if (kind == Kind::kList) {
    auto array = Json::array();
    for (const auto& item : items) array.push_back(item.ToJson());
    return array;
  }
  if (quoted) return Text();
  if (text == "true" || text == "false") return Flag();
  return LooksLikeNumber(text) ? Json::parse(text) : Json(Text());
}

Node ReadFile(const std::string& path) {
  const auto name = ShownName(path);
  try {
    return Converted(YAML::LoadFile(path), name);
  } catch (const YAML::ParserException& broken) {
    throw ContentError(name, broken.mark.line + 1, broken.msg);
  } catch (const YAML::BadFile&) {
    throw ContentError(name, 0, "the file can not be read");
  }
}

std::vector<std::string> FilesIn(const std::string& folder) {
  std::error_code failure;
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path().string());
  }
  if (failure) throw ContentError(ShownName(folder), 0, "the folder can not be read");
  std::ranges::sort(paths);
  return paths;
}

Members::Members(const Node& map) : map_(map) {
  if (map.kind != Node::Kind::kMap) map.Fail("members 'key: value' are expected here");
}

const Node* Members::Maybe(std::string_view key) {
  known_.emplace(key);
  return map_.Find(key);
}

const Node& Members::Get(std::string_view key) {
  const auto* node = Maybe(key);
  if (node == nullptr) map_.Fail("'" + std::string(key) + "' is missing");
  return *node;
}

std::string Members::TextOr(std::string_view key, std::string fallback) {
  const auto* node = Maybe(key);
  return node == nullptr ? std::move(fallback) : node->Text();
}

bool Members::FlagOr(std::string_view key, bool fallback) {
  const auto* node = Maybe(key);
  return node == nullptr ? fallback : node->Flag();
}

std::vector<std::string> Members::TextsOrNone(std::string_view key) {
  const auto* node = Maybe(key);
  return node == nullptr ? std::vector<std::string>() : node->Texts();
}

void Members::Finish() const {
  for (const auto& [key, member] : map_.members) {
    if (!known_.contains(key)) member.Fail("unknown key '" + key + "'");
  }
}

}  // namespace okno::catalog::yaml
