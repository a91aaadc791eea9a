// SPDX-License-Identifier: Apache-2.0
#include "logic/failures.h"

#include <algorithm>
#include <array>

namespace okno::testbed {

bool Failures::IsKnown(std::string_view mode) {
  constexpr std::array<std::string_view, 6> kModes{
      "none", "refuse", "reset_after_accept", "smev_failure", "broken_signature", "duplicate"};
  return std::find(kModes.begin(), kModes.end(), mode) != kModes.end();
}

void Failures::Set(std::string mode, int times) {
  std::lock_guard lock(mutex_);
  mode_ = std::move(mode);
  times_ = times;
}

bool Failures::Strikes(std::string_view mode) {
  std::lock_guard lock(mutex_);
  if (mode_ != mode || times_ == 0) return false;
  if (times_ > 0 && --times_ == 0) mode_ = "none";
  return true;
}

std::string Failures::mode() const {
  std::lock_guard lock(mutex_);
  return mode_;
}

}  // namespace okno::testbed
