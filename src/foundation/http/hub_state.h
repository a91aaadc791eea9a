// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "http/hub.h"

namespace okno::http {

using EventText = std::shared_ptr<const std::string>;

struct Hub::State {
  // An open event stream. `deliver` is called under the lock, from any thread: it must only hand
  // over. So once Remove has returned, it is not running and will never run again.
  struct Stream {
    std::shared_ptr<Subscription> subscription;
    std::function<void(EventText)> deliver;
  };

  void Add(const std::shared_ptr<Stream>& stream);
  void Remove(const std::shared_ptr<Stream>& stream);

  std::mutex mutex;
  std::map<std::string, std::set<std::shared_ptr<Stream>>, std::less<>> by_topic;
  std::set<std::shared_ptr<Stream>> streams;
  std::uint64_t next_id = 0;
};

}  // namespace okno::http
