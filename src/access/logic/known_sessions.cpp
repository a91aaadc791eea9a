// SPDX-License-Identifier: Apache-2.0
#include "access/known_sessions.h"

#include <mutex>
#include <unordered_map>

namespace okno::access {

// More sessions than this in one second come from no counter: they are read anew.
constexpr std::size_t kMost = 20'000;

struct KnownSessions::State {
  std::mutex mutex;
  std::unordered_map<std::string, KnownSession> sessions;
  unsigned long long age = 0;
};

KnownSessions::KnownSessions() : state_(std::make_shared<State>()) {}

std::optional<KnownSession> KnownSessions::Find(const std::string& token_sha256,
                                                Instant now) const {
  const std::lock_guard lock(state_->mutex);
  const auto found = state_->sessions.find(token_sha256);
  if (found == state_->sessions.end()) return std::nullopt;
  const auto since = now - found->second.read_at;
  if (since >= kKeptFor || since < since.zero()) {  // a clock set back is no reason to trust longer
    state_->sessions.erase(found);
    return std::nullopt;
  }
  return found->second;
}

unsigned long long KnownSessions::Age() const {
  const std::lock_guard lock(state_->mutex);
  return state_->age;
}

void KnownSessions::Keep(const std::string& token_sha256, KnownSession session,
                         unsigned long long age) const {
  const std::lock_guard lock(state_->mutex);
  if (age != state_->age) return;
  if (state_->sessions.size() >= kMost) state_->sessions.clear();
  state_->sessions.insert_or_assign(token_sha256, std::move(session));
}

void KnownSessions::Forget() const {
  const std::lock_guard lock(state_->mutex);
  ++state_->age;
  state_->sessions.clear();
}

}  // namespace okno::access
