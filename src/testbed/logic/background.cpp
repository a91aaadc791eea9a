// SPDX-License-Identifier: Apache-2.0
#include "logic/background.h"

#include "log/log.h"
#include "logic/push.h"
#include "logic/settlement.h"
#include "storage/ftp_store.h"
#include "storage/message_store.h"

namespace okno::testbed {

namespace {

using namespace std::chrono_literals;
constexpr auto kRound = 20s;  // without being woken
constexpr auto kSweep = 10min;

}  // namespace

Background::Background(const Services& services, Queues& queues)
    : services_(services), queues_(queues) {}
Background::~Background() { Stop(); }

void Background::Start() {
  stopping_ = false;
  thread_ = std::thread([this] { Loop(); });
}

void Background::Stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Background::CheckSoon() {
  std::lock_guard lock(mutex_);
  woken_ = true;
  wake_.notify_all();
}

void Background::NotifySoon(const std::string& mnemonic) {
  std::lock_guard lock(mutex_);
  to_notify_.insert(mnemonic);
  woken_ = true;
  wake_.notify_all();
}

void Background::RunNow() {
  std::lock_guard running(running_);
  std::set<std::string> to_notify;
  {
    std::lock_guard lock(mutex_);
    woken_ = false;
    to_notify.swap(to_notify_);
  }
  while (auto recipients = SettleOne(services_))
    to_notify.insert(recipients->begin(), recipients->end());
  queues_.ExpireDue(services_.clock.Now());
  for (const auto& mnemonic : to_notify) Notify(services_, mnemonic);
  SweepIfDue();
}

void Background::SweepIfDue() {
  auto now = services_.clock.Now();
  if (now < next_sweep_) return;
  next_sweep_ = now + kSweep;
  services_.files.Sweep(services_.settings.Get().file_life);
  services_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    storage::DeleteExpiredAccounts(tx, now);
    storage::DeleteOldAttachments(tx, now - services_.settings.Get().file_life);
  });
}

void Background::Loop() {
  while (true) {
    {
      std::unique_lock lock(mutex_);
      wake_.wait_for(lock, kRound, [&] { return woken_ || stopping_; });
      if (stopping_) return;
    }
    try {
      RunNow();
    } catch (const std::exception& error) {
      log::Warning("testbed_round_failed", {{"error", error.what()}});
      std::unique_lock lock(mutex_);
      woken_ = true;  // the same again, but not at once
      wake_.wait_for(lock, 1s, [&] { return stopping_; });
    }
  }
}

}  // namespace okno::testbed
