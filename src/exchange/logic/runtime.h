// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "crypto/gost.h"
#include "exchange/smev3/dialect.h"
#include "logic/revocation_files.h"
#include "storage/connection_store.h"

namespace okno::exchange {

// A connection ready for work: keys loaded, certificates parsed.
struct Runtime {
  storage::ConnectionRow row;  // its state is the one at loading; only the settings are to be used
  const smev3::Dialect* dialect = nullptr;
  std::shared_ptr<const crypto::Signer> signer;
  crypto::Certificate bus;
  // Caches judged certificates; one for all connections that trust the same roots.
  std::shared_ptr<const crypto::TrustStore> trust;
  std::shared_ptr<const RevocationFiles> revocations;  // the lists in `trust`
  std::string signed_with;  // version and certificate: an envelope made with the same is good
  std::string ftp_password;
  std::chrono::milliseconds answer_timeout{30'000};  // of a call to the bus

  explicit Runtime(crypto::Certificate bus_certificate) : bus(std::move(bus_certificate)) {}
};

// A small file below the data folder; an absolute path wins. Empty when it can not be read.
std::optional<std::string> ReadKeyFile(const std::string& folder, const std::string& path);

// Whether the text is nothing but PEM certificates; none is fine.
bool AreRoots(std::string_view pems);

// Relative key paths are taken below `data_folder`. It knows of nobody revoked. Refusals:
// "exchange.version_unsupported", "exchange.key_unreadable", those of the crypto room.
Result<std::shared_ptr<Runtime>> LoadRuntime(const storage::ConnectionRow& row,
                                             const std::string& data_folder);

// Whether signers may be judged: "exchange.crl_unreadable" while a list of revoked certificates is
// there that nobody has ever read.
Outcome MayJudge(const Runtime& runtime);

// Runtimes by connection, loaded anew when the settings' revision or the lists of revoked
// certificates change. Thread-safe.
class Runtimes {
 public:
  explicit Runtimes(std::string data_folder,
                    std::chrono::milliseconds answer_timeout = std::chrono::seconds(30))
      : data_folder_(std::move(data_folder)),
        answer_timeout_(answer_timeout),
        revocations_(data_folder_) {}
  // Shared, because deliveries under way keep theirs while a new one replaces it. Refusals as of
  // LoadRuntime.
  Result<std::shared_ptr<const Runtime>> Get(const storage::ConnectionRow& row);

 private:
  using Trust = std::shared_ptr<const crypto::TrustStore>;
  Trust TrustIn(const std::string& roots_pem, const RevocationFiles& revocations);

  std::string data_folder_;
  std::chrono::milliseconds answer_timeout_;
  RevocationFolder revocations_;
  std::mutex mutex_;
  std::map<ConnectionId, std::shared_ptr<const Runtime>> loaded_;
  std::shared_ptr<const RevocationFiles> lists_;  // in the stores of trust_
  std::map<std::string, Trust> trust_;            // by the roots
};

}  // namespace okno::exchange
