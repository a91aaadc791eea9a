// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "logic/context.h"

namespace okno::exchange {

// How long after its last sign of life what a worker took is free for others. One that stood still
// for longer and goes on does no harm: it sends the same bytes under the same id, which the bus
// takes once, and what it receives is known by then.
inline constexpr std::chrono::seconds kLease{20};

// Renews a lease while it lives, in a thread of its own: calls and transfers may take long.
class Renewal {
 public:
  using Write = std::function<void(db::Tx&, Instant until)>;
  Renewal(const Context& context, Write write);
  ~Renewal();
  Renewal(const Renewal&) = delete;

 private:
  void Keep();

  const Context& context_;
  Write write_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool over_ = false;
  std::thread thread_;
};

}  // namespace okno::exchange
