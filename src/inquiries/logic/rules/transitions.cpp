// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/transitions.h"

#include <algorithm>
#include <array>

namespace okno::inquiries::rules {
namespace {

using enum State;

struct Line {
  Action action;
  std::vector<State> from;
  const char* refusal;  // code when the state is none of `from`
};
const std::vector<Line>& Table() {
  static const std::vector<Line> table = {
      {Action::kEdit, {kFormed, kNotSent, kError}, "inquiries.not_editable"},
      {Action::kSend, {kFormed, kNotSent, kError}, "inquiries.already_sent"},
      {Action::kCancel,
       {kFormed, kReady, kSent, kAccepted, kNotSent, kError},
       "inquiries.finished"},
      {Action::kRepeat,
       {kReady, kSent, kAccepted, kAnswered, kNotSent, kError, kNotAccepted, kCancelled},
       "inquiries.not_sent_yet"},
      {Action::kDelete, {kFormed}, "inquiries.has_number"},
  };
  return table;
}

struct Step {
  Happening happening;
  std::vector<State> from;
  State to;
};
const std::vector<Step>& Steps() {
  static const std::vector<Step> steps = {
      // What was not delivered can go out after all: an administrator repeats it, or the bus had it
      // all along.
      {Happening::kTakenByBus, {kReady, kNotSent}, kSent},
      {Happening::kDeliveryFailed, {kReady}, kNotSent},
      {Happening::kDeliveryFailed, {kSent, kAccepted}, kError},
      {Happening::kRefusedByBus, {kReady, kSent, kAccepted}, kError},
      // The agency can be faster than the news that the bus has taken the request.
      {Happening::kAgencyStatus, {kReady, kSent, kNotSent}, kAccepted},
      // An answer counts whenever it comes.
      {Happening::kAnswered, {kReady, kSent, kAccepted, kNotSent, kError, kCancelled}, kAnswered},
      {Happening::kRejected, {kReady, kSent, kAccepted, kNotSent}, kNotAccepted},
      {Happening::kAnswerUntrusted, {kReady, kSent, kAccepted, kNotSent}, kError},
  };
  return steps;
}

bool Contains(const std::vector<State>& states, State state) {
  return std::ranges::find(states, state) != states.end();
}

constexpr std::array kActions = {Action::kEdit, Action::kSend, Action::kCancel, Action::kRepeat,
                                 Action::kDelete};

}  // namespace

std::string_view Word(Action action) {
  constexpr std::array kWords = {"edit", "send", "cancel", "repeat", "delete"};
  return kWords[static_cast<std::size_t>(action)];
}

std::span<const Action> Actions() { return kActions; }

Outcome Judge(Action action, const Inquiry& inquiry) {
  const auto line = std::ranges::find(Table(), action, &Line::action);
  const bool numbered = action == Action::kDelete && !inquiry.number.empty();
  if (numbered || !Contains(line->from, inquiry.state)) return Refusal::Conflict(line->refusal);
  return Done();
}

std::optional<State> After(Happening happening, State state) {
  for (const auto& step : Steps()) {
    if (step.happening == happening && Contains(step.from, state)) return step.to;
  }
  return std::nullopt;
}

Happening OfRejection(std::string_view code) {
  return code == "NO_DATA" ? Happening::kAnswered : Happening::kRejected;
}

}  // namespace okno::inquiries::rules
