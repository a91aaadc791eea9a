// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "connection.h"
#include "db/queries.h"

namespace okno::db {

// A longer pipeline gains nothing and only takes memory on both sides.
constexpr std::size_t kLongestPipeline = 256;

Rows Tx::RunParameters(const Query& query, std::vector<Parameter> parameters) {
  connection_.ExpectOpen();
  connection_.Push(query, std::move(parameters));
  return connection_.Exchange();
}

void Tx::QueueParameters(const Query& query, std::vector<Parameter> parameters) {
  connection_.ExpectOpen();
  connection_.Push(query, std::move(parameters));
  if (connection_.queued() >= kLongestPipeline) connection_.Exchange();
}

void Tx::ChangeScope(const Scope& scope) {
  QueueParameters(queries::kSetScope, {ToParameter(scope.value)});
}

void Tx::Notify(std::string channel, std::string payload) {
  constexpr std::size_t kLongestChannel = 63, kLongestPayload = 7999;  // PostgreSQL's
  if (channel.empty() || channel.size() > kLongestChannel || payload.size() > kLongestPayload)
    throw std::logic_error("db: a notice that can not be told");
  Notice notice{std::move(channel), std::move(payload)};
  if (std::ranges::find(notices_, notice) == notices_.end()) notices_.push_back(std::move(notice));
}

void Tx::Savepoint(const std::function<void()>& f) {
  const std::size_t notices = notices_.size();
  // What was queued before fails here, not inside: a rollback to the savepoint must not undo it.
  RunParameters(queries::kSavepoint, {});
  try {
    f();
    RunParameters(queries::kReleaseSavepoint, {});
  } catch (...) {
    notices_.resize(notices);
    connection_.DropQueue();
    if (!connection_.broken()) {
      QueueParameters(queries::kRollbackToSavepoint, {});
      RunParameters(queries::kReleaseSavepoint, {});
    }
    throw;
  }
}

}  // namespace okno::db
