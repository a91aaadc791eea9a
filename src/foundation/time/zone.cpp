// SPDX-License-Identifier: Apache-2.0
#include <date/tz.h>
#include <fmt/format.h>

#include "time/time.h"

namespace okno {
namespace {

using namespace std::chrono;

// A thread mostly asks for one zone again and again.
const date::time_zone& FindZone(std::string_view name) {
  thread_local std::string last_name;
  thread_local const date::time_zone* last = nullptr;
  if (last == nullptr || last_name != name) {
    last = date::locate_zone(std::string(name));
    last_name = name;
  }
  return *last;
}

struct WallTime {
  Date date;
  hh_mm_ss<microseconds> time;
  minutes offset;
};

WallTime At(Instant instant, std::string_view zone) {
  const auto info = FindZone(zone).get_info(instant);
  const auto local = instant + info.offset;  // UTC arithmetic on a shifted moment
  const auto midnight = floor<days>(local);
  return {Date{midnight}, hh_mm_ss{local - midnight}, duration_cast<minutes>(info.offset)};
}

std::string FormatOffset(minutes offset) {
  const auto size = abs(offset).count();
  return fmt::format("{}{:02}:{:02}", offset < minutes{0} ? '-' : '+', size / 60, size % 60);
}

}  // namespace

Date LocalDate(Instant instant, std::string_view zone) { return At(instant, zone).date; }

std::string FormatLocal(Instant instant, std::string_view zone) {
  const auto wall = At(instant, zone);
  return fmt::format("{} {:02}:{:02}", FormatDateRu(wall.date), wall.time.hours().count(),
                     wall.time.minutes().count());
}

std::string FormatXsdDateTime(Instant instant, std::string_view zone) {
  const auto wall = At(instant, zone);
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}{}", FormatDate(wall.date),
                     wall.time.hours().count(), wall.time.minutes().count(),
                     wall.time.seconds().count(), wall.time.subseconds().count() / 1000,
                     FormatOffset(wall.offset));
}

Instant LocalMoment(Date date, minutes since_midnight, std::string_view zone) {
  const auto wall = sys_days{date} + since_midnight;
  const date::local_time<minutes> local{wall.time_since_epoch()};
  return FindZone(zone).to_sys(local, date::choose::earliest);
}

}  // namespace okno
