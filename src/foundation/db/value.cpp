// SPDX-License-Identifier: Apache-2.0
#include "db/value.h"

#include <charconv>
#include <stdexcept>

namespace okno::db {
namespace {

[[noreturn]] void Broken(std::string_view type) {
  // The value itself is left out: it may be personal data and this text reaches the log.
  throw std::runtime_error("db: the value is no " + std::string(type));
}

template <typename Number>
Number ParseNumber(std::string_view text, std::string_view type) {
  Number number{};
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) Broken(type);
  return number;
}

void AppendQuoted(std::string& out, std::string_view value) {
  out += '"';
  for (char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  Broken("bytea");
}

// One element of an array's text form; `text` starts at it and is moved behind it.
std::string TakeElement(std::string_view& text) {
  std::string element;
  const bool quoted = text.starts_with('"');
  if (quoted) text.remove_prefix(1);
  while (!text.empty()) {
    char c = text.front();
    if (quoted ? c == '"' : c == ',' || c == '}') break;
    if (c == '\\') text.remove_prefix(1);
    if (text.empty()) Broken("array");
    element += text.front();
    text.remove_prefix(1);
  }
  if (text.empty()) Broken("array");
  if (quoted) text.remove_prefix(1);
  if (!quoted && element == "NULL") Broken("array without NULL");
  return element;
}

}  // namespace

Parameter ToArray(const std::vector<std::string>& values) {
  std::string out = "{";
  for (const auto& value : values) {
    if (out.size() > 1) out += ',';
    AppendQuoted(out, value);
  }
  return out + "}";
}

Parameter ToParameter(double value) {
  char text[32];
  auto [end, error] = std::to_chars(text, text + sizeof text, value);
  if (error != std::errc()) Broken("double precision");
  return std::string(text, end);
}

Parameter ToParameter(const Bytes& value) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "\\x";
  out.reserve(2 + 2 * value.value.size());
  for (unsigned char byte : value.value) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

int FromText<int>::Read(std::string_view t) { return ParseNumber<int>(t, "integer"); }
long long FromText<long long>::Read(std::string_view t) {
  return ParseNumber<long long>(t, "bigint");
}
double FromText<double>::Read(std::string_view t) {
  return ParseNumber<double>(t, "double precision");
}

// "2026-11-23 09:15:00.123456+00": every session runs with TimeZone UTC and DateStyle ISO.
Instant FromText<Instant>::Read(std::string_view t) {
  if (t.size() < 22 || t[10] != ' ' || t[13] != ':' || t[16] != ':') Broken("timestamptz");
  const Date date = FromText<Date>::Read(t.substr(0, 10));
  const auto hours = ParseNumber<int>(t.substr(11, 2), "timestamptz");
  const auto minutes = ParseNumber<int>(t.substr(14, 2), "timestamptz");
  const auto seconds = ParseNumber<int>(t.substr(17, 2), "timestamptz");
  if (!t.ends_with("+00")) Broken("timestamptz in UTC");
  std::string_view fraction = t.substr(19, t.size() - 22);
  int micros = 0;
  if (!fraction.empty()) {
    std::string digits(fraction.substr(1));
    digits.resize(6, '0');
    micros = ParseNumber<int>(digits, "timestamptz");
  }
  return std::chrono::sys_days(date) + std::chrono::hours(hours) + std::chrono::minutes(minutes) +
         std::chrono::seconds(seconds) + std::chrono::microseconds(micros);
}

Date FromText<Date>::Read(std::string_view t) {
  if (t.size() != 10 || t[4] != '-' || t[7] != '-') Broken("date");
  const Date date{std::chrono::year(ParseNumber<int>(t.substr(0, 4), "date")),
                  std::chrono::month(ParseNumber<unsigned>(t.substr(5, 2), "date")),
                  std::chrono::day(ParseNumber<unsigned>(t.substr(8, 2), "date"))};
  if (!date.ok()) Broken("date");
  return date;
}

Uuid FromText<Uuid>::Read(std::string_view t) {
  auto uuid = Uuid::Parse(t);
  if (!uuid) Broken("uuid");
  return *uuid;
}

Json FromText<Json>::Read(std::string_view t) {
  Json value = Json::parse(t, nullptr, false);
  if (value.is_discarded()) Broken("json");
  return value;
}

Bytes FromText<Bytes>::Read(std::string_view t) {
  if (!t.starts_with("\\x") || t.size() % 2 != 0) Broken("bytea");
  Bytes bytes;
  bytes.value.reserve(t.size() / 2 - 1);
  for (std::size_t i = 2; i < t.size(); i += 2) {
    bytes.value += static_cast<char>(HexDigit(t[i]) << 4 | HexDigit(t[i + 1]));
  }
  return bytes;
}

std::vector<std::string> FromText<std::vector<std::string>>::Read(std::string_view t) {
  std::vector<std::string> values;
  if (t == "{}") return values;
  if (!t.starts_with('{')) Broken("array");
  do {
    t.remove_prefix(1);
    values.push_back(TakeElement(t));
  } while (t.starts_with(','));
  if (t != "}") Broken("array");
  return values;
}

}  // namespace okno::db
