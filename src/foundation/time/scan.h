// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace okno {

// Takes pieces off the front of a text; the first wrong piece makes the whole scan failed.
class Scan {
 public:
  explicit Scan(std::string_view text) : rest_(text) {}
  int Digits(std::size_t count);            // exactly `count` digits
  char OneOf(std::string_view characters);  // the character taken
  bool Take(char character);                // takes it when it is next; never fails
  std::string_view DigitRun();              // as many digits as there are, at least one
  void Fail() { failed_ = true; }
  bool failed() const { return failed_; }
  bool Complete() const { return !failed_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace okno
