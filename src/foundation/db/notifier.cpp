// SPDX-License-Identifier: Apache-2.0
#include "notifier.h"

#include <algorithm>
#include <set>

#include "db/queries.h"
#include "log/log.h"

namespace okno::db {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPauseAfterFault{500};

// Each once, in their order.
std::vector<Notice> Distinct(std::vector<Notice> notices) {
  std::set<Notice> seen;
  std::erase_if(notices, [&](const Notice& notice) { return !seen.insert(notice).second; });
  return notices;
}

}  // namespace

Notifier::~Notifier() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
  }
  if (thread_.joinable()) thread_.join();
}

void Notifier::Tell(std::vector<Notice> notices) {
  if (notices.empty()) return;
  std::lock_guard lock(mutex_);
  std::ranges::move(notices, std::back_inserter(waiting_));
  if (!thread_.joinable()) thread_ = std::thread([this] { Run(); });
  changed_.notify_all();
}

void Notifier::Run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    auto notices = Distinct(std::exchange(waiting_, {}));
    lock.unlock();
    const bool sent = Send(notices);
    lock.lock();
    if (sent) continue;
    if (stopping_) return;
    waiting_.insert(waiting_.begin(), notices.begin(), notices.end());
    changed_.wait_for(lock, kPauseAfterFault, [&] { return stopping_; });
  }
}

// False when the server is away and the notices are worth another try.
bool Notifier::Send(const std::vector<Notice>& notices) {
  try {
    if (!connection_ || !connection_->LooksAlive()) {
      connection_ = std::make_unique<Connection>(settings_, steady_clock::now() + kConnectLimit);
    }
    // One pipeline is one transaction.
    for (const auto& [channel, payload] : notices) {
      connection_->Push(queries::kNotify, {ToParameter(channel), ToParameter(payload)});
    }
    connection_->Exchange();
    return true;
  } catch (const Error& error) {
    log::Warning("db_notify_failed", {{"error", error.what()}});
    connection_.reset();
    return !error.IsLost();
  }
}

}  // namespace okno::db
