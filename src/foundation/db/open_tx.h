// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connection.h"
#include "db/pool.h"

namespace okno::db {

// What every Tx is: the pool makes no other. Gives the rest of this room the connection.
struct OpenTx : Tx {
  explicit OpenTx(Connection& given) : Tx(given), connection(given) {}
  Connection& connection;
};

inline Connection& ConnectionOf(Tx& tx) { return static_cast<OpenTx&>(tx).connection; }

}  // namespace okno::db
