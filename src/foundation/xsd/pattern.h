// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

// Regular expressions of XML Schema (part 2, appendix F): read, judged, translated.
namespace okno::xsd {

// Code points, both ends in.
struct Range {
  char32_t first = 0, last = 0;
  bool operator==(const Range&) const = default;
};
// A set of characters: sorted ranges that do not touch.
using CharacterSet = std::vector<Range>;
CharacterSet Union(CharacterSet a, const CharacterSet& b);
CharacterSet Complement(const CharacterSet& a);
CharacterSet Intersection(const CharacterSet& a, const CharacterSet& b);

struct Pattern {
  enum class Kind { kSet, kSequence, kChoice, kRepeat };
  Kind kind = Kind::kSequence;
  CharacterSet set;   // kSet
  bool exact = true;  // kSet: no Unicode property stands behind it, of which we know a part only
  std::vector<Pattern> parts;  // kSequence, kChoice; kRepeat has one
  int least = 1, most = 1;     // kRepeat; most -1 = without end
};
constexpr int kEndless = -1;

// Refused "xsd.pattern_malformed", "xsd.pattern_too_long" (over 2,000 characters, 40 levels).
Result<Pattern> ReadPattern(std::string_view text);
// Whether a matcher that tries one way after another can take exponential time: two ways through a
// repeated part read the same text. Patterns too big to judge count as dangerous.
bool IsDangerous(const Pattern& pattern);
// The same in what docs/forms.md allows, anchored; empty when it can not be said exactly or is too
// big for the matchers of forms.
std::optional<std::string> ToFormPattern(const Pattern& pattern);
// A text that fits, the shortest with at least `length` characters that simple repetition gives.
std::string Example(const Pattern& pattern, std::size_t length = 0);

}  // namespace okno::xsd
