// SPDX-License-Identifier: Apache-2.0
#include "logic/typography.h"

#include <algorithm>
#include <array>

namespace okno::printing {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0", kNarrowSpace = "\u202F";
constexpr std::array<std::string_view, 16> kBefore = {"№",    "г.", "ул.",  "д.",   "кв.",  "ст.",
                                                      "п.",   "ч.", "обл.", "пр.",  "пер.", "корп.",
                                                      "стр.", "р.", "с.",   "серия"};

bool IsInitial(std::string_view word) {  // "А." - one Cyrillic capital (two bytes) and a point
  return word.size() == 3 && word[2] == '.' && (static_cast<unsigned char>(word[0]) == 0xD0);
}

bool GluesToNext(std::string_view word) {
  return std::find(kBefore.begin(), kBefore.end(), word) != kBefore.end() || IsInitial(word);
}

}  // namespace

std::string GlueSpaces(std::string_view text) {
  std::string out;
  std::size_t word_start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with(kNarrowSpace)) {
      out += kNoBreakSpace;
      at += kNarrowSpace.size() - 1;
      continue;
    }
    if (text[at] != ' ') {
      out += text[at];
      continue;
    }
    const auto word = text.substr(word_start, at - word_start);
    const auto rest = text.substr(at + 1);
    const bool before_dash = rest.starts_with("—") || rest.starts_with("–");
    const bool before_initial = rest.size() >= 3 && IsInitial(rest.substr(0, 3));
    if (GluesToNext(word) || before_dash || before_initial)
      out += kNoBreakSpace;
    else
      out += ' ';
    word_start = at + 1;
  }
  return out;
}

}  // namespace okno::printing
