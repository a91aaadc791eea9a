// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "printing/render.h"

namespace okno::printing {

// The template as parsed: the editor's nodes that this engine can print, nothing else.
enum class NodeType {
  kDocument,
  kParagraph,
  kHeading,
  kText,
  kHardBreak,
  kPlaceholder,
  kCondition,
  kQr,
  kPageBreak,
  kRule,
  kTable,
  kRow,
  kHeaderCell,
  kCell,
  kBulletList,
  kOrderedList,
  kListItem,
};
enum class Align { kLeft, kCenter, kRight, kJustify };
enum class Format { kText, kDate, kDateLong, kMoney };

struct Marks {
  bool bold = false, italic = false, underline = false;
  bool operator==(const Marks&) const = default;
};

struct Node {
  NodeType type = NodeType::kDocument;
  std::vector<Node> content;
  std::string text;  // kText
  Marks marks;       // kText, kPlaceholder
  // kPlaceholder, kCondition, kQr; rows and cells: the list they repeat over
  std::string path;
  Format format = Format::kText;  // kPlaceholder
  int blank = 0;  // kPlaceholder: this many underscores when there is no value, to write by hand
  bool negate = false;  // kCondition
  bool each = false;    // kCondition: shown once for each item of the list
  Align align = Align::kLeft;
  int level = 0;                 // kHeading
  double size = 0;               // points; kParagraph and kQr (its side); 0 = default
  bool borders = true;           // kTable
  int colspan = 1, rowspan = 1;  // cells
  std::vector<double>
      column_widths;  // cells: share of the width, in the editor's px; empty = equal
};

struct Template::Tree {
  Node root;
};

// Fills the tree with data: conditions are decided, rows repeated, placeholders become text. What
// is left holds only text, hard breaks, blocks and QR codes with their final text.
Node Fill(const Node& node, const Json& data);

}  // namespace okno::printing
