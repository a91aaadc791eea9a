// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "access/principal.h"
#include "time/time.h"

namespace okno::access {

// A living session as the database told of it at `read_at`.
struct KnownSession {
  std::shared_ptr<const Principal> principal;
  Instant created_at, last_seen_at, read_at;
};

// Sessions this process read within the last second, so that the requests of one screen, and of a
// counter that files hundreds, do not all ask the database who is calling
// (docs/decisions/0014). What ends or changes a session in this process forgets them all at once;
// what another process does is told by `TellOfSessions` (access/live.h) and counts after a second
// at the latest. Copies share what they hold; safe from any thread.
class KnownSessions {
 public:
  static constexpr std::chrono::seconds kKeptFor{1};

  KnownSessions();
  // `token_sha256` as in access.sessions. Nothing when it was read longer ago than kKeptFor.
  std::optional<KnownSession> Find(const std::string& token_sha256, Instant now) const;
  // To be asked before the database is read: Keep takes nothing that was read before a Forget.
  unsigned long long Age() const;
  void Keep(const std::string& token_sha256, KnownSession session, unsigned long long age) const;
  void Forget() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace okno::access
