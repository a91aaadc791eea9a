// SPDX-License-Identifier: Apache-2.0
// The only file that knows TOML.
#include "settings_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <fstream>
#include <stdexcept>

#include "text/nearest.h"
#include "value.h"

namespace okno::config {
namespace {

std::string ValueText(const Setting& setting, const toml::node& node, const std::string& place) {
  if (setting.kind == Setting::Kind::kNumber && node.is_integer()) {
    return std::to_string(node.as_integer()->get());
  }
  if (setting.kind == Setting::Kind::kFlag && node.is_boolean()) {
    return node.as_boolean()->get() ? "true" : "false";
  }
  const bool text = setting.kind == Setting::Kind::kText || setting.kind == Setting::Kind::kSecret;
  if (text && node.is_string()) return node.as_string()->get();
  throw std::runtime_error(fmt::format("{}: {}: нужно {}", place, setting.key,
                                       text ? "значение в кавычках"
                                       : setting.kind == Setting::Kind::kNumber
                                           ? "целое число"
                                           : "true или false"));
}

void Collect(const toml::table& table, const std::string& prefix, const std::string& path,
             std::map<std::string, std::string>& values) {
  for (const auto& [name, node] : table) {
    const auto key = prefix + std::string(name.str());
    if (const auto* section = node.as_table()) {
      Collect(*section, key + ".", path, values);
      continue;
    }
    const auto place = fmt::format("{}:{}", path, name.source().begin.line);
    const auto* setting = FindSetting(key);
    if (setting == nullptr) {
      throw std::runtime_error(
          fmt::format("{}: настройки {} нет{}", place, key, text::Guess(key, SettingKeys())));
    }
    values[key] = CheckedValue(*setting, ValueText(*setting, node, place), place);
  }
}

}  // namespace

std::map<std::string, std::string> ReadSettingsFile(const std::string& path) {
  if (!std::ifstream(path)) {
    throw std::runtime_error(path + ": такого файла настроек нет, или его нельзя прочесть");
  }
  try {
    std::map<std::string, std::string> values;
    Collect(toml::parse_file(path), "", path, values);
    return values;
  } catch (const toml::parse_error& error) {
    throw std::runtime_error(fmt::format("{}:{}: это не TOML: {}", path, error.source().begin.line,
                                         error.description()));
  }
}

}  // namespace okno::config
