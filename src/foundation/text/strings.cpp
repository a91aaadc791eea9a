// SPDX-License-Identifier: Apache-2.0
#include "text/strings.h"

#include "utf8.h"

namespace okno::text {
namespace {

std::size_t SpacesAtFront(std::string_view text) {
  const auto whole = text.size();
  auto rest = text;
  while (!rest.empty()) {
    text = rest;
    const auto next = TakeCodePoint(rest);
    if (!next || !IsWhiteSpace(*next)) return whole - text.size();
  }
  return whole;
}

// Where the last code point begins (or the last byte, in broken text).
std::size_t LastStart(std::string_view text) {
  auto start = text.size() - 1;
  while (start > 0 && text.size() - start < 4 &&
         (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) {
    --start;
  }
  return start;
}

}  // namespace

bool IsValidUtf8(std::string_view text) {
  while (!text.empty()) {
    if (!TakeCodePoint(text)) return false;
  }
  return true;
}

std::string Trim(std::string_view text) {
  text.remove_prefix(SpacesAtFront(text));
  while (!text.empty()) {
    const auto start = LastStart(text);
    auto last = text.substr(start);
    const auto c = TakeCodePoint(last);
    if (!c || !last.empty() || !IsWhiteSpace(*c)) break;
    text = text.substr(0, start);
  }
  return std::string(text);
}

std::string ToLower(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  while (!text.empty()) {
    if (const auto c = TakeCodePoint(text)) {
      Append(lower, LowerLetter(*c));
    } else {
      lower.push_back(text[0]);
      text.remove_prefix(1);
    }
  }
  return lower;
}

std::string FoldForSearch(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool space_before = false;
  for (auto c : CodePoints(text)) {
    if (IsWhiteSpace(c)) {
      space_before = true;
      continue;
    }
    if (space_before && !folded.empty()) folded.push_back(' ');
    space_before = false;
    const auto lower = LowerLetter(c);
    Append(folded, lower == U'ё' ? U'е' : lower);
  }
  return folded;
}

std::string DigitsOnly(std::string_view text) {
  std::string digits;
  for (char c : text) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  return digits;
}

std::size_t Length(std::string_view text) { return CodePoints(text).size(); }

std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (auto at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
    parts.emplace_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  parts.emplace_back(text);
  return parts;
}

}  // namespace okno::text
