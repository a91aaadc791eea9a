// SPDX-License-Identifier: Apache-2.0
#include "config/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "settings_file.h"
#include "text/nearest.h"
#include "value.h"

namespace okno::config {
namespace {

constexpr std::string_view kOurs = "OKNO_";  // what all variables begin with

struct ShortName {
  std::string_view variable, key;
};
constexpr ShortName kShortNames[] = {{"OKNO_PORT", "http.port"}, {"OKNO_LISTEN", "http.listen"}};

// "OKNO_HTTP_" for "http.port"; empty for a setting outside sections.
std::string SectionPrefix(const Setting& setting) {
  const auto dot = setting.key.find('.');
  if (dot == std::string_view::npos) return {};
  return EnvironmentName(setting).substr(0, kOurs.size() + dot + 1);
}

const Setting* SettingOfVariable(std::string_view variable) {
  for (const auto& setting : Settings()) {
    if (EnvironmentName(setting) == variable) return &setting;
  }
  return nullptr;
}

// «; похоже на OKNO_PORT»: judged without what all begin with, for OKNO_HOST may be another's.
std::string GuessVariable(std::string_view variable) {
  std::vector<std::string> names;
  for (const auto& shortened : kShortNames)
    names.emplace_back(shortened.variable.substr(kOurs.size()));
  for (const auto& setting : Settings())
    names.push_back(EnvironmentName(setting).substr(kOurs.size()));
  const auto nearest = text::NearestOf(variable.substr(kOurs.size()), names);
  return nearest.empty() ? "" : fmt::format("; похоже на {}{}", kOurs, nearest);
}

bool IsShortName(std::string_view variable) {
  return std::ranges::find(kShortNames, variable, &ShortName::variable) != std::end(kShortNames);
}

bool LooksLikeASetting(std::string_view variable) {
  for (const auto& setting : Settings()) {
    const auto prefix = SectionPrefix(setting);
    if (!prefix.empty() && variable.starts_with(prefix)) return true;
  }
  return false;
}

}  // namespace

Config Config::Load(const std::string& path,
                    const std::map<std::string, std::string>& environment) {
  Config config;
  for (const auto& setting : Settings())
    config.values_[std::string(setting.key)] = setting.default_value;
  if (!path.empty()) {
    for (auto& [key, value] : ReadSettingsFile(path)) config.values_[key] = value;
  }
  for (const auto& [variable, key] : kShortNames) {
    const auto found = environment.find(std::string(variable));
    if (found == environment.end()) continue;
    config.values_[std::string(key)] = CheckedValue(*FindSetting(key), found->second, found->first);
  }
  for (const auto& [variable, value] : environment) {
    if (const auto* setting = SettingOfVariable(variable)) {
      config.values_[std::string(setting->key)] = CheckedValue(*setting, value, variable);
    } else if (variable.starts_with(kOurs) && !IsShortName(variable)) {
      const auto guess = GuessVariable(variable);
      if (guess.empty() && !LooksLikeASetting(variable)) continue;
      throw std::runtime_error(variable + ": такой настройки нет" + guess);
    }
  }
  return config;
}

std::string Config::Text(std::string_view key) const {
  const auto found = values_.find(key);
  if (found == values_.end()) throw std::logic_error("unknown setting: " + std::string(key));
  return found->second;
}

long long Config::Number(std::string_view key) const { return std::stoll(Text(key)); }

bool Config::Flag(std::string_view key) const { return Text(key) == "true"; }

std::map<std::string, std::string> Config::Describe() const {
  std::map<std::string, std::string> shown;
  for (const auto& setting : Settings()) {
    const auto value = Text(setting.key);
    const bool hide = setting.kind == Setting::Kind::kSecret && !value.empty();
    shown[std::string(setting.key)] = hide ? "***" : value;
  }
  return shown;
}

}  // namespace okno::config
