// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "db/pool.h"

namespace okno::access {

// The keys under which secrets of second factors lie in the database: AES-256-GCM, each bound to
// its owner, so that a copy of the database alone makes no codes and a secret moved to another user
// opens for nobody.
//
// The file has a line "<number> <64 hexadecimal digits>" for each key. The highest number seals,
// all of them open. To change the key add a line and restart: ResealSecrets puts everything under
// the new one, and the old line may go.
class SecretKeys {
 public:
  SecretKeys() = default;  // none: nothing opens, and sealing is a bug
  // Made with a new key, for its owner alone (0600), when there is no file. Throws with a text for
  // a person when others may read it or a line is not as above.
  static SecretKeys Load(const std::string& path);

  std::string Seal(std::string_view owner, std::string_view secret) const;
  // Empty when the key is not here, or the bytes were changed or are another owner's.
  std::optional<std::string> Open(std::string_view owner, std::string_view sealed) const;
  bool IsCurrent(std::string_view sealed) const;

 private:
  std::map<unsigned, std::string> keys_;  // raw 32 bytes by number
};

// At start: seals what was stored before there were keys and what lies under an older key; returns
// how many secrets. What does not open is left and logged: it waits for its key.
int ResealSecrets(db::Pool& db, const SecretKeys& keys);

}  // namespace okno::access
