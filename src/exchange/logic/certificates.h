// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "logic/context.h"

namespace okno::exchange {

// A certificate a connection lives by.
struct WatchedCertificate {
  enum class Kind { kOwn, kBus } kind = Kind::kOwn;  // ЭП-ОВ, ЭП-СМЭВ
  std::string subject;
  Instant until;
  // kSoon: it ends within 30 days, time to order a new one.
  enum class State { kGood, kSoon, kExpired } state = State::kGood;
};
// Those that can be read; relative paths are taken below `data_folder`.
std::vector<WatchedCertificate> WatchedCertificates(const Connection& connection,
                                                    const std::string& data_folder, Instant now);
// A warning in the log for each certificate that is over or soon will be.
void WarnOfCertificates(const Context& context);

}  // namespace okno::exchange
