// SPDX-License-Identifier: Apache-2.0
#include "schema.h"

#include "app/queries.h"
#include "wiring/migrations.h"

namespace okno::app {

bool IsSchemaCurrent(db::Pool& db) {
  std::vector<std::string> known;
  for (const auto& room : AllMigrations()) {
    for (const auto& step : room) {
      known.push_back(std::string(step.room) + "/" + std::string(step.name));
    }
  }
  return db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return tx.Run(queries::kCountAppliedMigrations, known).front()["applied"].As<long long>() ==
           static_cast<long long>(known.size());
  });
}

}  // namespace okno::app
