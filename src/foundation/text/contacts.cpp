// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "text/checks.h"
#include "text/strings.h"
#include "typed.h"
#include "utf8.h"

namespace okno::text {
namespace {

// Digits with a plus in front when one was typed; empty when something else than the usual signs is
// there.
std::optional<std::string> DialledDigits(std::string_view typed) {
  std::string dialled;
  for (auto c : CodePoints(typed)) {
    if (IsDigit(c) || (c == U'+' && dialled.empty())) {
      dialled.push_back(static_cast<char>(c));
    } else if (!IsWhiteSpace(c) && !IsDash(c) && c != U'(' && c != U')' && c != U'.') {
      return std::nullopt;
    }
  }
  return dialled;
}

// "+7" and ten digits; codes of places and operators begin with 3 to 9.
bool IsRussian(std::string_view e164) {
  return e164.size() == 12 && e164.starts_with("+7") && e164[2] >= '3';
}

bool IsForeign(std::string_view e164) {
  return e164.size() >= 9 && e164.size() <= 16 && e164[0] == '+' && e164[1] != '0' &&
         e164[1] != '7' && e164.find('+', 1) == std::string_view::npos;
}

std::string WithCountry(std::string dialled) {
  if (dialled.starts_with('+')) return dialled;
  const bool trunk = dialled.size() == 11 && (dialled[0] == '8' || dialled[0] == '7');
  return "+7" + (trunk ? dialled.substr(1) : dialled);
}

bool IsLocalPart(std::string_view text) {
  constexpr std::string_view kRefused = "\"(),:;<>@[\\]";
  if (text.empty() || text.size() > 64 || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos) return false;
  return std::ranges::none_of(CodePoints(text), [&](char32_t c) {
    return c <= 0x20 || c == 0x7F || IsWhiteSpace(c) ||
           (c < 0x80 && kRefused.find(static_cast<char>(c)) != std::string_view::npos);
  });
}

bool IsLabel(std::string_view label) {
  if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-')
    return false;
  return std::ranges::all_of(CodePoints(label), [](char32_t c) {
    return IsDigit(c) || c == U'-' || (c >= U'a' && c <= U'z') || (c >= 0xDF && !IsWhiteSpace(c));
  });
}

bool IsDomain(std::string_view domain) {
  const auto labels = Split(domain, '.');
  const auto& top = labels.back();
  return labels.size() >= 2 && std::ranges::all_of(labels, IsLabel) && Length(top) >= 2 &&
         DigitsOnly(top).size() != top.size();
}

}  // namespace

Result<Phone> Phone::Parse(std::string_view typed) {
  const auto dialled = DialledDigits(typed);
  if (!dialled || dialled->empty()) return Refusal::Invalid("phone.format");
  auto e164 = WithCountry(*dialled);
  if (!IsRussian(e164) && !IsForeign(e164)) return Refusal::Invalid("phone.format");
  return Phone(std::move(e164));
}

std::string Phone::formatted() const {
  if (!russian()) return e164();
  const std::string_view d = e164();
  return fmt::format("+7 {} {}-{}-{}", d.substr(2, 3), d.substr(5, 3), d.substr(8, 2),
                     d.substr(10));
}

Result<Email> Email::Parse(std::string_view typed) {
  const auto text = Trim(typed);
  const auto at = text.rfind('@');
  if (at == std::string::npos || text.size() > 254 || !IsValidUtf8(text)) {
    return Refusal::Invalid("email.format");
  }
  const auto local = text.substr(0, at);
  const auto domain = ToLower(text.substr(at + 1));
  if (!IsLocalPart(local) || !IsDomain(domain)) return Refusal::Invalid("email.format");
  return Email(local + "@" + domain);
}

}  // namespace okno::text
