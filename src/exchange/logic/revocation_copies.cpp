// SPDX-License-Identifier: Apache-2.0
#include "logic/revocation_copies.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <utility>

#include "base/id.h"
#include "crypto/hash.h"
#include "log/log.h"
#include "logic/runtime.h"
#include "text/strings.h"

namespace okno::exchange {

namespace {

namespace fs = std::filesystem;

// What a file of the same name does not cover lies in `crl-kept` as "uc.crl.kept-0123456789abcdef".
constexpr std::string_view kBeside = ".kept-";
constexpr std::size_t kDigits = 16;  // of the SHA-256 of what it holds

fs::path KeptIn(const std::string& data_folder) { return fs::path(data_folder) / "crl-kept"; }

fs::path BesideOf(const Original& original, const RevocationFile& file) {
  const auto digits = text::HexEncode(crypto::Sha256(*file.bytes)).substr(0, kDigits);
  return original.kept / (original.name + std::string(kBeside) + digits);
}

// Of which file in `crl` it is a copy.
std::string NameOf(const std::string& copy) {
  constexpr auto kEnding = kBeside.size() + kDigits;
  if (copy.size() <= kEnding) return copy;
  const auto at = copy.size() - kEnding;
  return copy.compare(at, kBeside.size(), kBeside) == 0 ? copy.substr(0, at) : copy;
}

void Write(const fs::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  if (!file) throw fs::filesystem_error("write", path, std::make_error_code(std::errc::io_error));
}

// False when it could not be written.
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

}  // namespace

std::optional<RevocationFile> ReadRevocationFile(const fs::path& path) {
  std::error_code ignored;
  // To open a pipe would wait for its writer.
  if (!fs::is_regular_file(path, ignored)) return std::nullopt;
  auto bytes = ReadKeyFile({}, path.string());
  if (!bytes) return std::nullopt;
  const auto lists = crypto::TrustStore().AddRevocations(*bytes);
  if (!lists) return std::nullopt;
  return RevocationFile{std::make_shared<const std::string>(std::move(*bytes)), *lists};
}

bool Covers(const RevocationFile& file, const RevocationFile& other) {
  return std::ranges::all_of(other.lists, [&](const auto& list) {
    return std::ranges::any_of(file.lists, [&](const auto& own) {
      return own.part == list.part && own.issued_at >= list.issued_at;
    });
  });
}

std::string StampOf(const fs::path& path) {
  struct stat is {};
  if (::stat(path.c_str(), &is) != 0) return {};
  return fmt::format("{} {} {}.{} {}.{}", is.st_ino, is.st_size, is.st_mtim.tv_sec,
                     is.st_mtim.tv_nsec, is.st_ctim.tv_sec, is.st_ctim.tv_nsec);
}

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

std::map<std::string, CopyStamps> ListCopies(const std::string& data_folder) {
  std::map<std::string, CopyStamps> copies;
  const auto kept = KeptIn(data_folder);
  for (const auto& copy : NamesIn(kept)) {
    auto& of_original = copies[NameOf(copy)];
    if (copy != ".") of_original[copy] = StampOf(kept / copy);
  }
  return copies;
}

Original::Original(const std::string& data_folder, std::string name_in_crl)
    : name(std::move(name_in_crl)),
      path(fs::path(data_folder) / "crl" / name),
      kept(KeptIn(data_folder)) {}

// A copy has the time of what it was made of.
bool Original::has_copy() const {
  struct stat one {
  }, other{};
  return ::stat(copy().c_str(), &one) == 0 && ::stat(path.c_str(), &other) == 0 &&
         S_ISREG(other.st_mode) && one.st_size == other.st_size &&
         one.st_mtim.tv_sec == other.st_mtim.tv_sec;
}

Copies ReadCopies(const Original& original, const CopyStamps& copies) {
  Copies found;
  for (const auto& [name, stamp] : copies) {
    const bool is_first = name == original.name;
    if (is_first && original.file && original.has_copy()) continue;
    auto read = ReadRevocationFile(original.kept / name);
    if (!read) continue;
    if (!original.file || !Covers(*original.file, *read))
      found.uncovered.push_back(*std::move(read));
    else if (!is_first)
      found.covered.push_back(original.kept / name);
  }
  return found;
}

// What is not covered is copied first: the copy it may be in is overwritten.
std::vector<RevocationFile> KeepAll(const Original& original,
                                    const std::vector<RevocationFile>& uncovered,
                                    fs::file_time_type changed_at) {
  std::vector<RevocationFile> unsaved;
  for (const auto& one : uncovered) {
    const auto beside = BesideOf(original, one);
    if (StampOf(beside).empty() && !Keep(beside, one, changed_at)) unsaved.push_back(one);
  }
  if (original.has_copy()) return unsaved;
  if (!unsaved.empty() || !Keep(original.copy(), *original.file, changed_at))
    unsaved.push_back(*original.file);
  return unsaved;
}

CopyStamps StampsOfCopies(const Original& original, const std::vector<RevocationFile>& uncovered) {
  CopyStamps stamps{{original.name, StampOf(original.copy())}};
  for (const auto& file : uncovered) {
    const auto beside = BesideOf(original, file);
    stamps[beside.filename().string()] = StampOf(beside);
  }
  return stamps;
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

}  // namespace okno::exchange
