// SPDX-License-Identifier: Apache-2.0
#include "table.h"

#include <fmt/format.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace okno::bench {
namespace {

std::string Read(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The rest of the first line of `path` that begins with `key`, without signs in front.
std::string ValueIn(const std::string& path, std::string_view key) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(key)) continue;
    const auto at = line.find_first_not_of("=:\" \t", key.size());
    auto value = at == std::string::npos ? std::string() : line.substr(at);
    while (value.ends_with('"')) value.pop_back();
    return value;
  }
  return "?";
}

}  // namespace

std::string Table::Markdown() const {
  std::string text =
      "| what | figure | floor, same run | ratio | promise |\n|---|---|---|---|---|\n";
  for (const auto& line : lines_)
    text += fmt::format("| {} | {} | {} | {} | {} |\n", line.what, line.figure, line.floor,
                        line.ratio, line.promise);
  return text;
}

std::string Machine() {
  utsname system{};
  uname(&system);
  const double gigabytes = static_cast<double>(sysconf(_SC_PHYS_PAGES)) *
                           static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 30);
  return fmt::format("{} × {}, {:.0f} GB, {}, Linux {}", sysconf(_SC_NPROCESSORS_ONLN),
                     ValueIn("/proc/cpuinfo", "model name"), gigabytes,
                     ValueIn("/etc/os-release", "PRETTY_NAME"), system.release);
}

void WriteInto(const std::string& path, const std::string& text) {
  constexpr std::string_view kBegin = "<!-- bench -->\n", kEnd = "<!-- /bench -->";
  std::string page = Read(path);
  const auto begin = page.find(kBegin), end = page.find(kEnd);
  if (begin == std::string::npos || end == std::string::npos)
    throw std::runtime_error("bench: no place for the table in " + path);
  const auto from = begin + kBegin.size();
  page.replace(from, end - from, text);
  std::ofstream(path) << page;
}

}  // namespace okno::bench
