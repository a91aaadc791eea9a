// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>

namespace okno::log {

// A log line is a snake_case event with fields, one JSON object a line on stderr; never personal data.
struct Field {
  std::string_view name;
  std::string value;
  bool bare = false;  // a number or true/false, written without quotes
  Field(std::string_view field, std::string_view text) : name(field), value(text) {}
  Field(std::string_view field, const char* text) : name(field), value(text) {}
  Field(std::string_view field, const std::string& text) : name(field), value(text) {}
  Field(std::string_view field, std::integral auto number)
      : name(field), value(std::to_string(number)), bare(true) {}
  Field(std::string_view field, bool flag)
      : name(field), value(flag ? "true" : "false"), bare(true) {}
  Field(std::string_view field, double number);  // what is no number (infinity) is written as null
};

enum class Level { kDebug, kInfo, kWarning, kError };
void SetLevel(Level level);  // kInfo at start
// Safe from any thread; a line is never mixed with another's. Bytes that are not UTF-8 are replaced.
void Write(Level level, std::string_view event, std::initializer_list<Field> fields = {});
inline void Debug(std::string_view event, std::initializer_list<Field> f = {}) {
  Write(Level::kDebug, event, f);
}
inline void Info(std::string_view event, std::initializer_list<Field> f = {}) {
  Write(Level::kInfo, event, f);
}
inline void Warning(std::string_view event, std::initializer_list<Field> f = {}) {
  Write(Level::kWarning, event, f);
}
inline void Error(std::string_view event, std::initializer_list<Field> f = {}) {
  Write(Level::kError, event, f);
}

}  // namespace okno::log
