// SPDX-License-Identifier: Apache-2.0
#pragma once

// Included by server.cpp only: nothing else may pay for Boost. <utility> must stand before Asio
// under C++20.
#include <utility>

#define BOOST_ASIO_NO_DEPRECATED
// Beast 1.74 asserts that a last chunk arrives with its end ("n >= 5"): a client that sends "0 CR
// LF" and then one byte would end the process. Without the assertion the parser waits for more, as
// it does in everybody's NDEBUG builds.
#define BOOST_DISABLE_ASSERTS
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "dispatcher.h"
#include "http/server.h"
#include "hub_state.h"
#include "workers.h"

namespace okno::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Tcp = asio::ip::tcp;
using Error = boost::system::error_code;

class Session;

// What the connections of one server share. Touched by the I/O thread only, except `io` (for
// posting) and `open_count`.
struct Loop {
  asio::io_context io{1};
  const ServerOptions& options;
  Dispatcher& dispatcher;
  Workers& fast;
  Workers& slow;
  Workers& outside;
  Hub::State& hub;
  std::unordered_set<std::shared_ptr<Session>> open{};
  std::unordered_map<std::string, int> open_of_peer{};  // by address
  std::shared_ptr<std::atomic<int>> open_count = std::make_shared<std::atomic<int>>(0);
  bool stopping = false;
  std::function<void()>
      on_empty{};  // called when the last connection is gone and the server is stopping
};

// The slowest transfer that is still served: phases that carry content last so much longer.
constexpr std::size_t kSlowestBytesPerSecond = 32 * 1024;
inline std::chrono::milliseconds Allowance(std::chrono::milliseconds base, std::uint64_t bytes) {
  return base + std::chrono::seconds(bytes / kSlowestBytesPerSecond);
}

}  // namespace okno::http
