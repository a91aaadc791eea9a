// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>
#include <stdexcept>

#include "logic/tree.h"
#include "text/strings.h"

namespace okno::printing {
namespace {

constexpr int kMaxDepth = 24;
constexpr int kMaxNodes = 20'000;
constexpr int kMaxColumns = 64;

// What each node may hold and carry; anything else refuses the template.
struct Grammar {
  NodeType type;
  std::set<std::string> attributes;
  std::set<std::string> children;
};
const std::set<std::string> kBlocks = {"paragraph",  "heading",     "table",
                                       "bulletList", "orderedList", "condition",
                                       "qr",         "pageBreak",   "horizontalRule"};
const std::set<std::string> kInline = {"text", "hardBreak", "placeholder"};

const std::map<std::string, Grammar>& Nodes() {
  static const std::map<std::string, Grammar> nodes = {
      {"doc", {NodeType::kDocument, {}, kBlocks}},
      {"paragraph", {NodeType::kParagraph, {"textAlign", "size"}, kInline}},
      {"heading", {NodeType::kHeading, {"level", "textAlign"}, kInline}},
      {"text", {NodeType::kText, {}, {}}},
      {"hardBreak", {NodeType::kHardBreak, {}, {}}},
      {"placeholder", {NodeType::kPlaceholder, {"path", "format", "blank"}, {}}},
      {"condition", {NodeType::kCondition, {"path", "negate", "each"}, kBlocks}},
      {"qr", {NodeType::kQr, {"path", "size", "textAlign"}, {}}},
      {"pageBreak", {NodeType::kPageBreak, {}, {}}},
      {"horizontalRule", {NodeType::kRule, {}, {}}},
      {"table", {NodeType::kTable, {"borders"}, {"tableRow"}}},
      {"tableRow", {NodeType::kRow, {"repeat"}, {"tableHeader", "tableCell"}}},
      {"tableHeader",
       {NodeType::kHeaderCell, {"colspan", "rowspan", "colwidth", "repeat"}, kBlocks}},
      {"tableCell", {NodeType::kCell, {"colspan", "rowspan", "colwidth", "repeat"}, kBlocks}},
      {"bulletList", {NodeType::kBulletList, {}, {"listItem"}}},
      {"orderedList", {NodeType::kOrderedList, {}, {"listItem"}}},
      {"listItem", {NodeType::kListItem, {}, kBlocks}},
  };
  return nodes;
}

struct Broken : std::runtime_error {
  Broken(std::string refusal_code, const std::string& place)
      : std::runtime_error(place), code(std::move(refusal_code)) {}
  std::string code;
};

class Parser {
 public:
  Node Parse(const Json& json, const std::string& place, int depth) {
    if (depth > kMaxDepth) throw Broken("template.too_deep", place);
    if (++count_ > kMaxNodes) throw Broken("template.too_large", place);
    if (!json.is_object() || !json.contains("type") || !json["type"].is_string())
      throw Broken("template.node", place);
    const auto name = json["type"].get<std::string>();
    const auto known = Nodes().find(name);
    if (known == Nodes().end()) throw Broken("template.node", place + ": " + name);
    const Grammar& grammar = known->second;
    Node node;
    node.type = grammar.type;
    if (node.type == NodeType::kText) node.text = Text(json, place);
    ReadMarks(json, node, place);
    if (json.contains("attrs")) ReadAttributes(json["attrs"], grammar, node, place);
    if (json.contains("content")) ReadContent(json["content"], grammar, node, place, depth);
    Check(node, place);
    return node;
  }

 private:
  static std::string Text(const Json& json, const std::string& place) {
    if (!json.contains("text") || !json["text"].is_string()) throw Broken("template.text", place);
    return json["text"].get<std::string>();
  }

  static void ReadMarks(const Json& json, Node& node, const std::string& place) {
    if (!json.contains("marks")) return;
    if (!json["marks"].is_array()) throw Broken("template.mark", place);
    for (const auto& mark : json["marks"]) {
      const auto name = mark.is_object() ? mark.value("type", std::string()) : std::string();
      if (name == "bold")
        node.marks.bold = true;
      else if (name == "italic")
        node.marks.italic = true;
      else if (name == "underline")
        node.marks.underline = true;
      else
        throw Broken("template.mark", place + ": " + name);
    }
  }

  void ReadAttributes(const Json& attributes, const Grammar& grammar, Node& node,
                      const std::string& place) {
    if (!attributes.is_object()) throw Broken("template.attribute", place);
    for (const auto& [key, value] : attributes.items()) {
      if (value.is_null()) continue;  // TipTap writes its defaults as null
      if (!grammar.attributes.contains(key)) throw Broken("template.attribute", place + ": " + key);
      try {
        ReadAttribute(key, value, node);
      } catch (const std::exception&) {
        throw Broken("template.attribute", place + ": " + key);
      }
    }
  }

  static void ReadAttribute(const std::string& key, const Json& value, Node& node) {
    static const std::map<std::string, Align> kAligns = {{"left", Align::kLeft},
                                                         {"center", Align::kCenter},
                                                         {"right", Align::kRight},
                                                         {"justify", Align::kJustify}};
    static const std::map<std::string, Format> kFormats = {{"text", Format::kText},
                                                           {"date", Format::kDate},
                                                           {"date_long", Format::kDateLong},
                                                           {"money", Format::kMoney}};
    if (key == "textAlign")
      node.align = kAligns.at(value.get<std::string>());
    else if (key == "format")
      node.format = kFormats.at(value.get<std::string>());
    else if (key == "path" || key == "repeat")
      node.path = value.get<std::string>();
    else if (key == "level")
      node.level = Bounded(value.get<int>(), 1, 3);
    else if (key == "size")
      node.size = Bounded(value.get<double>(), 6.0, 200.0);
    else if (key == "blank")
      node.blank = Bounded(value.get<int>(), 0, 120);
    else if (key == "negate")
      node.negate = value.get<bool>();
    else if (key == "each")
      node.each = value.get<bool>();
    else if (key == "borders")
      node.borders = value.get<bool>();
    else if (key == "colspan")
      node.colspan = Bounded(value.get<int>(), 1, kMaxColumns);
    else if (key == "rowspan")
      node.rowspan = Bounded(value.get<int>(), 1, 200);
    else
      node.column_widths = value.get<std::vector<double>>();
  }

  template <typename T>
  static T Bounded(T value, T low, T high) {
    if (value < low || value > high) throw std::out_of_range("template attribute");
    return value;
  }

  void ReadContent(const Json& content, const Grammar& grammar, Node& node,
                   const std::string& place, int depth) {
    if (!content.is_array()) throw Broken("template.node", place);
    for (std::size_t index = 0; index < content.size(); ++index) {
      const auto child_place = place + "/" + std::to_string(index);
      const auto name =
          content[index].is_object() ? content[index].value("type", std::string()) : std::string();
      if (!grammar.children.contains(name))
        throw Broken("template.node", child_place + ": " + name);
      node.content.push_back(Parse(content[index], child_place, depth + 1));
    }
  }

  static void Check(const Node& node, const std::string& place) {
    const bool wants_path = node.type == NodeType::kPlaceholder ||
                            node.type == NodeType::kCondition || node.type == NodeType::kQr;
    if (wants_path && node.path.empty()) throw Broken("template.path", place);
    if (node.type != NodeType::kRow) return;
    int columns = 0;
    for (const auto& cell : node.content) columns += cell.colspan;
    if (columns > kMaxColumns || columns == 0) throw Broken("template.columns", place);
  }

  int count_ = 0;
};

}  // namespace

Result<std::shared_ptr<const Template>> Template::Parse(const Json& document) {
  try {
    auto tree = std::make_shared<Tree>();
    tree->root = Parser().Parse(document, "", 0);
    if (tree->root.type != NodeType::kDocument)
      return Refusal{RefusalKind::kInvalid, "template.node", "/", {}};
    return std::shared_ptr<const Template>(std::make_shared<Template>(std::move(tree)));
  } catch (const Broken& broken) {
    return Refusal{RefusalKind::kInvalid, broken.code, broken.what(), {}};
  }
}

}  // namespace okno::printing
