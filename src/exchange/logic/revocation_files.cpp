// SPDX-License-Identifier: Apache-2.0
#include "logic/revocation_files.h"

#include <algorithm>
#include <filesystem>

#include "log/log.h"
#include "logic/runtime.h"

namespace okno::exchange {

namespace {

namespace fs = std::filesystem;

// By name; what begins with a dot is somebody's download under way. A folder that is not there is
// empty.
std::vector<fs::path> RevocationFiles(const std::string& data_folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator at(fs::path(data_folder) / "crl", error), end; !error && at != end;
       at.increment(error)) {
    std::error_code gone;
    if (!at->path().filename().string().starts_with('.') && at->is_regular_file(gone))
      files.push_back(at->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::string RevocationStamp(const std::string& data_folder) {
  std::string stamp;
  for (const auto& file : RevocationFiles(data_folder)) {
    std::error_code gone;
    const auto changed = fs::last_write_time(file, gone).time_since_epoch().count();
    const auto size = fs::file_size(file, gone);
    stamp += file.filename().string() + " " + std::to_string(changed) + " " + std::to_string(size) +
             "\n";
  }
  return stamp;
}

std::vector<crypto::RevocationList> AddRevocations(const std::string& data_folder,
                                                   crypto::TrustStore& trust) {
  std::vector<crypto::RevocationList> all;
  for (const auto& file : RevocationFiles(data_folder)) {
    const auto lists = trust.AddRevocations(ReadKeyFile({}, file.string()).value_or(""));
    if (!lists) {
      log::Warning("crl_unreadable", {{"file", file.filename().string()}});
      continue;
    }
    all.insert(all.end(), lists->begin(), lists->end());
  }
  return all;
}

}  // namespace okno::exchange
