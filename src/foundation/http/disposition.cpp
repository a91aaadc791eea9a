// SPDX-License-Identifier: Apache-2.0
#include "http/disposition.h"

#include <cctype>

namespace okno::http {
namespace {

// RFC 8187: everything but letters, digits and a few marks as %XX of UTF-8.
std::string EncodeExtended(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (unsigned char c : text) {
    if (std::isalnum(c) || c == '.' || c == '-' || c == '_') {
      out += static_cast<char>(c);
    } else {
      out += '%';
      out += kHex[c >> 4];
      out += kHex[c & 15];
    }
  }
  return out;
}

std::string AsciiFallback(std::string_view name) {
  std::string out;
  for (unsigned char c : name) {
    if (c >= 0x80) {
      if (c >= 0xC0) out += '_';  // one mark a letter
    } else {
      out += c < ' ' || c == 0x7f || c == '"' || c == '\\' ? '_' : static_cast<char>(c);
    }
  }
  return out;
}

}  // namespace

std::string Disposition(std::string_view kind, std::string_view name) {
  return std::string(kind) + "; filename=\"" + AsciiFallback(name) + "\"; filename*=UTF-8''" +
         EncodeExtended(name);
}

}  // namespace okno::http
