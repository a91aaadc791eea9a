// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string_view>
#include <vector>

#include "db/pool.h"

namespace okno::db {

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using PgResult = std::unique_ptr<PGresult, ClearResult>;

// A result with its column names at hand: PQfnumber folds case and copies on every call.
struct Rows::State {
  explicit State(PgResult owned);
  PgResult result;  // null = no rows
  std::vector<std::string_view> columns;
  // Where the search for the next column begins: rows are mostly read in the order of the statement.
  // One thread reads a result.
  mutable std::size_t next = 0;
  int ColumnOf(std::string_view name) const;  // -1 when there is none
};

}  // namespace okno::db
