// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>

#include "logic/context.h"

namespace okno::exchange {

// How long a worker holds what it took without saying that it lives.
inline constexpr std::chrono::minutes kLease{2};

// Renews a lease now and then while long work goes on.
class Renewal {
 public:
  using Write = std::function<void(db::Tx&, Instant until)>;
  Renewal(const Context& context, Write write)
      : context_(context), write_(std::move(write)), renewed_(std::chrono::steady_clock::now()) {}
  // To be called often; touches the database every 30 s. Always true, to be handed to a transfer as
  // its "go on".
  bool Renew() {
    auto now = std::chrono::steady_clock::now();
    if (now - renewed_ < std::chrono::seconds(30)) return true;
    renewed_ = now;
    context_.db.Transact(db::Scope::System(),
                         [&](db::Tx& tx) { write_(tx, context_.clock.Now() + kLease); });
    return true;
  }

 private:
  const Context& context_;
  Write write_;
  std::chrono::steady_clock::time_point renewed_;
};

}  // namespace okno::exchange
