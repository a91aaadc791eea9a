// SPDX-License-Identifier: Apache-2.0
#include "logic/revocation_files.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "base/id.h"
#include "crypto/hash.h"
#include "exchange/worker.h"
#include "log/log.h"
#include "logic/runtime.h"
#include "text/strings.h"

namespace okno::exchange {

namespace {

namespace fs = std::filesystem;
using Places = std::map<std::string, RevocationPlace>;  // by the name in `crl`

// What a file of the same name does not cover lies in `crl-kept` as "uc.crl.kept-0123456789abcdef".
constexpr std::string_view kBeside = ".kept-";
constexpr std::size_t kDigits = 16;  // of the SHA-256 of what it holds

fs::path FolderOf(const std::string& data_folder) { return fs::path(data_folder) / "crl"; }
fs::path KeptIn(const std::string& data_folder) { return fs::path(data_folder) / "crl-kept"; }

std::string BesideNameOf(const std::string& name, const RevocationFile& file) {
  const auto digits = text::HexEncode(crypto::Sha256(*file.bytes)).substr(0, kDigits);
  return name + std::string(kBeside) + digits;
}

// Of which file in `crl` it is a copy.
std::string NameOf(const std::string& copy) {
  constexpr auto kEnding = kBeside.size() + kDigits;
  if (copy.size() <= kEnding) return copy;
  const auto at = copy.size() - kEnding;
  return copy.compare(at, kBeside.size(), kBeside) == 0 ? copy.substr(0, at) : copy;
}

std::string StampOf(const fs::path& path) {
  struct stat is {};
  if (::stat(path.c_str(), &is) != 0) return {};
  return fmt::format("{} {} {}.{} {}.{}", is.st_ino, is.st_size, is.st_mtim.tv_sec,
                     is.st_mtim.tv_nsec, is.st_ctim.tv_sec, is.st_ctim.tv_nsec);
}

// What begins with a dot is somebody's download under way. A folder that is not there is empty; one
// that can not be looked into stands there as a file that can not be read, ".". So does a link that
// leads nowhere now.
std::vector<std::string> NamesIn(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code gone;
    auto name = at->path().filename().string();
    if (!name.starts_with('.') && !at->is_directory(gone)) names.push_back(std::move(name));
  }
  if (error && error != std::errc::no_such_file_or_directory) names.emplace_back(".");
  return names;
}

// Those too of which only copies are left.
Places PlacesIn(const std::string& data_folder) {
  Places places;
  for (const auto& name : NamesIn(FolderOf(data_folder))) places[name];
  const auto kept = KeptIn(data_folder);
  for (const auto& copy : NamesIn(kept)) {
    auto& place = places[NameOf(copy)];
    if (copy != ".") place.copies[copy] = StampOf(kept / copy);
  }
  for (auto& [name, place] : places) place.file = StampOf(FolderOf(data_folder) / name);
  return places;
}

// Empty when it is no list.
std::optional<RevocationFile> Read(const fs::path& path) {
  std::error_code ignored;
  // To open a pipe would wait for its writer.
  if (!fs::is_regular_file(path, ignored)) return std::nullopt;
  auto bytes = ReadKeyFile({}, path.string());
  if (!bytes) return std::nullopt;
  const auto lists = crypto::TrustStore().AddRevocations(*bytes);
  if (!lists) return std::nullopt;
  return RevocationFile{std::make_shared<const std::string>(std::move(*bytes)), *lists};
}

// Whether it has a list as late or later in the place of each of `other`.
bool Covers(const RevocationFile& file, const RevocationFile& other) {
  return std::ranges::all_of(other.lists, [&](const auto& list) {
    return std::ranges::any_of(file.lists, [&](const auto& own) {
      return own.part == list.part && own.issued_at >= list.issued_at;
    });
  });
}

// A copy has the time of what it was made of.
bool IsCopyOf(const fs::path& copy, const fs::path& original) {
  struct stat one {
  }, other{};
  return ::stat(copy.c_str(), &one) == 0 && ::stat(original.c_str(), &other) == 0 &&
         S_ISREG(other.st_mode) && one.st_size == other.st_size &&
         one.st_mtim.tv_sec == other.st_mtim.tv_sec;
}

void Write(const fs::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  if (!file) throw fs::filesystem_error("write", path, std::make_error_code(std::errc::io_error));
}

// Several processes may do so at once. `changed_at` is of before the reading: of a file that is
// replaced meanwhile the copy is not taken for its own. False when it could not be written.
bool Keep(const fs::path& copy, const RevocationFile& file, fs::file_time_type changed_at) try {
  fs::create_directories(copy.parent_path());
  const auto half = copy.parent_path() / ("." + Uuid::NewV7().ToString());
  Write(half, *file.bytes);
  fs::last_write_time(half, changed_at);
  fs::rename(half, copy);
  return true;
} catch (const fs::filesystem_error& error) {
  log::Warning("crl_not_kept", {{"file", copy.filename().string()}, {"what", error.what()}});
  return false;
}

// A file of `crl` and where its copies are.
struct Original {
  std::string name;
  fs::path path, kept;
  std::optional<RevocationFile> file;  // empty: it can not be read

  fs::path copy() const { return kept / name; }
  fs::path BesideOf(const RevocationFile& other) const { return kept / BesideNameOf(name, other); }
};

struct Copies {
  std::vector<RevocationFile> uncovered;  // by the file; all while that can not be read
  std::vector<fs::path> covered;          // lie beside for nothing now
};

Copies ReadCopies(const Original& original, const RevocationPlace& place) {
  Copies copies;
  for (const auto& [name, stamp] : place.copies) {
    const auto path = original.kept / name;
    const bool is_first = name == original.name;
    if (is_first && original.file && IsCopyOf(path, original.path)) continue;
    auto read = Read(path);
    if (!read) continue;
    if (!original.file || !Covers(*original.file, *read))
      copies.uncovered.push_back(*std::move(read));
    else if (!is_first)
      copies.covered.push_back(path);
  }
  return copies;
}

// What was written just now needs no second reading; a copy another process has made does.
std::map<std::string, std::string> StampsOfCopies(const Original& original,
                                                  const std::vector<RevocationFile>& uncovered) {
  std::map<std::string, std::string> stamps{{original.name, StampOf(original.copy())}};
  for (const auto& file : uncovered) {
    const auto beside = original.BesideOf(file);
    stamps[beside.filename().string()] = StampOf(beside);
  }
  return stamps;
}

// Returns those of which there is no copy now. What is not covered is copied first: the copy it may
// be in is overwritten.
std::vector<RevocationFile> KeepAll(const Original& original,
                                    const std::vector<RevocationFile>& uncovered,
                                    fs::file_time_type changed_at) {
  std::vector<RevocationFile> unsaved;
  for (const auto& one : uncovered) {
    const auto beside = original.BesideOf(one);
    if (StampOf(beside).empty() && !Keep(beside, one, changed_at)) unsaved.push_back(one);
  }
  if (IsCopyOf(original.copy(), original.path)) return unsaved;
  if (!unsaved.empty() || !Keep(original.copy(), *original.file, changed_at))
    unsaved.push_back(*original.file);
  return unsaved;
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
  Original original{name, FolderOf(data_folder_) / name, KeptIn(data_folder_), {}};
  std::error_code missing, ignored;
  const auto changed_at = fs::last_write_time(original.path, missing);
  original.file = Read(original.path);
  auto [counts, covered] = ReadCopies(original, *known.place);
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

namespace {

using Kind = RevocationTrouble::Kind;

std::optional<Kind> FindTrouble(const std::string& data_folder, const std::string& name,
                                const RevocationPlace& place) {
  const auto path = FolderOf(data_folder) / name;
  if (IsCopyOf(KeptIn(data_folder) / name, path) || Read(path)) {
    const bool has_beside = place.copies.size() > place.copies.count(name);
    return has_beside ? std::optional(Kind::kReplaced) : std::nullopt;
  }
  if (place.copies.empty()) return Kind::kUnread;
  return place.file.empty() ? Kind::kMissing : Kind::kUnreadable;
}

}  // namespace

std::vector<RevocationTrouble> FindRevocationTroubles(const std::string& data_folder) {
  std::vector<RevocationTrouble> troubles;
  for (const auto& [name, place] : PlacesIn(data_folder)) {
    if (const auto kind = FindTrouble(data_folder, name, place)) troubles.push_back({name, *kind});
  }
  return troubles;
}

RevocationOutlook OutlookOfRevocations(const std::string& data_folder) {
  RevocationOutlook outlook;
  for (const auto& one : FindRevocationTroubles(data_folder))
    ++(one.kind == Kind::kUnread ? outlook.unread : outlook.kept);
  return outlook;
}

void RemoveHalfCopies(const std::string& data_folder) {
  constexpr std::chrono::hours kAge{24};
  const auto oldest = fs::file_time_type::clock::now() - kAge;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(KeptIn(data_folder), ignored)) {
    if (!entry.path().filename().string().starts_with('.')) continue;
    if (entry.last_write_time(ignored) < oldest) fs::remove(entry.path(), ignored);
  }
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
