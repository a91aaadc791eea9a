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

std::optional<std::uint64_t> DestroyOld(const std::string& folder, const std::string& digest,
                                        Instant before) {
  if (!IsDigest(digest)) throw std::runtime_error("files: not a digest");
  const auto place = PlaceOf(folder, digest);
  if (!IsOld(place, before)) return std::nullopt;
  // Moved first, judged then: between a look and a removal somebody may have put it again.
  const auto aside = fs::path(folder) / "incoming" / (digest + ".gone");
  std::error_code gone;
  fs::rename(place, aside, gone);
  if (gone) return std::nullopt;
  if (!IsOld(aside, before)) {
    fs::rename(aside, place);
    return std::nullopt;
  }
  const auto size = fs::file_size(aside);
  fs::remove(aside);
  return size;
}

}  // namespace okno::files
