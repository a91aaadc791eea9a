// SPDX-License-Identifier: Apache-2.0
#include "json/writer.h"

#include <stdexcept>

#include "text/strings.h"

namespace okno::json {
namespace {

// RFC 8259, 7: quotation mark, reverse solidus and the control characters.
bool WantsEscape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

void AppendEscaped(std::string& text, char c) {
  static constexpr char kDigits[] = "0123456789abcdef";
  switch (c) {
    case '"':
    case '\\':
      text.append({'\\', c});
      return;
    case '\b':
      text += "\\b";
      return;
    case '\f':
      text += "\\f";
      return;
    case '\n':
      text += "\\n";
      return;
    case '\r':
      text += "\\r";
      return;
    case '\t':
      text += "\\t";
      return;
    default:
      text.append({'\\', 'u', '0', '0', kDigits[c >> 4 & 15], kDigits[c & 15]});
  }
}

void AppendQuoted(std::string& text, std::string_view value) {
  text += '"';
  std::size_t plain = 0;
  unsigned all = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    all |= static_cast<unsigned char>(value[at]);
    if (!WantsEscape(value[at])) continue;
    text.append(value, plain, at - plain);
    AppendEscaped(text, value[at]);
    plain = at + 1;
  }
  text.append(value, plain);
  text += '"';
  if (all >= 0x80 && !text::IsValidUtf8(value)) throw std::runtime_error("json: not UTF-8");
}

}  // namespace

void Writer::Separate() {
  if (!first_) text_ += ',';
  first_ = false;
}

void Writer::Begin(char bracket) {
  Separate();
  text_ += bracket;
  first_ = true;
}

void Writer::End(char bracket) {
  text_ += bracket;
  first_ = false;
}

void Writer::Key(std::string_view key) {
  Separate();
  AppendQuoted(text_, key);
  text_ += ':';
  first_ = true;
}

void Writer::Value(std::string_view text) {
  Separate();
  AppendQuoted(text_, text);
}

// As Dump does, without an object and a text of its own for each value.
void Writer::Value(const Json& value) {
  switch (value.type()) {
    case Json::value_t::object:
      BeginObject();
      for (const auto& [key, member] : value.get_ref<const Json::object_t&>()) Field(key, member);
      return EndObject();
    case Json::value_t::array:
      BeginArray();
      for (const auto& item : value) Value(item);
      return EndArray();
    case Json::value_t::string:
      return Value(value.get_ref<const std::string&>());
    case Json::value_t::boolean:
      return Value(value.get<bool>());
    default:  // numbers and null
      return Raw(Dump(value));
  }
}

void Writer::Raw(std::string_view json) {
  Separate();
  text_ += json;
}

}  // namespace okno::json
