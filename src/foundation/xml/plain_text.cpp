// SPDX-License-Identifier: Apache-2.0
#include "plain_text.h"

#include <libxml/chvalid.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "blocks.h"
#include "text/strings.h"

namespace okno::xml {
namespace {

// Calls `look` with blocks that cover the text, the last two of which may overlap, and with the
// same one byte earlier. A space stands before the text, and spaces behind a short one.
template <typename Look>
void ForEachBlock(std::string_view text, Look look) {
  constexpr auto kSize = sizeof(Block);
  std::array<char, 1 + kSize> first;
  first.fill(' ');
  std::ranges::copy(text.substr(0, kSize), first.begin() + 1);
  look(Load(first.data() + 1), Load(first.data()));
  for (std::size_t at = kSize; at < text.size(); at += kSize) {
    const auto* place = text.data() + std::min(at, text.size() - kSize);
    look(Load(place), Load(place - 1));
  }
}

constexpr auto kTraits = [] {
  std::array<unsigned char, 256> traits{};
  for (unsigned c = 0; c < 0x20; ++c) traits[c] = kStrange;
  traits['&'] = kReference;
  traits['<'] = kStrange;
  traits['\n'] = kLineFeed;
  traits['\t'] = kTab;
  traits[']'] = kBracket;
  return traits;
}();

unsigned char Byte(char c) { return static_cast<unsigned char>(c); }
bool IsTail(char c) { return (Byte(c) & 0xC0) == 0x80; }

// Whether all is ASCII and characters of two bytes, as Russian is written: behind each byte that
// begins one, and nowhere else, stands one that ends it.
bool IsOfPairs(std::string_view text) {
  const auto is_first = [](auto byte) { return (byte >= 0xC2) & (byte < 0xE0); };
  Truth odd{};
  ForEachBlock(text, [&](Block block, Block before) {
    const Truth second = (block & 0xC0) == 0x80;
    odd |= (second ^ is_first(before)) | (block >= 0xE0) | ((block & 0xFE) == 0xC0);
  });
  return !Any(odd) && (text.empty() || !is_first(Byte(text.back())));
}

// A character of three or four bytes at the start; 0 when it is none that XML allows.
std::size_t LongCharacter(std::string_view text) {
  const std::size_t size = Byte(text[0]) >= 0xF0 ? 4 : 3;
  const auto character = text.substr(0, size);
  const bool allowed = text::IsValidUtf8(character) && text::Length(character) == 1 &&
                       character != "\xEF\xBF\xBE" && character != "\xEF\xBF\xBF";
  return allowed ? size : 0;
}

struct Named {
  std::string_view name;
  char character;
};
constexpr Named kNamed[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};

bool AppendNumber(std::string& out, std::string_view digits) {
  const bool hex = digits.starts_with('x');
  if (hex) digits.remove_prefix(1);
  unsigned code = 0;
  const auto* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, code, hex ? 16 : 10);
  if (error != std::errc() || stop != end || code > 0x10FFFF || !xmlIsCharQ(code)) return false;
  std::array<xmlChar, 8> bytes{};
  const int size = xmlCopyCharMultiByte(bytes.data(), static_cast<int>(code));
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
  return true;
}

bool AppendReference(std::string& out, std::string_view name) {
  if (name.starts_with('#')) return AppendNumber(out, name.substr(1));
  for (const auto& named : kNamed) {
    if (named.name != name) continue;
    out.push_back(named.character);
    return true;
  }
  return false;
}

}  // namespace

unsigned TraitsOf(std::string_view text) {
  Truth beyond{}, other{};
  const auto look = [&](Block block) {
    beyond |= block >= 0x80;
    other |= (block < 0x20) | (block == '&') | (block == '<') | (block == ']');
  };
  if (text.size() < sizeof(Block)) {
    look(LoadShort(text));
  } else {
    for (std::size_t at = 0; at + sizeof(Block) < text.size(); at += sizeof(Block))
      look(Load(text.data() + at));
    look(Load(text.data() + text.size() - sizeof(Block)));
  }
  unsigned traits = Any(beyond) ? kBeyondAscii : 0;
  if (!Any(other)) return traits;
  for (const char c : text) traits |= kTraits[Byte(c)];
  return traits;
}

bool IsCharacters(std::string_view text) {
  if (IsOfPairs(text)) return true;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = Byte(text[at]);
    std::size_t size = 1;
    if (byte >= 0xE0) {
      size = LongCharacter(text.substr(at));
    } else if (byte >= 0x80) {
      size = byte >= 0xC2 && at + 1 < text.size() && IsTail(text[at + 1]) ? 2 : 0;
    }
    if (size == 0) return false;
    at += size;
  }
  return true;
}

bool AppendResolved(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const auto plain = text.substr(0, text.find('&'));
    out += plain;
    text.remove_prefix(plain.size());
    if (text.empty()) return true;
    const auto end = text.find(';');
    if (end == std::string_view::npos || !AppendReference(out, text.substr(1, end - 1)))
      return false;
    text.remove_prefix(end + 1);
  }
  return true;
}

}  // namespace okno::xml
