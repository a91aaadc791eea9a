// SPDX-License-Identifier: Apache-2.0
#include "line.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cmath>

#include "text/strings.h"

namespace okno::log {
namespace {

// As a JSON string. In text that is not UTF-8 every byte outside ASCII becomes a question mark.
void AppendQuoted(std::string& line, std::string_view text) {
  const bool utf8 = text::IsValidUtf8(text);
  line.push_back('"');
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      line.push_back('\\');
      line.push_back(c);
    } else if (byte < 0x20 || byte == 0x7F) {
      fmt::format_to(std::back_inserter(line), "\\u{:04x}", byte);
    } else {
      line.push_back(byte >= 0x80 && !utf8 ? '?' : c);
    }
  }
  line.push_back('"');
}

std::string_view LevelName(Level level) {
  switch (level) {
    case Level::kDebug:
      return "debug";
    case Level::kInfo:
      return "info";
    case Level::kWarning:
      return "warning";
    case Level::kError:
      return "error";
  }
  return "error";
}

}  // namespace

Field::Field(std::string_view field, double number)
    : name(field), value(std::isfinite(number) ? fmt::format("{}", number) : "null"), bare(true) {}

std::string Line(std::chrono::system_clock::time_point time, Level level, std::string_view event,
                 std::initializer_list<Field> fields) {
  using namespace std::chrono;
  const auto second = floor<seconds>(time);
  std::string line = fmt::format(R"({{"time":"{:%Y-%m-%dT%H:%M:%S}.{:03}Z","level":"{}","event":)",
                                 fmt::gmtime(second), floor<milliseconds>(time - second).count(),
                                 LevelName(level));
  AppendQuoted(line, event);
  for (const auto& field : fields) {
    line.push_back(',');
    AppendQuoted(line, field.name);
    line.push_back(':');
    if (field.bare) {
      line += field.value;
    } else {
      AppendQuoted(line, field.value);
    }
  }
  line.push_back('}');
  return line;
}

}  // namespace okno::log
