// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include "logic/queues.h"
#include "logic/services.h"

namespace okno::testbed {

// The one thread behind the calls: checks messages with large files, notifies participants that
// want it, takes out what has expired, sweeps the file storage.
class Background {
 public:
  Background(const Services& services, Queues& queues);
  ~Background();
  void Start();
  void Stop();  // repeated calls do nothing; Start may follow

  void CheckSoon();                              // a message waits for its checks
  void NotifySoon(const std::string& mnemonic);  // something has come into its queues
  // Runs everything that is due before it returns; safe beside the thread.
  void RunNow();

 private:
  void Loop();
  void SweepIfDue();

  Services services_;
  Queues& queues_;
  std::mutex running_;  // one round at a time
  std::mutex mutex_;
  std::condition_variable wake_;
  std::set<std::string> to_notify_;
  bool woken_ = true;  // what a killed predecessor has left
  bool stopping_ = false;
  Instant next_sweep_{};
  std::thread thread_;
};

}  // namespace okno::testbed
