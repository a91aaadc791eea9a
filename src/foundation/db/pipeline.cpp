// SPDX-License-Identifier: Apache-2.0
#include "db/pipeline.h"

#include <stdexcept>

#include "open_tx.h"

namespace okno::db {

Pending<Rows> AskParameters(Tx& tx, const Query& query, std::vector<Parameter> parameters) {
  Connection& connection = ConnectionOf(tx);
  connection.ExpectOpen();
  auto answer = std::make_shared<Rows::State>(nullptr);
  connection.Push(query, std::move(parameters), answer);
  return Pending<Rows>([&connection, answer] {
    if (!answer->result) connection.Exchange();
    if (!answer->result) throw std::logic_error("db: the answer was lost with its pipeline");
    return Rows(answer);
  });
}

Rows ReadAloneParameters(Tx& tx, const Query& query, std::vector<Parameter> parameters) {
  return ConnectionOf(tx).ReadAlone(query, std::move(parameters));
}

void CommitNow(Tx& tx) {
  Connection& connection = ConnectionOf(tx);
  connection.ExpectOpen();
  connection.Commit();
}

}  // namespace okno::db
