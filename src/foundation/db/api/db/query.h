// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace okno::db {

// One statement from storage/queries/<name>.sql. `name` ("applications.find_application") is the
// prepared statement's name and its label in metrics.
struct Query {
  std::string_view name;
  std::string_view sql;
};

}  // namespace okno::db
