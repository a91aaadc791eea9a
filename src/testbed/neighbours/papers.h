// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "neighbours/question.h"
#include "printing/spreadsheet.h"

// Files that answers carry.
namespace okno::testbed::neighbours {

struct Paper {
  std::string title, agency, number, date;                // date: as people read it
  std::vector<std::pair<std::string, std::string>> rows;  // label, value
};

class Papers {
 public:
  // The template is <content>/testbed/paper.json; throws when it is not there.
  explicit Papers(const std::string& content_folder);
  ~Papers();
  File Pdf(const Paper& paper) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The same for Excel.
File Xlsx(const printing::Sheet& sheet);

// A ZIP of named files, the same bytes for the same input.
File Zip(const std::vector<std::pair<std::string, std::string>>& members);
// Members by name. Refused (nothing) when it is no ZIP, has over 50 members or over 5 MB unpacked.
std::optional<std::vector<std::pair<std::string, std::string>>> Unzip(const std::string& bytes);

std::string MakeContentId(std::string_view seed);  // begins with a letter

}  // namespace okno::testbed::neighbours
