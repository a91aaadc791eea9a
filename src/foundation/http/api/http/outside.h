// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <utility>

#include "http/message.h"

namespace okno::http {

// A handler that waits for a system that is not ours, which may never answer: Route::handler made
// of this runs on threads of its own, so that such waits hold up neither quick routes nor slow
// ones. While all of them wait, the next request is refused with 503 "http.outside_busy" and never
// queued.
class WaitsForOutside {
 public:
  using Handler = std::function<Result<Response>(const Request&)>;
  explicit WaitsForOutside(Handler handler) : handler_(std::move(handler)) {}
  Result<Response> operator()(const Request& request) const { return handler_(request); }

 private:
  Handler handler_;
};
inline constexpr int kOutsideWorkers = 8;  // threads of a server; they do nothing but wait

}  // namespace okno::http
