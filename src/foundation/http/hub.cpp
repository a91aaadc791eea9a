// SPDX-License-Identifier: Apache-2.0
#include "http/hub.h"

#include <chrono>

#include "hub_state.h"

namespace okno::http {

void Hub::State::Add(const std::shared_ptr<Stream>& stream) {
  std::lock_guard lock(mutex);
  streams.insert(stream);
  for (const auto& topic : stream->subscription->topics()) by_topic[topic].insert(stream);
}

void Hub::State::Remove(const std::shared_ptr<Stream>& stream) {
  std::lock_guard lock(mutex);
  streams.erase(stream);
  for (const auto& topic : stream->subscription->topics()) {
    auto found = by_topic.find(topic);
    if (found == by_topic.end()) continue;
    found->second.erase(stream);
    if (found->second.empty()) by_topic.erase(found);
  }
}

// Ids begin at the clock, so that they go on increasing over a restart.
Hub::Hub() : state_(std::make_unique<State>()) {
  state_->next_id =
      static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(
                                     std::chrono::system_clock::now().time_since_epoch())
                                     .count());
}
Hub::~Hub() = default;

void Hub::Broadcast(std::string_view topic, std::string_view event, std::string_view data) {
  std::lock_guard lock(state_->mutex);
  auto id = state_->next_id++;
  auto found = state_->by_topic.find(topic);
  if (found == state_->by_topic.end()) return;
  std::string text = "id: " + std::to_string(id) + "\nevent: ";
  text.append(event).append("\ndata: ").append(data).append("\n\n");
  auto shared = std::make_shared<const std::string>(std::move(text));
  for (const auto& stream : found->second) stream->deliver(shared);
}

int Hub::streams() const {
  std::lock_guard lock(state_->mutex);
  return static_cast<int>(state_->streams.size());
}

}  // namespace okno::http
