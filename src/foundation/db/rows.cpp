// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include "rows_state.h"

namespace okno::db {

Rows::State::State(PgResult owned) : result(std::move(owned)) {
  columns.reserve(static_cast<std::size_t>(PQnfields(result.get())));
  for (int i = 0; i < PQnfields(result.get()); ++i) columns.push_back(PQfname(result.get(), i));
}

int Rows::State::ColumnOf(std::string_view name) const {
  for (std::size_t tried = 0; tried < columns.size(); ++tried) {
    const std::size_t at = (next + tried) % columns.size();
    if (columns[at] != name) continue;
    next = at + 1;
    return static_cast<int>(at);
  }
  return -1;
}

Rows::Rows(std::shared_ptr<State> state) : state_(std::move(state)) {}

int Rows::size() const { return PQntuples(state_->result.get()); }

long long Rows::affected() const {
  return state_->result ? std::atoll(PQcmdTuples(state_->result.get())) : 0;
}

Cell Row::operator[](std::string_view column) const {
  const int found = rows_->state().ColumnOf(column);
  if (found < 0) throw std::runtime_error("db: the result has no column " + std::string(column));
  return (*this)[found];
}

Cell Row::operator[](int column) const {
  const PGresult* result = rows_->state().result.get();
  if (index_ < 0 || index_ >= PQntuples(result)) throw std::out_of_range("db: no such row");
  if (column < 0 || column >= PQnfields(result)) throw std::out_of_range("db: no such column");
  return {PQgetvalue(result, index_, column), PQgetlength(result, index_, column),
          PQgetisnull(result, index_, column) != 0};
}

}  // namespace okno::db
