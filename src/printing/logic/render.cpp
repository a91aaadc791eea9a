// SPDX-License-Identifier: Apache-2.0
#include "printing/render.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <stdexcept>

#include "logic/layout.h"

namespace okno::printing {
namespace {

cairo_status_t Append(void* out, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

// Tags of the PDF's structure (for screen readers): kept open while the next mark belongs to the
// same element.
class Tags {
 public:
  explicit Tags(cairo_t* cairo) : cairo_(cairo) {}
  void Table(int table) {
    if (table == table_) return;
    Close(table_ != 0, "Table");
    table_ = table;
    if (table != 0) cairo_tag_begin(cairo_, "Table", nullptr);
  }
  void BeginRow() {
    if (table_ != 0) cairo_tag_begin(cairo_, "TR", nullptr);
  }
  void EndRow() {
    EndCell();
    if (table_ != 0) cairo_tag_end(cairo_, "TR");
  }
  void Text(const Mark& mark) {
    const std::string name = mark.heading > 0 ? "H" + std::to_string(mark.heading) : "P";
    if (mark.cell != cell_) {
      EndCell();
      cell_ = mark.cell;
      if (cell_ >= 0) cairo_tag_begin(cairo_, cell_name_ = mark.header_cell ? "TH" : "TD", nullptr);
    }
    cairo_tag_begin(cairo_, name.c_str(), nullptr);
    pango_cairo_show_layout_line(cairo_,
                                 pango_layout_get_line_readonly(mark.layout.get(), mark.line));
    cairo_tag_end(cairo_, name.c_str());
  }
  void EndCell() {
    Close(cell_ >= 0, cell_name_);
    cell_ = -1;
  }

 private:
  void Close(bool open, const char* name) {
    if (open) cairo_tag_end(cairo_, name);
  }
  cairo_t* cairo_;
  int table_ = 0, cell_ = -1;
  const char* cell_name_ = "TD";
};

void DrawQr(cairo_t* cairo, const Mark& mark, double x, double y) {
  const QrCode code = MakeQr(mark.text);
  constexpr int kQuiet = 4;  // modules of white around it that readers need
  const double module = mark.x2 / (code.side + 2 * kQuiet);
  for (int row = 0; row < code.side; ++row) {
    for (int column = 0; column < code.side; ++column) {
      if (code.dark[static_cast<std::size_t>(row * code.side + column)])
        cairo_rectangle(cairo, x + (column + kQuiet) * module, y + (row + kQuiet) * module, module,
                        module);
    }
  }
  cairo_fill(cairo);
}

void DrawFragment(cairo_t* cairo, Tags& tags, const Fragment& fragment, double left, double top) {
  tags.Table(fragment.table);
  tags.BeginRow();
  for (const auto& mark : fragment.marks) {
    const double x = left + mark.x, y = top + mark.y;
    if (mark.kind == Mark::Kind::kTextLine) {
      cairo_move_to(cairo, x, y);
      tags.Text(mark);
    } else if (mark.kind == Mark::Kind::kLine) {
      cairo_move_to(cairo, x, y);
      cairo_line_to(cairo, left + mark.x2, top + mark.y2);
      cairo_stroke(cairo);
    } else {
      DrawQr(cairo, mark, x, y);
    }
  }
  tags.EndRow();
}

void DrawFooter(cairo_t* cairo, const Layout& layout, std::size_t page) {
  const auto line =
      layout.MakeLine(fmt::format("Страница {} из {}", page + 1, layout.pages().size()), 8);
  PangoRectangle extents;
  pango_layout_get_extents(line.get(), nullptr, &extents);
  cairo_move_to(cairo, Page::kWidth - Page::kRight - extents.width / double(PANGO_SCALE),
                Page::kHeight - Page::kBottom / 2);
  pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(line.get(), 0));
}

void Draw(cairo_t* cairo, const Layout& layout) {
  cairo_set_line_width(cairo, 0.6);
  for (std::size_t page = 0; page < layout.pages().size(); ++page) {
    Tags tags(cairo);
    for (const auto& placed : layout.pages()[page].placed)
      DrawFragment(cairo, tags, *placed.fragment, Page::kLeft, Page::kTop + placed.y);
    tags.Table(0);
    DrawFooter(cairo, layout, page);
    cairo_show_page(cairo);
  }
}

}  // namespace

std::string Render(const Template& document_template, const Json& data) {
  const Node filled = Fill(document_template.tree().root, data);
  const Layout layout(filled);
  std::string pdf;
  cairo_surface_t* surface =
      cairo_pdf_surface_create_for_stream(Append, &pdf, Page::kWidth, Page::kHeight);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Okno");
  if (data.contains("title") && data["title"].is_string())
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
                                   data["title"].get<std::string>().c_str());
  cairo_t* cairo = cairo_create(surface);
  Draw(cairo, layout);
  const auto status = cairo_status(cairo);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  const auto written = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  if (status != CAIRO_STATUS_SUCCESS || written != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(
        std::string("printing: ") +
        cairo_status_to_string(status != CAIRO_STATUS_SUCCESS ? status : written));
  return pdf;
}

}  // namespace okno::printing
