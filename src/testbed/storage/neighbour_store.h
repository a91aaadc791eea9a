// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/pool.h"
#include "json/json.h"
#include "time/time.h"

// How the neighbour systems behave and what they have done.
namespace okno::testbed::storage {

struct NeighbourRow {
  std::string behaviour = "normal";  // normal, silent, slow, refusing
  long long answered = 0;            // with content
  long long refused = 0;             // RequestRejected
  long long failed = 0;              // an answer could not be made or sent
  std::optional<Instant> last_at;
};
NeighbourRow FindNeighbour(db::Tx& tx, std::string_view mnemonic);  // one never heard of is normal
void SetBehaviour(db::Tx& tx, std::string_view mnemonic, std::string_view behaviour);
enum class Done { kAnswered, kRefused, kFailed };
void CountAnswer(db::Tx& tx, std::string_view mnemonic, Done done, Instant now);

// What a neighbour has made for a request, kept until the bus has it; then only that it was sent.
struct NeighbourAnswer {
  Json answer;
  bool sent = false;
};
std::optional<NeighbourAnswer> FindAnswer(db::Tx& tx, std::string_view mnemonic,
                                          const Uuid& request_id);
void InsertAnswer(db::Tx& tx, std::string_view mnemonic, const Uuid& request_id,
                  const Json& answer);
void MarkAnswerSent(db::Tx& tx, std::string_view mnemonic, const Uuid& request_id);

}  // namespace okno::testbed::storage
