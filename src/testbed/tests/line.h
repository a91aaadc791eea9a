// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <utility>

#include "http/client.h"
#include "http/router.h"
#include "http/server.h"

namespace okno::testbed::testing {

// Stands between a participant and the test bed: passes calls on, and does to the answers what a
// broken or hostile line would do.
class Line {
 public:
  // Runs after the bus has answered and before the caller hears of it; calls over this line may be
  // made meanwhile.
  using Spoil = std::function<void(http::ClientAnswer&)>;

  explicit Line(std::string target);
  ~Line();
  std::string url() const;
  // For the next answers that hold `marker`.
  void SpoilAnswersWith(std::string marker, Spoil spoil, int times = 1);

 private:
  http::Response Pass(const http::Request& request);
  Spoil Strike(const std::string& body);  // what is to be done to it; may be empty

  std::string target_, marker_;
  Spoil spoil_;
  int times_ = 0;
  std::mutex mutex_;
  http::Router router_;
  http::Hub hub_;
  http::Metrics metrics_;
  text::Catalog texts_;
  http::Server server_;
};

}  // namespace okno::testbed::testing
