// SPDX-License-Identifier: Apache-2.0
#include "wiring/file_sweep.h"

#include <algorithm>
#include <set>
#include <span>

#include "app/queries.h"
#include "documents/references.h"
#include "exchange/references.h"
#include "files/sweep.h"
#include "house.h"
#include "log/log.h"

namespace okno::app {
namespace {

constexpr std::chrono::hours kLeastAge{24}, kTermAside{7 * 24};
constexpr std::size_t kUnsuspicious = 100, kOneOf = 10, kAtOnce = 1000;
constexpr char kLockNotAvailable[] = "55P03";

using Digests = std::set<std::string>;

Digests Unreferenced(db::Tx& tx, const std::vector<std::string>& digests) {
  Digests left(digests.begin(), digests.end());
  for (const auto& digest : documents::FindReferenced(tx, digests)) left.erase(digest);
  for (const auto& digest : exchange::FindReferenced(tx, digests)) left.erase(digest);
  return left;
}

class Sweep {
 public:
  explicit Sweep(House& house)
      : house_(house), folder_(house.folders.data + "/files"), now_(house.clock.Now()) {}

  // What was set aside earlier.
  void EndAside() {
    const auto all = files::ListAside(folder_);
    for (std::size_t at = 0; at < all.size(); at += kAtOnce)
      EndAside(std::span(all).subspan(at, std::min(kAtOnce, all.size() - at)));
  }

  void LookAt(const std::string& part) {
    const auto old = files::ListOld(folder_, part, now_ - kLeastAge);
    seen_ += old.size();
    if (old.empty()) return;
    for (const auto& digest :
         house_.db.Transact(db::Scope::System(), [&](db::Tx& tx) { return Unreferenced(tx, old); }))
      suspects_.push_back(digest);
  }

  void SetAside(Brake brake) {
    if (brake == Brake::kOn && suspects_.size() > kUnsuspicious &&
        suspects_.size() * kOneOf > seen_) {
      swept_.refused = suspects_.size();
      house_.metrics.Count("okno_file_sweeps_refused_total");
      log::Error("file_sweep_refused", {{"files", suspects_.size()}, {"of", seen_}});
      return;
    }
    for (const auto& digest : suspects_) {
      if (!files::SetAside(folder_, digest)) continue;
      swept_.set_aside += 1;
      house_.metrics.Count("okno_files_set_aside_total");
      log::Info("file_set_aside", {{"sha256", digest}});
    }
  }

  const Swept& swept() const { return swept_; }

 private:
  void EndAside(std::span<const files::AsideFile> aside) {
    std::vector<std::string> digests, ripe;
    for (const auto& file : aside) {
      digests.push_back(file.digest);
      if (file.since < now_ - kTermAside) ripe.push_back(file.digest);
    }
    PutBackWanted(digests);
    if (!ripe.empty()) DestroyUnwanted(ripe);
  }

  void PutBackWanted(const std::vector<std::string>& aside) {
    const auto unwanted = house_.db.Transact(db::Scope::System(),
                                             [&](db::Tx& tx) { return Unreferenced(tx, aside); });
    for (const auto& digest : aside) {
      if (unwanted.contains(digest) || !files::PutBack(folder_, digest)) continue;
      swept_.put_back += 1;
      house_.metrics.Count("okno_files_put_back_total");
      log::Info("file_put_back", {{"sha256", digest}});
    }
  }

  // Judged while nobody can add a reference.
  void DestroyUnwanted(const std::vector<std::string>& ripe) {
    try {
      house_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
        tx.Run(queries::kWaitShortly);
        documents::HoldReferences(tx);
        exchange::HoldReferences(tx);
        for (const auto& digest : Unreferenced(tx, ripe)) Destroy(digest);
      });
    } catch (const db::Error& error) {
      if (error.sqlstate() != kLockNotAvailable) throw;
      log::Warning("file_sweep_put_off", {{"files", ripe.size()}});  // somebody writes; tomorrow
    }
  }

  void Destroy(const std::string& digest) {
    const auto bytes = files::DestroyAside(folder_, digest);
    if (!bytes) return;
    swept_.destroyed += 1;
    swept_.destroyed_bytes += *bytes;
    house_.metrics.Count("okno_files_destroyed_total");
    house_.metrics.Count("okno_files_destroyed_bytes_total", {}, static_cast<double>(*bytes));
    log::Info("file_destroyed", {{"sha256", digest}, {"bytes", *bytes}});
  }

  House& house_;
  const std::string folder_;
  const Instant now_;
  Swept swept_;
  std::size_t seen_ = 0;
  std::vector<std::string> suspects_;
};

}  // namespace

Swept SweepFiles(House& house, Brake brake) {
  Sweep sweep(house);
  sweep.EndAside();
  for (const auto& part : files::Parts()) sweep.LookAt(part);
  sweep.SetAside(brake);
  return sweep.swept();
}

void RegisterFileSweep(House& house) {
  house.runner.Every("files.sweep", std::chrono::hours(24), [&house] { SweepFiles(house); });
}

}  // namespace okno::app
