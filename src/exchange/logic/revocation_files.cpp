// SPDX-License-Identifier: Apache-2.0
#include "logic/revocation_files.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/id.h"
#include "exchange/worker.h"
#include "log/log.h"
#include "logic/runtime.h"

namespace okno::exchange {

namespace {

namespace fs = std::filesystem;
using Stamps = std::map<std::string, std::string>;  // by file name; "" of a file that is not there

fs::path FolderOf(const std::string& data_folder) { return fs::path(data_folder) / "crl"; }
fs::path KeptIn(const std::string& data_folder) { return fs::path(data_folder) / "crl-kept"; }

// Another text when the file is another one, was written to, or may be read only now.
std::string StampOf(const fs::path& path) {
  struct stat is {};
  if (::stat(path.c_str(), &is) != 0) return {};
  return fmt::format("{} {} {}.{} {}.{}", is.st_ino, is.st_size, is.st_mtim.tv_sec,
                     is.st_mtim.tv_nsec, is.st_ctim.tv_sec, is.st_ctim.tv_nsec);
}

// What begins with a dot is somebody's download under way. A folder that is not there is empty; one
// that can not be looked into stands there as a file that can not be read. So does a link that
// leads nowhere now.
void AddNames(const fs::path& folder, Stamps& stamps) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code gone;
    const auto name = at->path().filename().string();
    if (!name.starts_with('.') && !at->is_directory(gone)) stamps[name];
  }
  if (error && error != std::errc::no_such_file_or_directory) stamps["."];
}

// By name, also of those of which only the copy is left.
Stamps StampsIn(const std::string& data_folder) {
  Stamps stamps;
  AddNames(FolderOf(data_folder), stamps);
  AddNames(KeptIn(data_folder), stamps);
  for (auto& [name, stamp] : stamps) stamp = StampOf(FolderOf(data_folder) / name);
  return stamps;
}

// Null when it is no list.
std::shared_ptr<const std::string> Read(const fs::path& path) {
  auto bytes = ReadKeyFile({}, path.string());
  crypto::TrustStore ignored;
  if (!bytes || !ignored.AddRevocations(*bytes)) return nullptr;
  return std::make_shared<const std::string>(std::move(*bytes));
}

// A copy has the time of what it was made of.
bool IsCopyOf(const fs::path& copy, const fs::path& original) {
  struct stat one {
  }, other{};
  return ::stat(copy.c_str(), &one) == 0 && ::stat(original.c_str(), &other) == 0 &&
         one.st_size == other.st_size && one.st_mtim.tv_sec == other.st_mtim.tv_sec;
}

void Write(const fs::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  if (!file) throw fs::filesystem_error("write", path, std::make_error_code(std::errc::io_error));
}

// Several processes may do so at once. `changed_at` is of before the reading: of a file that is
// replaced meanwhile the copy is not taken for its own.
void Keep(const fs::path& copy, const std::string& bytes, fs::file_time_type changed_at) try {
  fs::create_directories(copy.parent_path());
  const auto half = copy.parent_path() / ("." + Uuid::NewV7().ToString());
  Write(half, bytes);
  fs::last_write_time(half, changed_at);
  fs::rename(half, copy);
} catch (const fs::filesystem_error& error) {
  log::Warning("crl_not_kept", {{"file", copy.filename().string()}, {"what", error.what()}});
}

}  // namespace

std::shared_ptr<const RevocationFiles> RevocationFolder::Get() {
  // The stamps first: what changes while it is read is read once more.
  const auto stamps = StampsIn(data_folder_);
  const std::scoped_lock lock(mutex_);
  const bool same =
      files_ && std::ranges::equal(stamps, known_, [](const auto& now, const auto& known) {
        return now.first == known.first && now.second == known.second.stamp;
      });
  if (!same) ReadAnew(stamps);
  return files_;
}

void RevocationFolder::ReadAnew(const Stamps& stamps) {
  std::erase_if(known_, [&](const auto& known) { return !stamps.contains(known.first); });
  auto files = std::make_shared<RevocationFiles>();
  for (const auto& [name, stamp] : stamps) {
    auto& known = known_[name];
    if (known.stamp != stamp) ReadOne(name, known);
    known.stamp = stamp;
    if (known.bytes)
      files->lists.push_back(known.bytes);
    else
      files->unread.push_back(name);
  }
  files_ = std::move(files);
}

void RevocationFolder::ReadOne(const std::string& name, Known& known) const {
  const auto path = FolderOf(data_folder_) / name;
  const auto copy = KeptIn(data_folder_) / name;
  std::error_code missing;
  const auto changed_at = fs::last_write_time(path, missing);
  if (auto bytes = Read(path)) {
    known.bytes = std::move(bytes);
    if (!missing && !IsCopyOf(copy, path)) Keep(copy, *known.bytes, changed_at);
    return;
  }
  if (!known.bytes) known.bytes = Read(copy);
  log::Warning(missing ? "crl_missing" : "crl_unreadable",
               {{"file", name}, {"before_counts", known.bytes != nullptr}});
}

std::vector<RevocationTrouble> FindRevocationTroubles(const std::string& data_folder) {
  using Kind = RevocationTrouble::Kind;
  std::vector<RevocationTrouble> troubles;
  for (const auto& [name, stamp] : StampsIn(data_folder)) {
    const auto copy = KeptIn(data_folder) / name;
    if (IsCopyOf(copy, FolderOf(data_folder) / name)) continue;
    const bool is_kept = !StampOf(copy).empty() && name != ".";
    troubles.push_back({name, !is_kept        ? Kind::kUnread
                              : stamp.empty() ? Kind::kMissing
                                              : Kind::kUnreadable});
  }
  return troubles;
}

RevocationOutlook OutlookOfRevocations(const std::string& data_folder) {
  RevocationOutlook outlook;
  for (const auto& one : FindRevocationTroubles(data_folder))
    ++(one.kind == RevocationTrouble::Kind::kUnread ? outlook.unread : outlook.kept);
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
