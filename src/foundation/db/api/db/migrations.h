// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace okno::db {

// One numbered step of a room's schema ("0001_create"). Applied once, in order, each room on its
// own count.
struct Migration {
  std::string_view room;
  std::string_view name;
  std::string_view sql;
};

// Brings the database up to date inside one transaction per step, under an advisory lock, so that
// many processes may start at once. Rooms are given in their order. A step applied earlier whose
// text has changed since throws: released steps never change. Returns the steps applied.
std::vector<std::string> Migrate(const std::string& dsn,
                                 std::span<const std::span<const Migration>> rooms);

}  // namespace okno::db
