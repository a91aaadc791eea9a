// SPDX-License-Identifier: Apache-2.0
#include "connection.h"
#include "db/queries.h"

namespace okno::db {

// A longer pipeline gains nothing and only takes memory on both sides.
constexpr std::size_t kLongestPipeline = 256;

Rows Tx::RunParameters(const Query& query, std::vector<Parameter> parameters) {
  connection_.Push(query, std::move(parameters));
  return connection_.Exchange();
}

void Tx::QueueParameters(const Query& query, std::vector<Parameter> parameters) {
  connection_.Push(query, std::move(parameters));
  if (connection_.queued() >= kLongestPipeline) connection_.Exchange();
}

void Tx::ChangeScope(const Scope& scope) {
  QueueParameters(queries::kSetScope, {ToParameter(scope.value)});
}

void Tx::Savepoint(const std::function<void()>& f) {
  // What was queued before fails here, not inside: a rollback to the savepoint must not undo it.
  RunParameters(queries::kSavepoint, {});
  try {
    f();
    RunParameters(queries::kReleaseSavepoint, {});
  } catch (...) {
    connection_.DropQueue();
    if (!connection_.broken()) {
      QueueParameters(queries::kRollbackToSavepoint, {});
      RunParameters(queries::kReleaseSavepoint, {});
    }
    throw;
  }
}

}  // namespace okno::db
