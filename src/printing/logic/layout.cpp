// SPDX-License-Identifier: Apache-2.0
#include "logic/layout.h"

#include <algorithm>
#include <stdexcept>

#include "logic/typography.h"

namespace okno::printing {
namespace {

constexpr double kTextSize = 11, kListIndent = 16, kParagraphSpace = 4;
constexpr double kHeadingSizes[] = {0, 14, 12, 11};
constexpr std::size_t kMaxPages = 2000;

LayoutPointer Own(PangoLayout* layout) {
  return LayoutPointer(layout, [](PangoLayout* p) { g_object_unref(p); });
}

PangoContext* MakeContext() {
  // The default font map belongs to the calling thread, so that renderings do not share mutable
  // state.
  PangoContext* context = pango_font_map_create_context(pango_cairo_font_map_get_default());
  pango_cairo_context_set_resolution(context, 72);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_language(context, pango_language_from_string("ru"));
  return context;
}

void SetFont(PangoLayout* layout, double size, bool bold) {
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family(font, "PT Serif, DejaVu Serif, serif");
  pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
  if (bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
}

void AddMark(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
  attribute->start_index = static_cast<guint>(from);
  attribute->end_index = static_cast<guint>(to);
  pango_attr_list_insert(list, attribute);
}

struct Line {
  double x, top, baseline, height;
};

std::vector<Line> LinesOf(PangoLayout* layout) {
  std::vector<Line> lines;
  PangoLayoutIter* iter = pango_layout_get_iter(layout);
  do {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(iter, nullptr, &logical);
    lines.push_back({logical.x / double(PANGO_SCALE), logical.y / double(PANGO_SCALE),
                     pango_layout_iter_get_baseline(iter) / double(PANGO_SCALE),
                     logical.height / double(PANGO_SCALE)});
  } while (pango_layout_iter_next_line(iter));
  pango_layout_iter_free(iter);
  return lines;
}

}  // namespace

Layout::Layout(const Node& filled) : context_(MakeContext()) {
  fragments_ = Flow(filled.content, 0, Page::body_width());
  Paginate();
}

Layout::~Layout() {
  fragments_.clear();
  g_object_unref(context_);
}

LayoutPointer Layout::MakeLine(const std::string& text, double size) const {
  auto layout = Own(pango_layout_new(context_));
  SetFont(layout.get(), size, false);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  return layout;
}

LayoutPointer Layout::MakeParagraph(const Node& node, double width) const {
  auto layout = Own(pango_layout_new(context_));
  const bool heading = node.type == NodeType::kHeading;
  SetFont(layout.get(),
          node.size > 0 ? node.size
          : heading     ? kHeadingSizes[node.level]
                        : kTextSize,
          heading);
  PangoAttrList* marks = pango_attr_list_new();
  std::string text;
  for (const auto& run : node.content) {
    const auto from = text.size();
    text += run.type == NodeType::kHardBreak ? "\u2028" : GlueSpaces(run.text);
    if (run.marks.bold) AddMark(marks, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, text.size());
    if (run.marks.italic)
      AddMark(marks, pango_attr_style_new(PANGO_STYLE_ITALIC), from, text.size());
    if (run.marks.underline)
      AddMark(marks, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), from, text.size());
  }
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  pango_layout_set_attributes(layout.get(), marks);
  pango_attr_list_unref(marks);
  pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_justify(layout.get(), node.align == Align::kJustify);
  pango_layout_set_alignment(layout.get(), node.align == Align::kCenter  ? PANGO_ALIGN_CENTER
                                           : node.align == Align::kRight ? PANGO_ALIGN_RIGHT
                                                                         : PANGO_ALIGN_LEFT);
  return layout;
}

std::vector<Fragment> Layout::Flow(const std::vector<Node>& nodes, double x, double width) {
  std::vector<Fragment> out;
  for (const auto& node : nodes) {
    switch (node.type) {
      case NodeType::kParagraph:
      case NodeType::kHeading:
        FlowParagraph(node, x, width, out);
        break;
      case NodeType::kBulletList:
      case NodeType::kOrderedList:
        FlowList(node, x, width, out);
        break;
      case NodeType::kTable:
        FlowTable(node, x, width, out);
        break;
      case NodeType::kQr:
        FlowQr(node, x, width, out);
        break;
      case NodeType::kPageBreak:
        out.push_back({.page_break = true});
        break;
      case NodeType::kRule:
        out.push_back(
            {.before = 4,
             .height = 4,
             .marks = {{.kind = Mark::Kind::kLine, .x = x, .y = 2, .x2 = x + width, .y2 = 2}}});
        break;
      default:
        throw std::logic_error("printing: a block that can not stand here");
    }
  }
  return out;
}

void Layout::FlowParagraph(const Node& node, double x, double width, std::vector<Fragment>& out) {
  const auto layout = MakeParagraph(node, width);
  const int paragraph = ++paragraphs_;
  const auto lines = LinesOf(layout.get());
  for (std::size_t index = 0; index < lines.size(); ++index) {
    const Line& line = lines[index];
    Fragment fragment;
    fragment.before = index > 0                         ? 0
                      : node.type == NodeType::kHeading ? 2 * kParagraphSpace
                                                        : kParagraphSpace;
    fragment.height = line.height;
    // A heading stays with what follows; a paragraph's first and last two lines stay together.
    fragment.keep_next = node.type == NodeType::kHeading ||
                         (lines.size() > 1 && (index == 0 || index + 2 == lines.size()));
    fragment.marks.push_back({.kind = Mark::Kind::kTextLine,
                              .x = x + line.x,
                              .y = line.baseline - line.top,
                              .layout = layout,
                              .line = static_cast<int>(index),
                              .paragraph = paragraph,
                              .heading = node.level});
    out.push_back(std::move(fragment));
  }
}

void Layout::FlowList(const Node& node, double x, double width, std::vector<Fragment>& out) {
  int number = 0;
  for (const auto& item : node.content) {
    ++number;
    auto content = Flow(item.content, x + kListIndent, width - kListIndent);
    if (content.empty()) continue;
    const auto sign = MakeLine(
        node.type == NodeType::kOrderedList ? std::to_string(number) + "." : "•", kTextSize);
    const auto line = LinesOf(sign.get()).front();
    content.front().marks.insert(content.front().marks.begin(), {.kind = Mark::Kind::kTextLine,
                                                                 .x = x,
                                                                 .y = line.baseline,
                                                                 .layout = sign,
                                                                 .paragraph = ++paragraphs_});
    std::move(content.begin(), content.end(), std::back_inserter(out));
  }
}

void Layout::FlowQr(const Node& node, double x, double width, std::vector<Fragment>& out) {
  const double side = node.size > 0 ? node.size : 72;
  const double left = node.align == Align::kRight    ? x + width - side
                      : node.align == Align::kCenter ? x + (width - side) / 2
                                                     : x;
  out.push_back(
      {.before = kParagraphSpace,
       .height = side,
       .marks = {{.kind = Mark::Kind::kQr, .x = left, .y = 0, .x2 = side, .text = node.text}}});
}

void Layout::Paginate() {
  pages_.emplace_back();
  double y = 0;
  auto start_page = [&](const Fragment& next, std::size_t index) {
    if (pages_.size() >= kMaxPages) throw std::runtime_error("printing: more than 2000 pages");
    pages_.emplace_back();
    y = 0;
    if (next.table == 0 || next.header) return;
    for (std::size_t at = 0; at < index; ++at) {  // the table's header goes along
      if (fragments_[at].table != next.table || !fragments_[at].header) continue;
      pages_.back().placed.push_back({y, &fragments_[at]});
      y += fragments_[at].height;
    }
  };
  for (std::size_t index = 0; index < fragments_.size(); ++index) {
    const Fragment& fragment = fragments_[index];
    if (fragment.page_break) {
      if (!pages_.back().placed.empty() && index + 1 < fragments_.size())
        start_page(fragments_[index + 1], index + 1);
      continue;
    }
    double needed = fragment.before + fragment.height;
    for (std::size_t next = index;
         fragments_[next].keep_next && next + 1 < fragments_.size() && next < index + 4; ++next) {
      needed += fragments_[next + 1].before + fragments_[next + 1].height;
    }
    if (y > 0 && y + needed > Page::body_height()) start_page(fragment, index);
    if (y > 0) y += fragment.before;
    pages_.back().placed.push_back({y, &fragment});
    y += fragment.height;
  }
}

}  // namespace okno::printing
