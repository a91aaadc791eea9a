// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "packages/courier_runs.h"

namespace okno::packages {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 2> kDirections = {"to_agency", "from_agency"};
constexpr std::array<std::string_view, 8> kStates = {"draft",    "ready", "sent", "delivered",
                                                     "returned", "lost",  "done", "dissolved"};
constexpr std::array<std::string_view, 9> kActions = {"edit",     "make_ready", "reopen",
                                                      "dissolve", "deliver",    "correct",
                                                      "return",   "complete",   "print"};
constexpr std::array<std::string_view, 3> kOutcomes = {"granted", "refused", "unconsidered"};
constexpr std::array<std::string_view, 4> kRunStates = {"draft", "sent", "closed", "cancelled"};
constexpr std::array<std::string_view, 4> kRunActions = {"edit", "dispatch", "cancel", "print"};

template <typename Enum, std::size_t n>
std::string_view WordIn(const std::array<std::string_view, n>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

template <typename Enum, std::size_t n>
std::optional<Enum> FromWord(const std::array<std::string_view, n>& words, std::string_view word) {
  for (std::size_t i = 0; i < n; ++i) {
    if (words[i] == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view Word(Direction direction) { return WordIn(kDirections, direction); }
std::string_view Word(State state) { return WordIn(kStates, state); }
std::string_view Word(Action action) { return WordIn(kActions, action); }
std::string_view Word(OutcomeKind kind) { return WordIn(kOutcomes, kind); }
std::string_view Word(RunState state) { return WordIn(kRunStates, state); }
std::string_view Word(RunAction action) { return WordIn(kRunActions, action); }

std::optional<Direction> DirectionFromWord(std::string_view word) {
  return FromWord<Direction>(kDirections, word);
}
std::optional<State> StateFromWord(std::string_view word) { return FromWord<State>(kStates, word); }
std::optional<OutcomeKind> OutcomeKindFromWord(std::string_view word) {
  return FromWord<OutcomeKind>(kOutcomes, word);
}
std::optional<RunState> RunStateFromWord(std::string_view word) {
  return FromWord<RunState>(kRunStates, word);
}

}  // namespace okno::packages
