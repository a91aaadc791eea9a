// SPDX-License-Identifier: Apache-2.0
#include "smev_text.h"

#include <algorithm>

#include "blocks.h"

namespace okno::xml {
namespace {

constexpr std::size_t kShort = 12;  // shorter texts are written in one go, with other rules for ">"
constexpr std::size_t kPiece = 512;  // longer ones in pieces

unsigned char Byte(char c) { return static_cast<unsigned char>(c); }

// UTF-16 units that the UTF-8 byte begins: 2 for a supplementary character, 0 inside a character.
std::size_t UnitsOf(char c) {
  const auto byte = Byte(c);
  if (byte >= 0xF0) return 2;
  return byte >= 0x80 && byte < 0xC0 ? 0 : 1;
}

bool IsShort(std::string_view text) {
  std::size_t units = 0;
  for (char c : text) {
    units += UnitsOf(c);
    if (units >= kShort) return false;
  }
  return true;
}

// U+007F, or the first byte of U+0080 to U+009F.
bool IsControl(std::string_view text, std::size_t at) {
  if (Byte(text[at]) == 0x7F) return true;
  return Byte(text[at]) == 0xC2 && at + 1 < text.size() && Byte(text[at + 1]) < 0xA0;
}

void AppendReference(std::string& out, unsigned char code) {
  constexpr char kHex[] = "0123456789abcdef";
  out += "&#x";
  if (code >= 16) out.push_back(kHex[code >> 4]);
  out.push_back(kHex[code & 15]);
  out.push_back(';');
}

// What may have to be written otherwise. Most text has none of it. (Not functions: a pointer to one
// would be called for every block.)
constexpr auto kIsTextSpecial = [](Block block) -> Truth {
  return (block == '&') | (block == '<') | (block == '>') | (block == '\r') | (block == 0x7F) |
         (block == 0xC2);
};
constexpr auto kIsAttributeSpecial = [](Block block) -> Truth {
  return (block == '&') | (block == '<') | (block == '"') | (block == '\r') | (block == '\n') |
         (block == '\t');
};

class TextWriter {
 public:
  TextWriter(std::string& out, std::string_view text) : out_(out), text_(text) {}

  void Run() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto special = FindFirst(text_, at, kIsTextSpecial);
      if (special > at) escaped_ = false;
      out_ += text_.substr(at, special - at);
      if (special == text_.size()) return;
      at = Special(special);
    }
  }

 private:
  // Writes the character there; the place after it.
  std::size_t Special(std::size_t at) {
    const char c = text_[at];
    if (c == '>') {
      Greater(at);
      return at + 1;
    }
    escaped_ = c != '\xC2' || IsControl(text_, at);
    if (c == '&') {
      out_ += "&amp;";
    } else if (c == '<') {
      out_ += "&lt;";
    } else if (c != '\xC2') {
      AppendReference(out_, Byte(c));
    } else if (escaped_) {
      AppendReference(out_, Byte(text_[at + 1]));
      return at + 2;
    } else {
      out_.push_back(c);
    }
    return at + 1;
  }

  void Greater(std::size_t at) {
    for (; counted_ < at; ++counted_) units_ += UnitsOf(text_[counted_]);
    const bool is_short = IsShort(text_);
    const bool first = is_short ? units_ == 0 : units_ % kPiece == 0;
    const bool after_bracket = at > 0 && text_[at - 1] == ']';
    escaped_ = first || after_bracket || (!is_short && escaped_);
    out_ += escaped_ ? "&gt;" : ">";
  }

  std::string& out_;
  std::string_view text_;
  bool escaped_ = false;     // the character before was written as a reference
  std::size_t counted_ = 0;  // bytes whose units are known
  std::size_t units_ = 0;
};

}  // namespace

bool IsBlank(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return Byte(c) <= 0x20; });
}

void AppendSmevText(std::string& out, std::string_view text) { TextWriter(out, text).Run(); }

void AppendSmevAttribute(std::string& out, std::string_view value) {
  for (std::size_t at = 0; at < value.size(); ++at) {
    const auto special = FindFirst(value, at, kIsAttributeSpecial);
    out += value.substr(at, special - at);
    if (special == value.size()) return;
    at = special;
    switch (value[at]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\r':
      case '\n':
      case '\t':
        AppendReference(out, Byte(value[at]));
        break;
      default:
        break;
    }
  }
}

int CompareUtf16(std::string_view a, std::string_view b) {
  const auto [at_a, at_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (at_a == a.end() || at_b == b.end()) return (at_a != a.end()) - (at_b != b.end());
  // Bytes of UTF-8 order as code points do; in UTF-16 the surrogates of supplementary characters
  // (first byte F0 and up) stand before U+E000 to U+FFFF (first byte EE or EF).
  const auto rank = [](char c) {
    const int byte = Byte(c);
    return byte >= 0xF0 ? byte - 0x10 : byte >= 0xEE ? byte + 0x10 : byte;
  };
  return rank(*at_a) - rank(*at_b);
}

}  // namespace okno::xml
