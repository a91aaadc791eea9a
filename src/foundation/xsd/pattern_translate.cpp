// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "code_points.h"
#include "pattern.h"

namespace okno::xsd {
namespace {

// The matcher of the server copies a counted part as often as it is counted.
constexpr std::size_t kMostCopies = 2000;

struct Inexact {};

std::size_t Copies(const Pattern& pattern) {
  std::size_t copies = pattern.kind == Pattern::Kind::kSet ? 1 : 0;
  for (const auto& part : pattern.parts) copies += Copies(part);
  if (pattern.kind == Pattern::Kind::kRepeat) {
    copies *= static_cast<std::size_t>(std::max({pattern.least, pattern.most, 1}));
  }
  return std::min(copies, kMostCopies + 1);
}

bool IsOne(const CharacterSet& set) { return set.size() == 1 && set[0].first == set[0].last; }

void WriteControl(std::string& text, char32_t c) {
  if (c == U'\t') text += "\\t";
  if (c == U'\n') text += "\\n";
  if (c == U'\r') text += "\\r";
}

void WriteLiteral(std::string& text, char32_t c) {
  if (c < U' ') return WriteControl(text, c);
  if (std::u32string_view(U"^$\\.*+?()[]{}|/").find(c) != std::u32string_view::npos) text += '\\';
  Append(text, c);
}

void WriteMember(std::string& text, char32_t c) {
  if (c < U' ') return WriteControl(text, c);
  if (c == U'\\' || c == U']' || c == U'[' || c == U'^') text += '\\';
  Append(text, c);
}

// A lone hyphen goes last, where nobody takes it for a range.
void WriteRanges(std::string& text, const CharacterSet& set) {
  bool hyphen = false;
  for (auto range : set) {
    if (range.first == U'-' && range.last == U'-') {
      hyphen = true;
      continue;
    }
    if (range.first == U'-') hyphen = true, ++range.first;
    if (range.last == U'-') hyphen = true, --range.last;
    if (range.first < U' ' && range.first != range.last) {
      for (auto c = range.first; c <= std::min<char32_t>(range.last, U'\x1F'); ++c)
        WriteMember(text, c);
      if (range.last < U' ') continue;
      range.first = U' ';
    }
    WriteMember(text, range.first);
    if (range.last == range.first) continue;
    if (range.last > range.first + 1) text += '-';
    WriteMember(text, range.last);
  }
  if (hyphen) text += '-';
}

// Only \t, \n and \r of the control characters can stand in XML.
bool HasControls(const CharacterSet& set) {
  return std::ranges::any_of(set, [](const Range& range) {
    for (char32_t c = range.first; c <= std::min<char32_t>(range.last, U'\x1F'); ++c) {
      if (c != U'\t' && c != U'\n' && c != U'\r') return true;
    }
    return false;
  });
}

void WriteSet(std::string& text, const Pattern& pattern) {
  if (!pattern.exact || pattern.set.empty()) throw Inexact{};
  if (IsOne(pattern.set)) return WriteLiteral(text, pattern.set[0].first);
  if (pattern.set == CharacterSet{{U'0', U'9'}}) {
    text += "\\d";
    return;
  }
  const bool negated = pattern.set.back().last == 0x10FFFF && HasControls(pattern.set);
  text += negated ? "[^" : "[";
  WriteRanges(text, negated ? Complement(pattern.set) : pattern.set);
  text += ']';
}

void WriteCount(std::string& text, int least, int most) {
  if (least == 0 && most == 1) {
    text += '?';
  } else if (least == 0 && most == kEndless) {
    text += '*';
  } else if (least == 1 && most == kEndless) {
    text += '+';
  } else {
    text += '{' + std::to_string(least);
    if (most != least) text += ',' + (most == kEndless ? std::string() : std::to_string(most));
    text += '}';
  }
}

void Write(std::string& text, const Pattern& pattern);

void WriteGroup(std::string& text, const Pattern& pattern) {
  text += '(';
  Write(text, pattern);
  text += ')';
}

void Write(std::string& text, const Pattern& pattern) {
  switch (pattern.kind) {
    case Pattern::Kind::kSet:
      return WriteSet(text, pattern);
    case Pattern::Kind::kSequence:
      for (const auto& part : pattern.parts) {
        part.kind == Pattern::Kind::kChoice ? WriteGroup(text, part) : Write(text, part);
      }
      return;
    case Pattern::Kind::kChoice:
      for (std::size_t i = 0; i < pattern.parts.size(); ++i) {
        if (i > 0) text += '|';
        Write(text, pattern.parts[i]);
      }
      return;
    case Pattern::Kind::kRepeat:
      pattern.parts[0].kind == Pattern::Kind::kSet ? Write(text, pattern.parts[0])
                                                   : WriteGroup(text, pattern.parts[0]);
      return WriteCount(text, pattern.least, pattern.most);
  }
}

// The character a person would expect: a Russian letter, a digit, else the first that can be seen.
char32_t Typical(const CharacterSet& set) {
  const auto has = [&](char32_t c) {
    return std::ranges::any_of(set, [c](const Range& r) { return r.first <= c && c <= r.last; });
  };
  for (const char32_t c : {U'А', U'а', U'1', U'0', U'A', U'a', U' '}) {
    if (has(c)) return c;
  }
  for (const auto& range : set) {
    if (range.last > U' ') return std::max<char32_t>(range.first, U'!');
  }
  return set.empty() ? U'?' : set[0].first;
}

std::size_t Shortest(const Pattern& pattern) {
  if (pattern.kind == Pattern::Kind::kSet) return 1;
  std::size_t length = pattern.kind == Pattern::Kind::kChoice ? SIZE_MAX : 0;
  for (const auto& part : pattern.parts) {
    const auto one = Shortest(part);
    length = pattern.kind == Pattern::Kind::kChoice ? std::min(length, one) : length + one;
  }
  return pattern.kind == Pattern::Kind::kRepeat ? length * static_cast<std::size_t>(pattern.least)
                                                : length;
}

constexpr std::size_t kLongestExample = 5000;

void WriteExample(std::string& text, const Pattern& pattern, std::size_t& missing) {
  if (text.size() > kLongestExample) return;
  if (pattern.kind == Pattern::Kind::kSet) return Append(text, Typical(pattern.set));
  if (pattern.kind == Pattern::Kind::kChoice) {
    return WriteExample(text, *std::ranges::min_element(pattern.parts, {}, Shortest), missing);
  }
  if (pattern.kind == Pattern::Kind::kSequence) {
    for (const auto& part : pattern.parts) WriteExample(text, part, missing);
    return;
  }
  const auto& part = pattern.parts[0];
  const bool more = pattern.most == kEndless || pattern.most > pattern.least;
  int copies = pattern.least;
  const auto each = std::max<std::size_t>(Shortest(part), 1);
  while (more && missing > 0 && (pattern.most == kEndless || copies < pattern.most)) {
    missing -= std::min(missing, each);
    ++copies;
  }
  for (int i = 0; i < copies && text.size() <= kLongestExample; ++i)
    WriteExample(text, part, missing);
}

}  // namespace

std::optional<std::string> ToFormPattern(const Pattern& pattern) {
  if (Copies(pattern) > kMostCopies) return std::nullopt;
  std::string text = "^";
  try {
    pattern.kind == Pattern::Kind::kChoice ? WriteGroup(text, pattern) : Write(text, pattern);
  } catch (const Inexact&) {
    return std::nullopt;
  }
  return text + "$";
}

std::string Example(const Pattern& pattern, std::size_t length) {
  const auto shortest = Shortest(pattern);
  std::size_t missing = length > shortest ? length - shortest : 0;
  std::string text;
  WriteExample(text, pattern, missing);
  return text;
}

}  // namespace okno::xsd
