// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include "json/json.h"

namespace okno::json {

// Writes JSON as text, value by value in their order: for large answers made often, where a tree of
// values would be built only to be written and thrown away. Keys of an object must differ, and what
// is begun must be ended; the caller sees to it. Text that is not UTF-8 is a bug: it throws, as
// Dump does.
class Writer {
 public:
  // Room for so many bytes, where the length is known before.
  void Reserve(std::size_t bytes) { text_.reserve(bytes); }
  void BeginObject() { Begin('{'); }
  void EndObject() { End('}'); }
  void BeginArray() { Begin('['); }
  void EndArray() { End(']'); }
  void Key(std::string_view key);

  void Value(std::string_view text);
  void Value(const std::string& text) { Value(std::string_view(text)); }
  void Value(const char* text) { Value(std::string_view(text)); }
  void Value(bool flag) { Raw(flag ? "true" : "false"); }
  template <std::integral Number>
  void Value(Number number) {
    Raw(std::to_string(number));
  }
  void Value(const Json& value);
  void Raw(std::string_view json);  // a value that is JSON text already

  template <typename T>
  void Field(std::string_view key, const T& value) {
    Key(key);
    Value(value);
  }
  // A field that is left out when its text is empty.
  void TextField(std::string_view key, std::string_view text) {
    if (!text.empty()) Field(key, text);
  }
  std::string Take() { return std::move(text_); }

 private:
  void Begin(char bracket);
  void End(char bracket);
  void Separate();

  std::string text_;
  bool first_ = true;  // nothing stands before the next value in its object or array
};

}  // namespace okno::json
