// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/letters.h"

#include <map>
#include <regex>

#include "text/strings.h"

namespace okno::catalog {
namespace {

constexpr std::wstring_view kLatin = L"ABCEHKMOPTXY";
constexpr std::wstring_view kCyrillic = L"АВСЕНКМОРТХУ";

void AppendUtf8(std::string& text, char32_t c) {
  if (c < 0x80) {
    text.push_back(static_cast<char>(c));
    return;
  }
  const int tails = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  constexpr unsigned kMarks[] = {0, 0xC0, 0xE0, 0xF0};
  text.push_back(static_cast<char>(kMarks[tails] | c >> (6 * tails)));
  for (int i = tails - 1; i >= 0; --i) {
    text.push_back(static_cast<char>(0x80 | (c >> (6 * i) & 0x3F)));
  }
}

// The patterns of the forms come again with every case, and compiling one costs many times what the
// search does; so each thread keeps what it has compiled.
const std::wregex& Compiled(std::string_view pattern) {
  constexpr std::size_t kMost = 500;  // message types bring ever new ones
  // libstdc++ then walks all ways at once: no pattern takes more than its length times the text's.
  constexpr auto kAllWaysAtOnce = std::regex_constants::__polynomial;
  thread_local std::map<std::string, std::wregex, std::less<>> compiled;
  if (const auto found = compiled.find(pattern); found != compiled.end()) return found->second;
  std::wregex made(Widen(pattern), std::regex::ECMAScript | kAllWaysAtOnce);
  if (compiled.size() >= kMost) compiled.clear();
  return compiled.emplace(pattern, std::move(made)).first->second;
}

}  // namespace

std::wstring Widen(std::string_view utf8) {
  std::wstring wide;
  char32_t value = 0;
  for (const char c : utf8) {  // JSON let only well-formed UTF-8 in
    const auto byte = static_cast<unsigned char>(c);
    if (byte >> 6 == 2 && !wide.empty()) {
      wide.back() = static_cast<wchar_t>(value = value << 6 | (byte & 0x3F));
      continue;
    }
    value = byte < 0x80   ? byte
            : byte < 0xE0 ? byte & 0x1F
            : byte < 0xF0 ? byte & 0x0F
                          : byte & 0x07;
    wide.push_back(static_cast<wchar_t>(value));
  }
  return wide;
}

std::string Narrow(std::wstring_view wide) {
  std::string utf8;
  for (const auto c : wide) AppendUtf8(utf8, static_cast<char32_t>(c));
  return utf8;
}

bool Matches(std::string_view pattern, std::string_view text) {
  return std::regex_search(Widen(text), Compiled(pattern));
}

bool IsWhiteSpace(wchar_t c) {
  const bool latin = c > L' ' && c < 0x80, cyrillic = c >= 0x0400 && c < 0x0500;
  return !latin && !cyrillic && text::Trim(Narrow({&c, 1})).empty();
}

bool IsDash(wchar_t c) { return c == L'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

wchar_t ToUpper(wchar_t c) {
  if (c >= L'a' && c <= L'z') return c - 0x20;
  if (c >= 0x0430 && c <= 0x044F) return c - 0x20;
  if (c >= 0x0450 && c <= 0x045F) return c - 0x50;
  return c;
}

wchar_t LatinToCyrillic(wchar_t c) {
  const auto place = kLatin.find(c);
  return place == std::wstring_view::npos ? c : kCyrillic[place];
}

}  // namespace okno::catalog
