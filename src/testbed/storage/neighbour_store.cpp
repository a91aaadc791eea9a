// SPDX-License-Identifier: Apache-2.0
#include "storage/neighbour_store.h"

#include "testbed/queries.h"

namespace okno::testbed::storage {

NeighbourRow FindNeighbour(db::Tx& tx, std::string_view mnemonic) {
  const auto rows = tx.Run(queries::kFindNeighbour, mnemonic);
  if (rows.empty()) return {};
  const auto row = rows.front();
  return {row["behaviour"].Text(), row["answered"].As<long long>(), row["refused"].As<long long>(),
          row["failed"].As<long long>(), row["last_at"].Maybe<Instant>()};
}

void SetBehaviour(db::Tx& tx, std::string_view mnemonic, std::string_view behaviour) {
  tx.Run(queries::kSaveNeighbourBehaviour, mnemonic, behaviour);
}

void CountAnswer(db::Tx& tx, std::string_view mnemonic, Done done, Instant now) {
  tx.Run(queries::kCountNeighbourAnswer, mnemonic, done == Done::kAnswered ? 1 : 0,
         done == Done::kRefused ? 1 : 0, done == Done::kFailed ? 1 : 0, now);
}

std::optional<NeighbourAnswer> FindAnswer(db::Tx& tx, std::string_view mnemonic,
                                          const Uuid& request_id) {
  const auto rows = tx.Run(queries::kFindNeighbourAnswer, request_id, mnemonic);
  if (rows.empty()) return std::nullopt;
  return NeighbourAnswer{rows.front()["answer"].As<Json>(), rows.front()["sent"].As<bool>()};
}

void InsertAnswer(db::Tx& tx, std::string_view mnemonic, const Uuid& request_id,
                  const Json& answer) {
  tx.Run(queries::kInsertNeighbourAnswer, request_id, mnemonic, answer);
}

void MarkAnswerSent(db::Tx& tx, std::string_view mnemonic, const Uuid& request_id) {
  tx.Run(queries::kMarkNeighbourAnswerSent, request_id, mnemonic);
}

}  // namespace okno::testbed::storage
