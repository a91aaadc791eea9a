// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <stdexcept>

#include "code_points.h"
#include "pattern.h"

namespace okno::xsd {
namespace {

constexpr std::size_t kLongest = 2000;
constexpr int kDeepest = 40;
constexpr int kLargestCount = 1000000;

struct Malformed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Class {
  CharacterSet set;
  bool exact = true;
};

const CharacterSet kDigits{{U'0', U'9'}};
const CharacterSet kSpaces{{U'\t', U'\n'}, {U'\r', U'\r'}, {U' ', U' '}};
const CharacterSet kUpper{{U'A', U'Z'}, {U'Ё', U'Ё'}, {U'А', U'Я'}};
const CharacterSet kLower{{U'a', U'z'}, {U'а', U'я'}, {U'ё', U'ё'}};
const CharacterSet kLetters{{U'A', U'Z'}, {U'a', U'z'}, {0xC0, 0x24F}, {0x370, 0x52F}};
const CharacterSet kNameStart{{U':', U':'}, {U'A', U'Z'},  {U'_', U'_'},
                              {U'a', U'z'}, {0xC0, 0x24F}, {0x370, 0x52F}};
const CharacterSet kNameRest{{U'-', U'.'}, {U'0', U'9'}, {0xB7, 0xB7}};

// What we know of Unicode properties: the blocks exactly, of categories the part people here use.
Class Property(const std::string& name) {
  static const std::map<std::string, Class> known{
      {"IsBasicLatin", {{{0, 0x7F}}, true}},
      {"IsLatin-1Supplement", {{{0x80, 0xFF}}, true}},
      {"IsCyrillic", {{{0x400, 0x4FF}}, true}},
      {"L", {kLetters, false}},
      {"Lu", {kUpper, false}},
      {"Ll", {kLower, false}},
      {"N", {kDigits, false}},
      {"Nd", {kDigits, false}},
      {"Z", {{{U' ', U' '}, {0xA0, 0xA0}}, false}},
      {"Zs", {{{U' ', U' '}, {0xA0, 0xA0}}, false}},
      {"P", {{{U'!', U'#'}, {U'%', U'*'}, {U',', U'/'}, {U':', U';'}, {U'?', U'@'}}, false}},
      {"S", {{{U'$', U'$'}, {U'+', U'+'}, {U'<', U'>'}}, false}},
      {"C", {{{0, 0x1F}}, false}},
  };
  const auto found = known.find(name);
  return found == known.end() ? Class{kLetters, false} : found->second;
}

class PatternReader {
 public:
  explicit PatternReader(std::string_view text) : text_(ToCodePoints(text)) {}

  Pattern Whole() {
    auto pattern = Choice(0);
    if (at_ != text_.size()) throw Malformed("unexpected )");
    return pattern;
  }

 private:
  bool More() const { return at_ < text_.size(); }
  char32_t Peek() const { return More() ? text_[at_] : 0; }
  bool Take(char32_t c) {
    if (!More() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  char32_t Next() {
    if (!More()) throw Malformed("it ends too early");
    return text_[at_++];
  }

  Pattern Choice(int depth) {
    if (depth > kDeepest) throw Malformed("too deep");
    Pattern choice{.kind = Pattern::Kind::kChoice};
    do {
      choice.parts.push_back(Sequence(depth));
    } while (Take(U'|'));
    return choice.parts.size() == 1 ? std::move(choice.parts[0]) : choice;
  }
  Pattern Sequence(int depth) {
    Pattern sequence{.kind = Pattern::Kind::kSequence};
    while (More() && Peek() != U'|' && Peek() != U')') {
      sequence.parts.push_back(Quantified(Atom(depth)));
    }
    return sequence;
  }
  Pattern Atom(int depth) {
    const auto c = Next();
    if (c == U'(') {
      auto group = Choice(depth + 1);
      if (!Take(U')')) throw Malformed("( without )");
      return group;
    }
    if (c == U'[') return SetOf(Bracket(depth));
    if (c == U'\\') return SetOf(Escape());
    if (c == U'.') return SetOf({Complement({{U'\n', U'\n'}, {U'\r', U'\r'}}), true});
    if (c == U'?' || c == U'*' || c == U'+' || c == U'{' || c == U'}' || c == U']') {
      throw Malformed("a sign that needs \\");
    }
    return SetOf({{{c, c}}, true});
  }
  static Pattern SetOf(Class set) {
    return {.kind = Pattern::Kind::kSet, .set = std::move(set.set), .exact = set.exact};
  }

  Pattern Quantified(Pattern atom) {
    int least = 1, most = 1;
    if (Take(U'?')) {
      least = 0;
    } else if (Take(U'*')) {
      least = 0, most = kEndless;
    } else if (Take(U'+')) {
      most = kEndless;
    } else if (Take(U'{')) {
      least = most = Number();
      if (Take(U',')) most = Peek() == U'}' ? kEndless : Number();
      if (!Take(U'}')) throw Malformed("{ without }");
      if (most != kEndless && most < least) throw Malformed("{n,m} with m < n");
    } else {
      return atom;
    }
    Pattern repeat{.kind = Pattern::Kind::kRepeat, .least = least, .most = most};
    repeat.parts.push_back(std::move(atom));
    return repeat;
  }
  int Number() {
    int number = 0;
    bool any = false;
    while (More() && Peek() >= U'0' && Peek() <= U'9') {
      number = number * 10 + static_cast<int>(Next() - U'0');
      any = true;
      if (number > kLargestCount) throw Malformed("a count too large");
    }
    if (!any) throw Malformed("a number is missing");
    return number;
  }

  Class Escape() {
    const auto c = Next();
    switch (c) {
      case U'n':
        return {{{U'\n', U'\n'}}, true};
      case U'r':
        return {{{U'\r', U'\r'}}, true};
      case U't':
        return {{{U'\t', U'\t'}}, true};
      // Digits of other alphabets are digits to XML Schema; nobody here means them.
      case U'd':
        return {kDigits, true};
      case U'D':
        return {Complement(kDigits), true};
      case U's':
        return {kSpaces, true};
      case U'S':
        return {Complement(kSpaces), true};
      case U'w':
        return {Union(Union(kLetters, kDigits), {{U'$', U'$'}, {U'+', U'+'}, {U'<', U'>'}}), false};
      case U'W':
        return {{{U' ', U'#'}, {U'%', U'*'}, {U',', U'/'}}, false};
      case U'i':
        return {kNameStart, false};
      case U'I':
        return {Complement(kNameStart), false};
      case U'c':
        return {Union(kNameStart, kNameRest), false};
      case U'C':
        return {Complement(Union(kNameStart, kNameRest)), false};
      case U'p':
      case U'P':
        return Named(c == U'P');
      default:
        break;
    }
    if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9')) {
      throw Malformed("an unknown escape");
    }
    return {{{c, c}}, true};
  }
  Class Named(bool negated) {
    if (!Take(U'{')) throw Malformed("\\p without {");
    std::string name;
    while (Peek() != U'}') Append(name, Next());
    ++at_;
    auto property = Property(name);
    if (negated) property.set = Complement(property.set);
    return property;
  }

  Class Bracket(int depth) {
    if (depth > kDeepest) throw Malformed("too deep");
    const bool negated = Take(U'^');
    Class set;
    bool first = true;
    while (!Take(U']')) {
      if (Peek() == U'-' && at_ + 1 < text_.size() && text_[at_ + 1] == U'[' && !first) {
        at_ += 2;
        const auto taken_out = Bracket(depth + 1);
        if (!Take(U']')) throw Malformed("a subtraction ends its class");
        if (negated) set.set = Complement(set.set);
        return {Intersection(set.set, Complement(taken_out.set)), set.exact && taken_out.exact};
      }
      AddMember(set);
      first = false;
    }
    if (set.set.empty()) throw Malformed("an empty class");
    if (negated) set.set = Complement(set.set);
    return set;
  }
  void AddMember(Class& set) {
    const auto c = Next();
    if (c == U'[') throw Malformed("[ in a class needs \\");
    auto one = c == U'\\' ? Escape() : Class{{{c, c}}, true};
    const bool single = one.set.size() == 1 && one.set[0].first == one.set[0].last;
    const bool range = single && Peek() == U'-' && at_ + 1 < text_.size() &&
                       text_[at_ + 1] != U']' && text_[at_ + 1] != U'[';
    if (range) {
      ++at_;
      const auto end = Next();
      const auto last = end == U'\\' ? Escape().set.at(0).first : end;
      if (last < one.set[0].first) throw Malformed("a range from high to low");
      one.set[0].last = last;
    }
    set.set = Union(std::move(set.set), one.set);
    set.exact = set.exact && one.exact;
  }

  std::u32string text_;
  std::size_t at_ = 0;
};

}  // namespace

Result<Pattern> ReadPattern(std::string_view text) {
  if (text.size() > kLongest) return Refusal::Invalid("xsd.pattern_too_long");
  try {
    return PatternReader(text).Whole();
  } catch (const Malformed& malformed) {
    Refusal refusal = Refusal::Invalid("xsd.pattern_malformed");
    refusal.detail = malformed.what();
    return refusal;
  }
}

}  // namespace okno::xsd
