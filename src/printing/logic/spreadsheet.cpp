// SPDX-License-Identifier: Apache-2.0
#include "printing/spreadsheet.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace okno::printing {
namespace {

void Check(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("xlsx: ") + lxw_strerror(error));
}

// A file that is gone when it goes out of sight.
class TemporaryFile {
 public:
  TemporaryFile() {
    path_ = (std::filesystem::temp_directory_path() / "okno-xlsx-XXXXXX").string();
    const int file = ::mkstemp(path_.data());
    if (file < 0) throw std::runtime_error("xlsx: no temporary file");
    ::close(file);
  }
  ~TemporaryFile() { ::unlink(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }
  std::string Read() const {
    std::ifstream file(path_, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  }

 private:
  std::string path_;
};

lxw_datetime DayOf(Date date) {
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<int>(static_cast<unsigned>(date.month())),
          .day = static_cast<int>(static_cast<unsigned>(date.day())),
          .hour = 0,
          .min = 0,
          .sec = 0};
}

class SheetWriter {
 public:
  SheetWriter(lxw_workbook* book, const Sheet& sheet) : sheet_(sheet) {
    page_ = workbook_add_worksheet(book, sheet.name.c_str());
    if (page_ == nullptr)
      throw std::runtime_error("xlsx: the sheet can not be named " + sheet.name);
    bold_ = workbook_add_format(book);
    format_set_bold(bold_);
    header_ = workbook_add_format(book);
    format_set_bold(header_);
    format_set_text_wrap(header_);
    format_set_bottom(header_, LXW_BORDER_THIN);
    text_ = workbook_add_format(book);
    format_set_text_wrap(text_);
    format_set_align(text_, LXW_ALIGN_VERTICAL_TOP);
    money_ = FormatOf(book, "#,##0.00\" ₽\"");
    date_ = FormatOf(book, "dd.mm.yyyy");
    number_ = FormatOf(book, "General");
  }

  void Write() {
    for (std::size_t at = 0; at < sheet_.columns.size(); ++at) {
      const auto column = static_cast<lxw_col_t>(at);
      Check(worksheet_set_column(page_, column, column, sheet_.columns[at].width, nullptr));
    }
    for (const auto& line : sheet_.heading) {
      Check(worksheet_write_string(page_, row_++, 0, line.c_str(), bold_));
    }
    if (!sheet_.heading.empty()) ++row_;
    const auto header = row_;
    WriteHeader();
    worksheet_freeze_panes(page_, row_, 0);
    for (const auto& row : sheet_.rows) WriteRow(row);
    const auto last = static_cast<lxw_col_t>(sheet_.columns.size() - 1);
    Check(worksheet_autofilter(page_, header, 0, row_ - 1, last));
  }

 private:
  static lxw_format* FormatOf(lxw_workbook* book, const char* number) {
    auto* format = workbook_add_format(book);
    format_set_num_format(format, number);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
  }

  void WriteHeader() {
    for (std::size_t at = 0; at < sheet_.columns.size(); ++at) {
      Check(worksheet_write_string(page_, row_, static_cast<lxw_col_t>(at),
                                   sheet_.columns[at].title.c_str(), header_));
    }
    ++row_;
  }

  void WriteRow(const std::vector<SheetCell>& row) {
    if (row.size() != sheet_.columns.size()) throw std::logic_error("xlsx: a row of another width");
    for (std::size_t at = 0; at < row.size(); ++at) {
      WriteCell(static_cast<lxw_col_t>(at), row[at]);
    }
    ++row_;
  }

  void WriteCell(lxw_col_t column, const SheetCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      Check(worksheet_write_string(page_, row_, column, text->c_str(), text_));
    } else if (const auto* whole = std::get_if<long long>(&cell)) {
      Check(worksheet_write_number(page_, row_, column, static_cast<double>(*whole), number_));
    } else if (const auto* number = std::get_if<double>(&cell)) {
      Check(worksheet_write_number(page_, row_, column, *number, number_));
    } else if (const auto* rubles = std::get_if<Rubles>(&cell)) {
      Check(worksheet_write_number(page_, row_, column, rubles->amount, money_));
    } else {
      auto day = DayOf(std::get<Date>(cell));
      Check(worksheet_write_datetime(page_, row_, column, &day, date_));
    }
  }

  const Sheet& sheet_;
  lxw_worksheet* page_ = nullptr;
  lxw_format *bold_, *header_, *text_, *money_, *date_, *number_;
  lxw_row_t row_ = 0;
};

}  // namespace

std::string MakeXlsx(const Sheet& sheet) {
  if (sheet.columns.empty()) throw std::logic_error("xlsx: a sheet without columns");
  const TemporaryFile file;
  lxw_workbook_options options{
      .constant_memory = LXW_TRUE, .tmpdir = nullptr, .use_zip64 = LXW_FALSE};
  auto* book = workbook_new_opt(file.path().c_str(), &options);
  if (book == nullptr) throw std::runtime_error("xlsx: no workbook");
  try {
    SheetWriter(book, sheet).Write();
  } catch (...) {
    workbook_close(book);
    throw;
  }
  Check(workbook_close(book));
  return file.Read();
}

}  // namespace okno::printing
