// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "time/time.h"

// Tables for Excel (XLSX): one sheet with a heading, a header row that stays in sight and filters.
namespace okno::printing {

struct Rubles {
  double amount = 0;
};
// Texts stay texts: nothing in them is ever read as a formula.
using SheetCell = std::variant<std::string, long long, double, Rubles, Date>;
struct SheetColumn {
  std::string title;
  double width = 12;  // in digits of the common font
};
struct Sheet {
  std::string name;                  // of the tab, at most 31 characters, without []:*?/\ and '
  std::vector<std::string> heading;  // lines above the table
  std::vector<SheetColumn> columns;
  std::vector<std::vector<SheetCell>> rows;  // as many cells as columns; at most a million rows
};
// The file. Rows are written through temporary files, so memory does not grow with them. Throws
// when there is no room for those, or the sheet is not as told above.
std::string MakeXlsx(const Sheet& sheet);

}  // namespace okno::printing
