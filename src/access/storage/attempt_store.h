// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "db/pool.h"
#include "time/time.h"

namespace okno::access::storage {

// How failures of one key slow it down: the first few are free, then pauses that double.
struct Pace {
  int free_failures;
  std::chrono::seconds first_pause, longest_pause, forgotten_after;
};

// Counts an attempt as failed before it is judged. Empty: done; otherwise blocked until then.
std::optional<Instant> CountAttempt(db::Tx& tx, const std::string& key, const Pace& pace,
                                    Instant now);
bool IsBlocked(db::Tx& tx, const std::string& key, Instant now);
void TakeBackAttempt(db::Tx& tx, const std::string& key, Instant now);
void ForgetAttempts(db::Tx& tx, const std::string& key);
// Of all keys that begin so.
void ForgetAllAttempts(db::Tx& tx, const std::string& key_head);
long long DeleteOldAttempts(db::Tx& tx, Instant before);

}  // namespace okno::access::storage
