// SPDX-License-Identifier: Apache-2.0
#include "files/sweep.h"

#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>

#include "place.h"

namespace okno::files {
namespace fs = std::filesystem;
namespace {

// When the object was put: a rename keeps the time its bytes were written. Empty when it is gone.
std::optional<Instant> PutAt(const fs::path& path) {
  std::error_code gone;
  const auto time = fs::last_write_time(path, gone);
  if (gone) return std::nullopt;
  return std::chrono::floor<Instant::duration>(std::chrono::file_clock::to_sys(time));
}

const std::string& Checked(const std::string& digest) {
  if (!IsDigest(digest)) throw std::runtime_error("files: not a digest");
  return digest;
}

bool IsOld(const fs::path& path, Instant before) {
  const auto at = PutAt(path);
  return at && *at < before;
}

}  // namespace

std::vector<std::string> Parts() {
  std::vector<std::string> parts;
  for (int part = 0; part < 256; ++part) parts.push_back(fmt::format("{:02x}", part));
  return parts;
}

std::vector<std::string> ListOld(const std::string& folder, const std::string& part,
                                 Instant before) {
  std::vector<std::string> digests;
  std::error_code absent;
  for (fs::recursive_directory_iterator at(fs::path(folder) / part, absent), end;
       !absent && at != end; at.increment(absent)) {
    const auto name = at->path().filename().string();
    if (IsDigest(name) && IsOld(at->path(), before)) digests.push_back(name);
  }
  return digests;
}

bool SetAside(const std::string& folder, const std::string& digest) {
  const auto place = PlaceOf(folder, Checked(digest));
  std::error_code gone;
  // Its time is from now on that of the setting aside; killed in between, it is young in its place.
  fs::last_write_time(place, fs::file_time_type::clock::now(), gone);
  if (gone) return false;
  fs::create_directories(fs::path(folder) / "removed");
  fs::rename(place, AsideOf(folder, digest), gone);
  return !gone;
}

std::vector<AsideFile> ListAside(const std::string& folder) {
  std::vector<AsideFile> aside;
  std::error_code absent;
  for (fs::directory_iterator at(fs::path(folder) / "removed", absent), end; !absent && at != end;
       at.increment(absent)) {
    const auto name = at->path().filename().string();
    const auto since = PutAt(at->path());
    if (IsDigest(name) && since) aside.push_back({name, *since});
  }
  return aside;
}

bool PutBack(const std::string& folder, const std::string& digest) {
  const auto place = PlaceOf(folder, Checked(digest));
  std::error_code gone;
  fs::create_directories(place.parent_path());
  fs::rename(AsideOf(folder, digest), place, gone);
  return !gone;
}

std::optional<std::uint64_t> DestroyAside(const std::string& folder, const std::string& digest) {
  const auto aside = AsideOf(folder, Checked(digest));
  std::error_code gone;
  const auto size = fs::file_size(aside, gone);
  if (gone || !fs::remove(aside, gone)) return std::nullopt;
  return size;
}

}  // namespace okno::files
