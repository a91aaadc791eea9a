// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "logic/layout.h"

namespace okno::printing {
namespace {

constexpr double kPadding = 3;

struct PlacedCell {
  const Node* node;
  int row, column;
  std::vector<Fragment> content;
  double height = 0;
};

struct Grid {
  std::vector<PlacedCell> cells;
  int columns = 0;
};

// Puts cells into columns, skipping those that a cell above reaches down into.
Grid PlaceCells(const Node& table) {
  Grid grid;
  std::vector<int> busy_until;
  for (int row = 0; row < static_cast<int>(table.content.size()); ++row) {
    int column = 0;
    for (const auto& cell : table.content[static_cast<std::size_t>(row)].content) {
      while (column < static_cast<int>(busy_until.size()) &&
             busy_until[static_cast<std::size_t>(column)] > row)
        ++column;
      if (static_cast<int>(busy_until.size()) < column + cell.colspan)
        busy_until.resize(static_cast<std::size_t>(column + cell.colspan), 0);
      std::fill_n(busy_until.begin() + column, cell.colspan, row + cell.rowspan);
      grid.cells.push_back({&cell, row, column, {}, 0});
      column += cell.colspan;
    }
  }
  grid.columns = static_cast<int>(busy_until.size());
  return grid;
}

std::vector<double> ColumnWidths(const Grid& grid, double width) {
  std::vector<double> shares(static_cast<std::size_t>(grid.columns), 0);
  for (const auto& cell : grid.cells) {
    for (std::size_t i = 0;
         i < cell.node->column_widths.size() && static_cast<int>(i) < cell.node->colspan; ++i) {
      auto& share = shares[static_cast<std::size_t>(cell.column) + i];
      if (share == 0) share = cell.node->column_widths[i];
    }
  }
  const double given = std::accumulate(shares.begin(), shares.end(), 0.0);
  const auto open = static_cast<double>(std::count(shares.begin(), shares.end(), 0.0));
  const double each = open == 0    ? 0
                      : given == 0 ? 1
                                   : given / (static_cast<double>(shares.size()) - open);
  for (auto& share : shares) share = share == 0 ? each : share;
  const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (auto& share : shares) share *= width / total;
  return shares;
}

double HeightOf(const std::vector<Fragment>& content) {
  double height = 0;
  for (const auto& fragment : content)
    height += (height > 0 ? fragment.before : 0) + fragment.height;
  return height;
}

void Shift(const Fragment& from, double y, int cell, bool header, Fragment& into) {
  for (Mark mark : from.marks) {
    mark.y += y;
    if (mark.kind == Mark::Kind::kLine) mark.y2 += y;
    mark.cell = cell;
    mark.header_cell = header;
    into.marks.push_back(std::move(mark));
  }
}

void AddBox(Fragment& row, double x, double y, double width, double height, bool top, bool bottom) {
  auto line = [&](double x1, double y1, double x2, double y2) {
    row.marks.push_back({.kind = Mark::Kind::kLine, .x = x1, .y = y1, .x2 = x2, .y2 = y2});
  };
  if (top) line(x, y, x + width, y);
  if (bottom) line(x, y + height, x + width, y + height);
  line(x, y, x, y + height);
  line(x + width, y, x + width, y + height);
}

// A row that is too tall to be kept whole: cut line by line, each piece with its side borders.
std::vector<Fragment> SplitRow(std::vector<PlacedCell*> cells, const std::vector<double>& left,
                               bool borders, double pieces_height) {
  std::vector<Fragment> pieces;
  std::vector<std::size_t> next(cells.size(), 0);
  auto unfinished = [&] {
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (next[i] < cells[i]->content.size()) return true;
    return false;
  };
  while (unfinished()) {
    Fragment piece;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      double y = kPadding;
      auto& content = cells[i]->content;
      const auto first = next[i];
      while (next[i] < content.size() &&
             (next[i] == first || y + content[next[i]].height <= pieces_height)) {
        Shift(content[next[i]], y, static_cast<int>(i), false, piece);
        y += content[next[i]].height;
        ++next[i];
      }
      piece.height = std::max(piece.height, y + kPadding);
    }
    const bool first_piece = pieces.empty(), last_piece = !unfinished();
    for (auto* cell : cells) {
      const double x = left[static_cast<std::size_t>(cell->column)];
      const double width = left[static_cast<std::size_t>(cell->column + cell->node->colspan)] - x;
      if (borders) AddBox(piece, x, 0, width, piece.height, first_piece, last_piece);
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

bool IsHeaderRow(const Node& row) {
  return !row.content.empty() &&
         std::all_of(row.content.begin(), row.content.end(),
                     [](const Node& cell) { return cell.type == NodeType::kHeaderCell; });
}

}  // namespace

void Layout::FlowTable(const Node& node, double x, double width, std::vector<Fragment>& out) {
  Grid grid = PlaceCells(node);
  if (grid.columns == 0) return;
  const auto widths = ColumnWidths(grid, width);
  std::vector<double> left(widths.size() + 1, x);
  std::partial_sum(widths.begin(), widths.end(), left.begin() + 1);
  for (auto it = left.begin() + 1; it != left.end(); ++it) *it += x;
  const int rows = static_cast<int>(node.content.size());
  std::vector<double> heights(static_cast<std::size_t>(rows), 0);
  for (auto& cell : grid.cells) {
    const double cell_left = left[static_cast<std::size_t>(cell.column)],
                 cell_right = left[static_cast<std::size_t>(cell.column + cell.node->colspan)];
    cell.content =
        Flow(cell.node->content, cell_left + kPadding, cell_right - cell_left - 2 * kPadding);
    cell.height = HeightOf(cell.content) + 2 * kPadding;
    if (cell.node->rowspan == 1)
      heights[static_cast<std::size_t>(cell.row)] =
          std::max(heights[static_cast<std::size_t>(cell.row)], cell.height);
  }
  for (const auto& cell : grid.cells) {  // a tall merged cell stretches its last row
    const int last = std::min(cell.row + cell.node->rowspan, rows) - 1;
    const double have =
        std::accumulate(heights.begin() + cell.row, heights.begin() + last + 1, 0.0);
    if (cell.height > have) heights[static_cast<std::size_t>(last)] += cell.height - have;
  }
  const int table = ++tables_;
  bool still_header = true;
  for (int row = 0; row < rows;) {
    int end = row + 1;  // rows tied together by merged cells are one fragment
    for (const auto& cell : grid.cells) {
      if (cell.row < end && cell.row >= row)
        end = std::max(end, std::min(rows, cell.row + cell.node->rowspan));
    }
    const double height = std::accumulate(heights.begin() + row, heights.begin() + end, 0.0);
    std::vector<PlacedCell*> members;
    for (auto& cell : grid.cells)
      if (cell.row >= row && cell.row < end) members.push_back(&cell);
    std::vector<Fragment> pieces;
    if (end == row + 1 && height > Page::body_height() / 2) {
      pieces = SplitRow(members, left, node.borders, 60);
    } else {
      Fragment piece;
      piece.height = height;
      for (std::size_t i = 0; i < members.size(); ++i) {
        const auto& cell = *members[i];
        const double top = std::accumulate(heights.begin() + row, heights.begin() + cell.row, 0.0);
        double y = top + kPadding;
        for (const auto& content : cell.content) {
          if (y > top + kPadding) y += content.before;
          Shift(content, y, static_cast<int>(i), cell.node->type == NodeType::kHeaderCell, piece);
          y += content.height;
        }
        const double cell_x = left[static_cast<std::size_t>(cell.column)];
        const int last = std::min(cell.row + cell.node->rowspan, rows);
        const double cell_height =
            std::accumulate(heights.begin() + cell.row, heights.begin() + last, 0.0);
        if (node.borders)
          AddBox(piece, cell_x, top,
                 left[static_cast<std::size_t>(cell.column + cell.node->colspan)] - cell_x,
                 cell_height, true, true);
      }
      pieces.push_back(std::move(piece));
    }
    for (int r = row; r < end; ++r)
      still_header = still_header && IsHeaderRow(node.content[static_cast<std::size_t>(r)]);
    for (auto& piece : pieces) {
      piece.table = table;
      piece.header = still_header;
      piece.keep_next = still_header;
      out.push_back(std::move(piece));
    }
    if (row == 0 && !out.empty()) out[out.size() - pieces.size()].before = 4;
    row = end;
  }
}

}  // namespace okno::printing
