// SPDX-License-Identifier: Apache-2.0
#include "logic/revocation_files.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "log/log.h"
#include "logic/runtime.h"

namespace okno::exchange {

namespace {

namespace fs = std::filesystem;

fs::path FolderOf(const std::string& data_folder) { return fs::path(data_folder) / "crl"; }

// Another text when the file is another one, was written to, or may be read only now.
std::string StampOf(const fs::path& path) {
  struct stat is {};
  if (::stat(path.c_str(), &is) != 0) return {};
  return fmt::format("{} {} {}.{} {}.{}", is.st_ino, is.st_size, is.st_mtim.tv_sec,
                     is.st_mtim.tv_nsec, is.st_ctim.tv_sec, is.st_ctim.tv_nsec);
}

// By name; what begins with a dot is somebody's download under way. A folder that is not there is
// empty.
std::map<std::string, std::string> StampsIn(const std::string& data_folder) {
  std::map<std::string, std::string> stamps;
  std::error_code error;
  for (fs::directory_iterator at(FolderOf(data_folder), error), end; !error && at != end;
       at.increment(error)) {
    std::error_code gone;
    const auto name = at->path().filename().string();
    if (!name.starts_with('.') && at->is_regular_file(gone)) stamps[name] = StampOf(at->path());
  }
  return stamps;
}

// Null when it is no list.
std::shared_ptr<const std::string> Read(const fs::path& path) {
  auto bytes = ReadKeyFile({}, path.string());
  crypto::TrustStore ignored;
  if (!bytes || !ignored.AddRevocations(*bytes)) return nullptr;
  return std::make_shared<const std::string>(std::move(*bytes));
}

}  // namespace

std::shared_ptr<const RevocationFiles> RevocationFolder::Get() {
  // The stamps first: what changes while it is read is read once more.
  const auto stamps = StampsIn(data_folder_);
  const std::scoped_lock lock(mutex_);
  const bool same =
      files_ && std::ranges::equal(stamps, kept_, [](const auto& now, const auto& kept) {
        return now.first == kept.first && now.second == kept.second.stamp;
      });
  if (!same) ReadAnew(stamps);
  return files_;
}

void RevocationFolder::ReadAnew(const std::map<std::string, std::string>& stamps) {
  std::erase_if(kept_, [&](const auto& kept) { return !stamps.contains(kept.first); });
  auto files = std::make_shared<RevocationFiles>();
  for (const auto& [name, stamp] : stamps) {
    auto& kept = kept_[name];
    if (kept.stamp != stamp) {
      auto bytes = Read(FolderOf(data_folder_) / name);
      if (!bytes)
        log::Warning("crl_unreadable", {{"file", name}, {"before_counts", kept.bytes != nullptr}});
      else
        kept.bytes = std::move(bytes);
      kept.stamp = stamp;
    }
    if (kept.bytes) files->push_back(kept.bytes);
  }
  files_ = std::move(files);
}

std::vector<crypto::RevocationList> AddRevocations(const RevocationFiles& files,
                                                   crypto::TrustStore& trust) {
  std::vector<crypto::RevocationList> all;
  for (const auto& bytes : files) {
    const auto lists = trust.AddRevocations(*bytes);
    if (lists) all.insert(all.end(), lists->begin(), lists->end());
  }
  return all;
}

}  // namespace okno::exchange
