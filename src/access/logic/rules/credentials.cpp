// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/credentials.h"

#include <algorithm>

#include "text/strings.h"

namespace okno::access::rules {

constexpr std::size_t kShortestPassword = 10;
constexpr std::size_t kLongestPassword = 200;

std::string FoldLogin(std::string_view typed) { return text::ToLower(text::Trim(typed)); }

bool IsLogin(std::string_view folded) {
  if (folded.size() < 3 || folded.size() > 64) return false;
  return std::all_of(folded.begin(), folded.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  });
}

std::optional<FieldError> JudgePassword(std::string_view pointer, std::string_view password,
                                        std::string_view login) {
  const std::size_t length = text::Length(password);
  if (length < kShortestPassword) {
    return FieldError{std::string(pointer), "field.too_short", std::to_string(kShortestPassword)};
  }
  if (length > kLongestPassword) {
    return FieldError{std::string(pointer), "field.too_long", std::to_string(kLongestPassword)};
  }
  if (text::ToLower(password).find(login) != std::string::npos) {
    return FieldError{std::string(pointer), "access.password_has_login", {}};
  }
  return std::nullopt;
}

}  // namespace okno::access::rules
