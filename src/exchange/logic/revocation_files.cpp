// SPDX-License-Identifier: Apache-2.0
#include "logic/revocation_files.h"

#include <algorithm>
#include <utility>

#include "exchange/worker.h"
#include "log/log.h"

namespace okno::exchange {

namespace {

namespace fs = std::filesystem;
using Places = std::map<std::string, RevocationPlace>;  // by the name in `crl`
using Kind = RevocationTrouble::Kind;

// Those too of which only copies are left.
Places PlacesIn(const std::string& data_folder) {
  const auto folder = fs::path(data_folder) / "crl";
  Places places;
  for (const auto& name : NamesIn(folder)) places[name];
  for (auto& [name, copies] : ListCopies(data_folder)) places[name].copies = std::move(copies);
  for (auto& [name, place] : places) place.file = StampOf(folder / name);
  return places;
}

std::optional<Kind> FindTrouble(const Original& original, const RevocationPlace& place) {
  if (original.has_copy() || ReadRevocationFile(original.path)) {
    const bool has_beside = place.copies.size() > place.copies.count(original.name);
    return has_beside ? std::optional(Kind::kReplaced) : std::nullopt;
  }
  if (place.copies.empty()) return Kind::kUnread;
  return place.file.empty() ? Kind::kMissing : Kind::kUnreadable;
}

}  // namespace

std::shared_ptr<const RevocationFiles> RevocationFolder::Get() {
  const std::scoped_lock lock(mutex_);
  // The stamps first: what changes while it is read is read once more.
  const auto places = PlacesIn(data_folder_);
  const bool same =
      files_ && std::ranges::equal(places, known_, [](const auto& now, const auto& known) {
        return now.first == known.first && now.second == known.second.place;
      });
  if (!same) ReadAnew(places);
  return files_;
}

void RevocationFolder::ReadAnew(const Places& places) {
  std::erase_if(known_, [&](const auto& known) { return !places.contains(known.first); });
  auto files = std::make_shared<RevocationFiles>();
  for (const auto& [name, place] : places) {
    auto& known = known_[name];
    if (known.place != place) {
      known.place = place;
      ReadOne(name, known);
    }
    for (const auto& file : known.files) files->lists.push_back(file.bytes);
    if (known.files.empty()) files->unread.push_back(name);
  }
  files_ = std::move(files);
}

void RevocationFolder::ReadOne(const std::string& name, Known& known) const {
  Original original(data_folder_, name);
  std::error_code missing, ignored;
  const auto changed_at = fs::last_write_time(original.path, missing);
  original.file = ReadRevocationFile(original.path);
  auto [counts, covered] = ReadCopies(original, known.place->copies);
  for (auto& file : std::exchange(known.unsaved, {}))
    if (!original.file || !Covers(*original.file, file)) counts.push_back(std::move(file));
  if (original.file) {
    known.unsaved = KeepAll(original, counts, changed_at);
    if (known.unsaved.empty()) {
      for (const auto& path : covered) fs::remove(path, ignored);
      known.place->copies = StampsOfCopies(original, counts);
    }
    if (!counts.empty()) log::Warning("crl_replaced", {{"file", name}});
    counts.push_back(*original.file);
  } else {
    log::Warning(missing ? "crl_missing" : "crl_unreadable",
                 {{"file", name}, {"before_counts", !counts.empty()}});
  }
  known.files = std::move(counts);
}

std::vector<RevocationTrouble> FindRevocationTroubles(const std::string& data_folder) {
  std::vector<RevocationTrouble> troubles;
  for (const auto& [name, place] : PlacesIn(data_folder)) {
    if (const auto kind = FindTrouble({data_folder, name}, place))
      troubles.push_back({name, *kind});
  }
  return troubles;
}

RevocationOutlook OutlookOfRevocations(const std::string& data_folder) {
  RevocationOutlook outlook;
  for (const auto& one : FindRevocationTroubles(data_folder))
    ++(one.kind == Kind::kUnread ? outlook.unread : outlook.kept);
  return outlook;
}

std::vector<crypto::RevocationList> AddRevocations(const RevocationFiles& files,
                                                   crypto::TrustStore& trust) {
  std::vector<crypto::RevocationList> all;
  for (const auto& bytes : files.lists) {
    const auto lists = trust.AddRevocations(*bytes);
    if (lists) all.insert(all.end(), lists->begin(), lists->end());
  }
  return all;
}

}  // namespace okno::exchange
