// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace okno::http {

// Live updates. A broadcast goes to every stream whose topics contain the event's. Thread-safe; one shared buffer per
// event; a stream with more than 64 unread events is cut (the browser reconnects and reloads).
class Hub;
class Subscription {
 public:
  Subscription(std::vector<std::string> topics) : topics_(std::move(topics)) {}
  const std::vector<std::string>& topics() const { return topics_; }

 private:
  std::vector<std::string> topics_;
};

class Hub {
 public:
  Hub();
  ~Hub();
  // `data` is one line of JSON holding ids and words of state only, never personal data.
  void Broadcast(std::string_view topic, std::string_view event, std::string_view data);
  int streams() const;
  struct State;
  State& state() { return *state_; }  // for the server

 private:
  std::unique_ptr<State> state_;
};

}  // namespace okno::http
