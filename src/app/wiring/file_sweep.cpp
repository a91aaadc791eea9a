// SPDX-License-Identifier: Apache-2.0
#include "wiring/file_sweep.h"

#include <set>

#include "app/queries.h"
#include "documents/references.h"
#include "exchange/references.h"
#include "files/sweep.h"
#include "house.h"
#include "log/log.h"

namespace okno::app {
namespace {

constexpr std::chrono::hours kLeastAge{24};
constexpr char kLockNotAvailable[] = "55P03";

std::vector<std::string> Unreferenced(db::Tx& tx, const std::vector<std::string>& digests) {
  std::set<std::string> left(digests.begin(), digests.end());
  for (const auto& digest : documents::FindReferenced(tx, digests)) left.erase(digest);
  for (const auto& digest : exchange::FindReferenced(tx, digests)) left.erase(digest);
  return {left.begin(), left.end()};
}

void Destroy(House& house, const std::string& folder, const std::string& digest, Instant before,
             Swept& swept) {
  const auto bytes = files::DestroyOld(folder, digest, before);
  if (!bytes) return;
  swept.files += 1;
  swept.bytes += *bytes;
  house.metrics.Count("okno_files_destroyed_total");
  house.metrics.Count("okno_files_destroyed_bytes_total", {}, static_cast<double>(*bytes));
  log::Info("file_destroyed", {{"sha256", digest}, {"bytes", *bytes}});
}

// Looked for without a lock, for there are many; the few that nobody refers to are judged once more
// while nobody can add a reference.
void SweepPart(House& house, const std::string& folder, const std::string& part, Instant before,
               Swept& swept) {
  const auto old = files::ListOld(folder, part, before);
  if (old.empty()) return;
  const auto suspects =
      house.db.Transact(db::Scope::System(), [&](db::Tx& tx) { return Unreferenced(tx, old); });
  if (suspects.empty()) return;
  house.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    tx.Run(queries::kWaitShortly);
    documents::HoldReferences(tx);
    exchange::HoldReferences(tx);
    for (const auto& digest : Unreferenced(tx, suspects))
      Destroy(house, folder, digest, before, swept);
  });
}

}  // namespace

Swept SweepFiles(House& house) {
  const auto folder = house.folders.data + "/files";
  const auto before = house.clock.Now() - kLeastAge;
  Swept swept;
  for (const auto& part : files::Parts()) {
    try {
      SweepPart(house, folder, part, before, swept);
    } catch (const db::Error& error) {
      if (error.sqlstate() != kLockNotAvailable) throw;
      log::Warning("file_sweep_put_off", {{"part", part}});  // somebody writes for long; tomorrow
    }
  }
  return swept;
}

void RegisterFileSweep(House& house) {
  house.runner.Every("files.sweep", std::chrono::hours(24), [&house] { SweepFiles(house); });
}

}  // namespace okno::app
