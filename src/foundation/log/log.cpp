// SPDX-License-Identifier: Apache-2.0
#include "log/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include "line.h"

namespace okno::log {
namespace {

// One for the process, as stderr is. Never destroyed: threads may still write while the process
// ends.
spdlog::logger& Stderr() {
  static auto* logger = [] {
    auto* made = new spdlog::logger("okno", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%v");  // the line is made by us, so that escaping is ours
    return made;
  }();
  return *logger;
}

spdlog::level::level_enum Native(Level level) {
  switch (level) {
    case Level::kDebug:
      return spdlog::level::debug;
    case Level::kInfo:
      return spdlog::level::info;
    case Level::kWarning:
      return spdlog::level::warn;
    case Level::kError:
      return spdlog::level::err;
  }
  return spdlog::level::err;
}

}  // namespace

void SetLevel(Level level) { Stderr().set_level(Native(level)); }

void Write(Level level, std::string_view event, std::initializer_list<Field> fields) {
  auto& logger = Stderr();
  if (!logger.should_log(Native(level))) return;
  const auto line = Line(std::chrono::system_clock::now(), level, event, fields);
  logger.log(Native(level), spdlog::string_view_t(line.data(), line.size()));
}

}  // namespace okno::log
