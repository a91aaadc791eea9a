// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "code_points.h"
#include "text/strings.h"
#include "xsd/schema.h"

namespace okno::xsd {
namespace {

// Upper half of windows-1251; 0x98 is not a character.
constexpr char32_t kWindows1251[] = {
    0x402,  0x403,  0x201A, 0x453,  0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x409,
    0x2039, 0x40A,  0x40C,  0x40B,  0x40F,  0x452,  0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0,      0x2122, 0x459,  0x203A, 0x45A,  0x45C,  0x45B,  0x45F,  0xA0,
    0x40E,  0x45E,  0x408,  0xA4,   0x490,  0xA6,   0xA7,   0x401,  0xA9,   0x404,  0xAB,
    0xAC,   0xAD,   0xAE,   0x407,  0xB0,   0xB1,   0x406,  0x456,  0x491,  0xB5,   0xB6,
    0xB7,   0x451,  0x2116, 0x454,  0xBB,   0x458,  0x405,  0x455,  0x457};

Refusal Unreadable(std::string what) {
  auto refusal = Refusal::Invalid("xsd.encoding");
  refusal.detail = std::move(what);
  return refusal;
}

Result<std::string> FromUtf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t at) {
    const auto high = static_cast<unsigned char>(bytes[at + (big_endian ? 0 : 1)]);
    const auto low = static_cast<unsigned char>(bytes[at + (big_endian ? 1 : 0)]);
    return static_cast<char32_t>(high << 8 | low);
  };
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    auto c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      const auto low = unit(at += 2);
      if (low < 0xDC00 || low > 0xDFFF) return Unreadable("UTF-16");
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    } else if (c >= 0xD800 && c <= 0xDFFF) {
      return Unreadable("UTF-16");
    }
    Append(text, c);
  }
  return text;
}

Result<std::string> FromWindows1251(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    const auto c = code < 0x80    ? code
                   : code >= 0xC0 ? 0x410 + (code - 0xC0u)
                                  : kWindows1251[code - 0x80];
    if (c == 0 && code != 0) return Unreadable("windows-1251");
    Append(text, c);
  }
  return text;
}

// Where the declaration names its encoding: offset and length of the name; length 0 when it does
// not.
std::pair<std::size_t, std::size_t> DeclaredAt(std::string_view text) {
  if (!text.starts_with("<?xml")) return {0, 0};
  const auto end = text.find("?>");
  const auto name = text.substr(0, end).find("encoding");
  const auto quote = name == std::string_view::npos ? name : text.find_first_of("\"'", name);
  if (end == std::string_view::npos || quote == std::string_view::npos || quote > end)
    return {0, 0};
  const auto close = text.find(text[quote], quote + 1);
  return {quote + 1, close == std::string_view::npos ? 0 : close - quote - 1};
}

}  // namespace

Result<std::string> ToUtf8(std::string_view bytes) {
  std::string text(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes);
  if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE")) {
    auto converted = FromUtf16(bytes.substr(2), bytes[0] == '\xFE');
    if (!converted) return converted;
    text = *std::move(converted);
  }
  const auto [at, length] = DeclaredAt(text);
  auto declared = text::ToLower(text.substr(at, length));
  if (declared == "windows-1251" || declared == "cp1251") {
    auto converted = FromWindows1251(text);
    if (!converted) return converted;
    text = *std::move(converted);
  } else if (length > 0 && declared != "utf-8" && declared != "utf8" && declared != "utf-16" &&
             declared != "us-ascii") {
    return Unreadable(declared);
  }
  if (!text::IsValidUtf8(text)) return Unreadable("UTF-8");
  if (length > 0) text.replace(at, length, "UTF-8");
  return text;
}

}  // namespace okno::xsd
