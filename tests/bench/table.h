// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace okno::bench {

// One line: what was measured, what the floor of the same run reached, how both compare, and what
// is promised. Floor, ratio and promise may be empty.
struct Line {
  std::string what, figure, floor, ratio, promise;
};

// The table as Markdown. A group has lines of one suite.
class Table {
 public:
  void Add(Line line) { lines_.push_back(std::move(line)); }
  std::string Markdown() const;

 private:
  std::vector<Line> lines_;
};

// «2 × Intel Xeon …, 24 GB, Debian 12, Linux 6.1, PostgreSQL 15.x»: what the table came from.
std::string Machine();

// Puts `text` between the lines <!-- bench --> and <!-- /bench --> of the file. Throws when there
// are none.
void WriteInto(const std::string& path, const std::string& text);

}  // namespace okno::bench
