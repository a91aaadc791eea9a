// SPDX-License-Identifier: Apache-2.0
#include "value.h"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

#include "text/strings.h"

namespace okno::config {
namespace {

[[noreturn]] void Refuse(const Setting& setting, const std::string& place,
                         const std::string& wanted) {
  throw std::runtime_error(fmt::format("{}: {}: нужно {}", place, setting.key, wanted));
}

std::string CheckedNumber(const Setting& setting, std::string_view value,
                          const std::string& place) {
  long long number = 0;
  const auto* end = value.data() + value.size();
  const auto [stopped, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc() || stopped != end || number < setting.least || number > setting.most) {
    Refuse(setting, place, fmt::format("целое число от {} до {}", setting.least, setting.most));
  }
  return std::to_string(number);
}

std::string CheckedFlag(const Setting& setting, std::string_view value, const std::string& place) {
  const auto word = text::ToLower(value);
  if (word == "true" || word == "1" || word == "yes") return "true";
  if (word == "false" || word == "0" || word == "no") return "false";
  Refuse(setting, place, "true или false");
}

}  // namespace

const Setting* FindSetting(std::string_view key) {
  for (const auto& setting : Settings()) {
    if (setting.key == key) return &setting;
  }
  return nullptr;
}

std::vector<std::string> SettingKeys() {
  std::vector<std::string> keys;
  for (const auto& setting : Settings()) keys.emplace_back(setting.key);
  return keys;
}

std::string CheckedValue(const Setting& setting, std::string_view value, const std::string& place) {
  switch (setting.kind) {
    case Setting::Kind::kNumber:
      return CheckedNumber(setting, value, place);
    case Setting::Kind::kFlag:
      return CheckedFlag(setting, value, place);
    case Setting::Kind::kText:
    case Setting::Kind::kSecret:
      break;
  }
  if (!text::IsValidUtf8(value)) Refuse(setting, place, "текст в UTF-8");
  return std::string(value);
}

}  // namespace okno::config
