// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace okno::log {

// A log line is a snake_case event with fields, one JSON object a line on stderr; never personal data.
struct Field {
  std::string_view name;
  std::string value;
  Field(std::string_view field, std::string_view text) : name(field), value(text) {}
  Field(std::string_view field, const char* text) : name(field), value(text) {}
  Field(std::string_view field, const std::string& text) : name(field), value(text) {}
  Field(std::string_view field, long long number) : name(field), value(std::to_string(number)) {}
  Field(std::string_view field, int number) : name(field), value(std::to_string(number)) {}
  Field(std::string_view field, std::size_t number) : name(field), value(std::to_string(number)) {}
  Field(std::string_view field, double number) : name(field), value(std::to_string(number)) {}
};

enum class Level { kDebug, kInfo, kWarning, kError };
void SetLevel(Level level);  // kInfo at start
void Write(Level level, std::string_view event, std::initializer_list<Field> fields = {});
inline void Debug(std::string_view event, std::initializer_list<Field> f = {}) { Write(Level::kDebug, event, f); }
inline void Info(std::string_view event, std::initializer_list<Field> f = {}) { Write(Level::kInfo, event, f); }
inline void Warning(std::string_view event, std::initializer_list<Field> f = {}) { Write(Level::kWarning, event, f); }
inline void Error(std::string_view event, std::initializer_list<Field> f = {}) { Write(Level::kError, event, f); }

}  // namespace okno::log
