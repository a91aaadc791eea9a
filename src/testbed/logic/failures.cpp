// SPDX-License-Identifier: Apache-2.0
#include "logic/failures.h"

#include <algorithm>
#include <array>

namespace okno::testbed {

bool Failures::IsKnown(std::string_view mode) {
  constexpr std::array<std::string_view, 11> kModes{"refuse",
                                                    "slow",
                                                    "smev_failure",
                                                    "fault",
                                                    "reset",
                                                    "reset_after_accept",
                                                    "broken_signature",
                                                    "truncated_multipart",
                                                    "wrong_boundary",
                                                    "duplicate",
                                                    "ftp_break"};
  return std::find(kModes.begin(), kModes.end(), mode) != kModes.end();
}

void Failures::Add(FailureOrder order) {
  if (order.times == 0) return;
  std::lock_guard lock(mutex_);
  orders_.push_back(std::move(order));
}

void Failures::Clear() {
  std::lock_guard lock(mutex_);
  orders_.clear();
}

std::vector<FailureOrder> Failures::List() const {
  std::lock_guard lock(mutex_);
  return orders_;
}

bool Failures::any() const {
  std::lock_guard lock(mutex_);
  return !orders_.empty();
}

std::optional<FailureOrder> Failures::Strikes(std::string_view mode, std::string_view participant,
                                              std::string_view operation) {
  std::lock_guard lock(mutex_);
  auto found = std::find_if(orders_.begin(), orders_.end(), [&](const FailureOrder& order) {
    return order.mode == mode && (order.participant.empty() || order.participant == participant) &&
           (order.operation.empty() || order.operation == operation);
  });
  if (found == orders_.end()) return std::nullopt;
  auto order = *found;
  if (found->times > 0 && --found->times == 0) orders_.erase(found);
  return order;
}

void Failures::Wait(std::chrono::milliseconds delay) {
  std::unique_lock lock(mutex_);
  ending_.wait_for(lock, delay, [&] { return ended_; });
}

void Failures::BeginWaits() {
  std::lock_guard lock(mutex_);
  ended_ = false;
}

void Failures::EndWaits() {
  std::lock_guard lock(mutex_);
  ended_ = true;
  ending_.notify_all();
}

}  // namespace okno::testbed
