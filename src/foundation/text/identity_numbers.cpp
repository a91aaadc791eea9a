// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <utility>

#include "text/checks.h"
#include "typed.h"
#include "utf8.h"

namespace okno::text {
namespace {

using Pair = std::pair<char32_t, char32_t>;  // Latin, Cyrillic: letters that look the same
constexpr std::array<Pair, 12> kTwins = {{{U'A', U'А'},
                                          {U'B', U'В'},
                                          {U'C', U'С'},
                                          {U'E', U'Е'},
                                          {U'H', U'Н'},
                                          {U'K', U'К'},
                                          {U'M', U'М'},
                                          {U'O', U'О'},
                                          {U'P', U'Р'},
                                          {U'T', U'Т'},
                                          {U'X', U'Х'},
                                          {U'Y', U'У'}}};

char32_t ToCyrillic(char32_t c) {
  for (const auto& [latin, cyrillic] : kTwins) {
    if (c == latin) return cyrillic;
  }
  return c;
}

char32_t ToLatin(char32_t c) {
  if (c == U'І') return U'I';
  for (const auto& [latin, cyrillic] : kTwins) {
    if (c == cyrillic) return latin;
  }
  return c;
}

// Written the one right way; the values go down to 1.
std::string RomanNumeral(int value) {
  constexpr std::pair<int, std::string_view> kSigns[] = {{100, "C"}, {90, "XC"}, {50, "L"},
                                                         {40, "XL"}, {10, "X"},  {9, "IX"},
                                                         {5, "V"},   {4, "IV"},  {1, "I"}};
  std::string text;
  for (const auto& [size, sign] : kSigns) {
    for (; value >= size; value -= size) text += sign;
  }
  return text;
}

bool IsRomanNumeral(std::string_view text) {
  for (int value = 1; value < 400; ++value) {
    if (RomanNumeral(value) == text) return true;
  }
  return false;
}

// Upper case, without blanks and «№».
std::u32string Condense(std::string_view typed) {
  std::u32string kept;
  for (auto c : CodePoints(typed)) {
    if (!IsWhiteSpace(c) && c != U'№') kept.push_back(UpperLetter(c));
  }
  return kept;
}

// Takes the number off the end; empty when it is not six digits.
std::string TakeNumber(std::u32string& text) {
  std::string digits;
  while (digits.size() < 6 && !text.empty() && IsDigit(text.back())) {
    digits.insert(digits.begin(), static_cast<char>(text.back()));
    text.pop_back();
  }
  return digits.size() == 6 ? digits : std::string();
}

// Takes the two letters off the end; empty when they are no Russian letters.
std::string TakeLetters(std::u32string& text) {
  std::string letters;
  if (text.size() < 2) return {};
  for (auto c : text.substr(text.size() - 2)) {
    const auto letter = ToCyrillic(c);
    if (letter < U'А' || letter > U'Я') return {};
    Append(letters, letter);
  }
  text.resize(text.size() - 2);
  return letters;
}

void DropDash(std::u32string& text) {
  if (!text.empty() && IsDash(text.back())) text.pop_back();
}

}  // namespace

Result<PassportRf> PassportRf::Parse(std::string_view typed) {
  const auto digits = TypedDigits(typed);
  if (!digits || digits->size() != 10 || AllZeros(*digits))
    return Refusal::Invalid("passport.format");
  return PassportRf(*digits);
}

std::string PassportRf::formatted() const {
  const std::string_view d = digits();
  return fmt::format("{} {} {}", d.substr(0, 2), d.substr(2, 2), d.substr(4));
}

Result<IssuerCode> IssuerCode::Parse(std::string_view typed) {
  const auto digits = TypedDigits(typed);
  if (!digits || digits->size() != 6) return Refusal::Invalid("issuer_code.format");
  return IssuerCode(*digits);
}

std::string IssuerCode::formatted() const {
  return digits().substr(0, 3) + "-" + digits().substr(3);
}

Result<BirthCertificate> BirthCertificate::Parse(std::string_view typed) {
  auto rest = Condense(typed);
  const auto number = TakeNumber(rest);
  DropDash(rest);
  const auto letters = TakeLetters(rest);
  DropDash(rest);
  std::string roman;
  for (auto c : rest) Append(roman, ToLatin(c));
  if (number.empty() || letters.empty() || !IsRomanNumeral(roman)) {
    return Refusal::Invalid("birth_certificate.format");
  }
  return BirthCertificate(fmt::format("{}-{} {}", roman, letters, number));
}

}  // namespace okno::text
