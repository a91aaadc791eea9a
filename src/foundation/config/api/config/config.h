// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace okno::config {

// A setting the program knows. The one list of all is kSettings in settings.cpp.
struct Setting {
  std::string_view key;
  std::string_view default_value;
  std::string_view help;  // one line, Russian
  enum class Kind { kText, kNumber, kFlag, kSecret } kind = Kind::kText;
  long long least = 0;  // bounds of a number
  long long most = 1'000'000'000;
};
std::span<const Setting> Settings();
std::string EnvironmentName(const Setting& setting);  // "OKNO_HTTP_PORT"

// Settings from a TOML file, overridden by environment variables (OKNO_HTTP_PORT sets "http.port";
// the short forms OKNO_PORT, OKNO_LISTEN, OKNO_DATA set http.port, http.listen, data). A key nobody
// knows, or a value of the wrong kind, stops the start with its name and line: a misspelt limit
// must not be silently ignored. Among variables that holds for the names that begin like a section
// (OKNO_HTTP_…) or are a slip away from a known one (OKNO_PORTT); other OKNO_… names may belong to
// scripts.
class Config {
 public:
  // `path` may be empty (environment and defaults only). Throws std::runtime_error with a text for
  // a person.
  static Config Load(const std::string& path,
                     const std::map<std::string, std::string>& environment);

  std::string Text(std::string_view key) const;  // throws when the key is not a known one
  long long Number(std::string_view key) const;
  bool Flag(std::string_view key) const;
  // All known keys with their values, for `okno config`; secrets are shown as "***".
  std::map<std::string, std::string> Describe() const;

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace okno::config
