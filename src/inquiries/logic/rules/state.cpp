// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "inquiries/inquiry.h"

namespace okno::inquiries {
namespace {

constexpr std::array<std::string_view, 9> kWords = {"formed",   "ready",        "sent",
                                                    "accepted", "answered",     "not_sent",
                                                    "error",    "not_accepted", "cancelled"};

}  // namespace

std::string_view Word(State state) { return kWords[static_cast<std::size_t>(state)]; }

std::optional<State> StateFromWord(std::string_view word) {
  const auto found = std::ranges::find(kWords, word);
  if (found == kWords.end()) return std::nullopt;
  return static_cast<State>(found - kWords.begin());
}

bool IsWaiting(State state) {
  return state == State::kReady || state == State::kSent || state == State::kAccepted;
}

}  // namespace okno::inquiries
