// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "access/live.h"
#include "http/hub.h"
#include "http/resources.h"

namespace okno::access {
namespace {

constexpr std::size_t kMostStreams = 20;  // of a session: one for each open page

// The streams of each session that are open in this process: a subscription goes with its stream.
class OpenStreams {
 public:
  // Null when the session has enough.
  std::shared_ptr<http::Subscription> Open(const Principal& principal) {
    const std::lock_guard lock(mutex_);
    for (auto at = streams_.begin(); at != streams_.end();)
      at = HasOpen(at->second) ? std::next(at) : streams_.erase(at);
    auto& own = streams_[principal.session_id];
    if (own.size() >= kMostStreams) return nullptr;
    auto subscription = std::make_shared<http::Subscription>(TopicsOf(principal));
    own.push_back(subscription);
    return subscription;
  }

 private:
  using Streams = std::vector<std::weak_ptr<http::Subscription>>;
  static bool HasOpen(Streams& streams) {
    std::erase_if(streams, [](const auto& stream) { return stream.expired(); });
    return !streams.empty();
  }

  std::mutex mutex_;
  std::map<SessionId, Streams> streams_;
};

}  // namespace

std::function<Result<http::Response>(const http::Request&)> EventStreams() {
  return [open = std::make_shared<OpenStreams>()](
             const http::Request& request) -> Result<http::Response> {
    auto subscription = open->Open(Of(request));
    if (!subscription) return Refusal{RefusalKind::kTooMany, "access.too_many_streams", {}, {}};
    return http::Response::EventStream(std::move(subscription));
  };
}

}  // namespace okno::access
