// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "crypto/gost.h"
#include "logic/revocation_copies.h"

namespace okno::exchange {

struct RevocationFiles {
  std::vector<std::shared_ptr<const std::string>> lists;  // bytes, all of them readable as lists
  // Names of files that nobody has ever read: whom they revoke is unknown, so no signer may be
  // believed until they are mended or taken away.
  std::vector<std::string> unread;
};

// What lies in the two folders under one name.
struct RevocationPlace {
  std::string file;  // the stamp of the one in `crl`
  CopyStamps copies;
  bool operator==(const RevocationPlace&) const = default;
};

// Lists of revoked certificates (CRL, PEM or DER) in the folder `crl` of the data folder, for all
// connections: whoever runs the installation fetches them from the authorities. Each is read once,
// and again when it has changed. What was read is copied to the folder `crl-kept`, and counts,
// after a restart too, while the file is missing or can not be read ("crl_missing",
// "crl_unreadable" in the log): a copy that broke off or a disk that is away must not make the
// revoked good again. Neither must another authority's list, or an older one, that is put under
// the same name: what it does not cover as late or later goes on counting from a copy of its own
// beside it ("crl_replaced"), until a file of that name covers it. To take a list back both the
// file and its copies are removed. Thread-safe.
class RevocationFolder {
 public:
  explicit RevocationFolder(std::string data_folder) : data_folder_(std::move(data_folder)) {}
  // What counts now; the same pointer until a file or a copy is added, replaced or removed.
  std::shared_ptr<const RevocationFiles> Get();

 private:
  struct Known {
    std::optional<RevocationPlace> place;  // when it was read
    std::vector<RevocationFile> files;     // what counts; none: never a readable one
    std::vector<RevocationFile> unsaved;   // those of them that could not be copied
  };
  void ReadAnew(const std::map<std::string, RevocationPlace>& places);
  void ReadOne(const std::string& name, Known& known) const;

  std::string data_folder_;
  std::mutex mutex_;
  std::map<std::string, Known> known_;  // by file name
  std::shared_ptr<const RevocationFiles> files_;
};

// A file of the folder `crl` that does not count as it lies there, or not alone.
struct RevocationTrouble {
  std::string file;
  // kMissing, kUnreadable: what was read before counts. kUnread: there is nothing to count.
  // kReplaced: it counts, and so does what was there before, which it does not cover.
  enum class Kind { kMissing, kUnreadable, kUnread, kReplaced } kind = Kind::kUnread;
};
// Judges by the folders alone, so it is right in any process. Reads only files that have no copy
// yet, so it may be asked often.
std::vector<RevocationTrouble> FindRevocationTroubles(const std::string& data_folder);

// Gives all of them to `trust`.
std::vector<crypto::RevocationList> AddRevocations(const RevocationFiles& files,
                                                   crypto::TrustStore& trust);

}  // namespace okno::exchange
