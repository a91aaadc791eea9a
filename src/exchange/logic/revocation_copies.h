// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crypto/gost.h"

// The folder `crl-kept` of the data folder: copies of what was read in `crl`, which count while
// that is not what it was (logic/revocation_files.h).
namespace okno::exchange {

// A file as it was read.
struct RevocationFile {
  std::shared_ptr<const std::string> bytes;
  std::vector<crypto::RevocationList> lists;
};
// Empty when it is no list.
std::optional<RevocationFile> ReadRevocationFile(const std::filesystem::path& path);
// Whether `file` has a list as late or later in the place of each of `other`.
bool Covers(const RevocationFile& file, const RevocationFile& other);

// Another one when the file is another, was written to, or may be read only now; "" of a file that
// is not there.
std::string StampOf(const std::filesystem::path& path);
// Without folders, and what begins with a dot: that is somebody's download under way. A folder that
// is not there is empty; one that can not be looked into stands there as a file that can not be
// read, ".". So does a link that leads nowhere now.
std::vector<std::string> NamesIn(const std::filesystem::path& folder);

using CopyStamps = std::map<std::string, std::string>;  // by their names in `crl-kept`
// By the name in `crl` of what they are copies of.
std::map<std::string, CopyStamps> ListCopies(const std::string& data_folder);

// A file of `crl` and where its copies are.
struct Original {
  Original(const std::string& data_folder, std::string name_in_crl);
  std::string name;
  std::filesystem::path path, kept;
  std::optional<RevocationFile> file;  // empty: not read, or it can not be

  std::filesystem::path copy() const { return kept / name; }
  bool has_copy() const;  // of what it is now, judged by size and time
};

struct Copies {
  std::vector<RevocationFile> uncovered;       // by the file; all while that can not be read
  std::vector<std::filesystem::path> covered;  // lie beside for nothing now
};
Copies ReadCopies(const Original& original, const CopyStamps& copies);

// Copies a file that was read and what it does not cover. Returns those of which there is no copy
// now. `changed_at` is of before the reading: of a file that is replaced meanwhile the copy is not
// taken for its own. Several processes may do so at once.
std::vector<RevocationFile> KeepAll(const Original& original,
                                    const std::vector<RevocationFile>& uncovered,
                                    std::filesystem::file_time_type changed_at);
// Of what KeepAll has written: that needs no second reading; a copy another process has made does.
CopyStamps StampsOfCopies(const Original& original, const std::vector<RevocationFile>& uncovered);

// Of copies a process that was killed had not written to the end; only what is older than a day.
void RemoveHalfCopies(const std::string& data_folder);

}  // namespace okno::exchange
