// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "crypto/gost.h"

namespace okno::exchange {

// The bytes of each file, all of them readable as lists.
using RevocationFiles = std::vector<std::shared_ptr<const std::string>>;

// Lists of revoked certificates (CRL, PEM or DER) in the folder `crl` of the data folder, for all
// connections: whoever runs the installation fetches them from the authorities. Each is read once,
// and again when it has changed. Thread-safe.
class RevocationFolder {
 public:
  explicit RevocationFolder(std::string data_folder) : data_folder_(std::move(data_folder)) {}
  // What lies there now; the same pointer until a file is added, replaced or removed. What can not
  // be read is logged ("crl_unreadable"): until it can be, the lists count that were last read
  // under its name, for a copy that broke off must not make the revoked good again.
  std::shared_ptr<const RevocationFiles> Get();

 private:
  struct Kept {
    std::string stamp;
    std::shared_ptr<const std::string> bytes;  // null: there was never a readable one
  };
  void ReadAnew(const std::map<std::string, std::string>& stamps);

  std::string data_folder_;
  std::mutex mutex_;
  std::map<std::string, Kept> kept_;  // by file name
  std::shared_ptr<const RevocationFiles> files_;
};

// Gives all of them to `trust`.
std::vector<crypto::RevocationList> AddRevocations(const RevocationFiles& files,
                                                   crypto::TrustStore& trust);

}  // namespace okno::exchange
