// SPDX-License-Identifier: Apache-2.0
#include "logic/tree.h"
#include "text/strings.h"
#include "time/time.h"

namespace okno::printing {
namespace {

// Where a path is looked up: first in the item of the innermost repeated row, then outwards, last
// in the whole data.
struct Scope {
  const Json* value;
  const Scope* outer;
};

const Json* Lookup(const Json& value, std::string_view path) {
  const Json* found = &value;
  while (!path.empty()) {
    const auto dot = path.find('.');
    const auto key = std::string(path.substr(0, dot));
    if (!found->is_object() || !found->contains(key)) return nullptr;
    found = &(*found)[key];
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  }
  return found;
}

const Json* Lookup(const Scope& scope, std::string_view path) {
  for (const Scope* at = &scope; at != nullptr; at = at->outer) {
    if (const Json* found = Lookup(*at->value, path)) return found;
  }
  return nullptr;
}

bool IsTrue(const Json* value) {
  if (value == nullptr || value->is_null()) return false;
  if (value->is_boolean()) return value->get<bool>();
  if (value->is_string() || value->is_array() || value->is_object())
    return !value->empty() && *value != "";
  return *value != 0;
}

std::string Shown(const Json& value, Format format) {
  const std::string raw = value.is_string() ? value.get<std::string>()
                          : value.is_null() ? ""
                                            : value.dump();
  switch (format) {
    case Format::kDate:
      if (auto date = ParseDate(raw)) return FormatDateRu(*date);
      return raw;
    case Format::kDateLong:
      if (auto date = ParseDate(raw)) return FormatDateLongRu(*date);
      return raw;
    case Format::kMoney:
      return value.is_number_integer() ? text::FormatMoneyRu(value.get<long long>()) : raw;
    case Format::kText:
      return value.is_boolean() ? (value.get<bool>() ? "да" : "нет") : raw;
  }
  return raw;
}

bool IsCombiningMark(std::string_view at) {  // U+0300..U+036F
  return at.size() >= 2 &&
         (at[0] == '\xCC' || (at[0] == '\xCD' && static_cast<unsigned char>(at[1]) <= 0xAF));
}

// Values come from people: broken UTF-8, control characters and towers of combining marks (seconds
// of shaping) must not reach the text engine.
std::string Clean(std::string_view value) {
  constexpr int kMarksOnALetter = 4;
  constexpr int kLongWord = 200;  // bytes; beyond, breaks are allowed: shaping one endless word
                                  // again for each line is quadratic
  if (!text::IsValidUtf8(value)) return "";
  std::string clean;
  int marks = 0, word = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (IsCombiningMark(value.substr(at))) {
      if (++marks <= kMarksOnALetter) clean += value.substr(at, 2);
      ++at;
      continue;
    }
    marks = 0;
    const char c = value[at];
    const bool starts_letter = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    word = c == ' ' || c == '\n' ? 0 : word + 1;
    if (starts_letter && word > kLongWord) {
      clean += "\u200B";
      word = 0;
    }
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\n')
      clean += c;
    else if (c == '\t' || c == '\r')
      clean += ' ';
  }
  return clean;
}

Node TextNode(std::string value, Marks marks) {
  Node node;
  node.type = NodeType::kText;
  node.text = std::move(value);
  node.marks = marks;
  return node;
}

void FillInto(const Node& node, const Scope& scope, std::vector<Node>& out);

Node FillOne(const Node& node, const Scope& scope) {
  Node copy = node;
  copy.content.clear();
  for (const auto& child : node.content) FillInto(child, scope, copy.content);
  return copy;
}

template <typename Fill>
void ForEach(const Node& node, const Scope& scope, Fill fill) {
  const Json* list = Lookup(scope, node.path);
  if (list == nullptr || !list->is_array()) return;
  for (const auto& item : *list) fill(Scope{&item, &scope});
}

void FillInto(const Node& node, const Scope& scope, std::vector<Node>& out) {
  switch (node.type) {
    case NodeType::kPlaceholder: {
      const Json* value = Lookup(scope, node.path);
      std::string shown = value == nullptr ? "" : Clean(Shown(*value, node.format));
      if (shown.empty() && node.blank > 0) shown.assign(static_cast<std::size_t>(node.blank), '_');
      out.push_back(TextNode(std::move(shown), node.marks));
      return;
    }
    case NodeType::kCondition:
      if (node.each) {
        ForEach(node, scope, [&](const Scope& item) {
          for (const auto& child : node.content) FillInto(child, item, out);
        });
        return;
      }
      if (IsTrue(Lookup(scope, node.path)) != node.negate) {
        for (const auto& child : node.content) FillInto(child, scope, out);
      }
      return;
    case NodeType::kQr: {
      const Json* value = Lookup(scope, node.path);
      if (!IsTrue(value)) return;
      Node copy = node;
      copy.text = Clean(Shown(*value, Format::kText));
      out.push_back(std::move(copy));
      return;
    }
    case NodeType::kRow:
    case NodeType::kHeaderCell:
    case NodeType::kCell:
      if (!node.path.empty()) {
        ForEach(node, scope, [&](const Scope& item) { out.push_back(FillOne(node, item)); });
        return;
      }
      [[fallthrough]];
    default:
      out.push_back(FillOne(node, scope));
  }
}

}  // namespace

Node Fill(const Node& node, const Json& data) { return FillOne(node, Scope{&data, nullptr}); }

}  // namespace okno::printing
