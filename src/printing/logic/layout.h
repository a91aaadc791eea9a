// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <vector>

#include "logic/tree.h"

namespace okno::printing {

// A4 in points with the margins of official papers: 20 mm left, 10 mm right, 15 mm above, 20 mm
// below.
struct Page {
  static constexpr double kWidth = 595.28, kHeight = 841.89;
  static constexpr double kLeft = 56.7, kRight = 28.35, kTop = 42.5, kBottom = 56.7;
  static constexpr double body_width() { return kWidth - kLeft - kRight; }
  static constexpr double body_height() { return kHeight - kTop - kBottom; }
};

using LayoutPointer = std::shared_ptr<PangoLayout>;

// Something to draw, relative to its fragment's top left corner.
struct Mark {
  enum class Kind { kTextLine, kLine, kQr } kind = Kind::kTextLine;
  double x = 0, y = 0;    // text: start of the baseline
  double x2 = 0, y2 = 0;  // line: its end; QR: x2 is the side
  LayoutPointer layout;   // text: the paragraph and which of its lines
  int line = 0;
  std::string text;   // QR
  int paragraph = 0;  // for the tags of the PDF: lines of one paragraph share it
  int heading = 0;    // heading level, 0 = paragraph
  int cell = -1;      // cell of the row, -1 outside tables
  bool header_cell = false;
};

// The smallest piece that is not torn: a line of text, a table row, a QR code.
struct Fragment {
  double before = 0;  // space above, dropped at the top of a page
  double height = 0;
  bool keep_next = false;  // must not be the last on its page
  bool page_break = false;
  int table = 0;        // 0 = none
  bool header = false;  // repeated on each page the table goes on to
  std::vector<Mark> marks;
};

struct LaidOutPage {
  struct Placed {
    double y;
    const Fragment* fragment;
  };
  std::vector<Placed> placed;
};

// Breaks a filled tree into fragments and these into pages. Uses the calling thread's font map.
class Layout {
 public:
  explicit Layout(const Node& filled);
  ~Layout();
  const std::vector<LaidOutPage>& pages() const { return pages_; }
  LayoutPointer MakeLine(const std::string& text, double size) const;  // for the footer

 private:
  std::vector<Fragment> Flow(const std::vector<Node>& nodes, double x, double width);
  void FlowParagraph(const Node& node, double x, double width, std::vector<Fragment>& out);
  void FlowList(const Node& node, double x, double width, std::vector<Fragment>& out);
  void FlowTable(const Node& node, double x, double width, std::vector<Fragment>& out);
  void FlowQr(const Node& node, double x, double width, std::vector<Fragment>& out);
  LayoutPointer MakeParagraph(const Node& node, double width) const;
  void Paginate();

  PangoContext* context_;
  std::vector<Fragment> fragments_;
  std::vector<LaidOutPage> pages_;
  int paragraphs_ = 0, tables_ = 0;
};

// A QR code's modules (error correction M), row by row; throws when the text is too long for one.
struct QrCode {
  int side = 0;
  std::vector<bool> dark;
};
QrCode MakeQr(const std::string& text);

}  // namespace okno::printing
