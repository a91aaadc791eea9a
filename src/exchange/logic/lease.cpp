// SPDX-License-Identifier: Apache-2.0
#include "logic/lease.h"

#include "log/log.h"

namespace okno::exchange {

namespace {

constexpr std::chrono::seconds kRenewal{5};

}  // namespace

Renewal::Renewal(const Context& context, Write write)
    : context_(context), write_(std::move(write)), thread_([this] { Keep(); }) {}

Renewal::~Renewal() {
  {
    std::lock_guard lock(mutex_);
    over_ = true;
  }
  ended_.notify_all();
  thread_.join();
}

void Renewal::Keep() {
  std::unique_lock lock(mutex_);
  while (!ended_.wait_for(lock, kRenewal, [this] { return over_; })) {
    lock.unlock();
    try {
      context_.db.Transact(db::Scope::System(),
                           [&](db::Tx& tx) { write_(tx, context_.clock.Now() + kLease); });
    } catch (const std::exception& error) {
      log::Warning("smev_lease_not_renewed", {{"what", error.what()}});
    }
    lock.lock();
  }
}

}  // namespace okno::exchange
