// SPDX-License-Identifier: Apache-2.0
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

#include "connection.h"
#include "log/log.h"

namespace okno::db {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kFirstPause{50};
constexpr milliseconds kLongestPause{5000};

std::string ListenStatement(PGconn* connection, const std::string& channel) {
  std::unique_ptr<char, decltype(&PQfreemem)> quoted(
      PQescapeIdentifier(connection, channel.c_str(), channel.size()), &PQfreemem);
  if (!quoted) throw std::runtime_error("db: no name for a channel");
  return std::string("LISTEN ") + quoted.get();
}

}  // namespace

struct Listener::State {
  std::string dsn, channel;
  std::function<void(std::string)> on_notify;
  std::function<void()> on_gap;
  int stop = eventfd(0, EFD_CLOEXEC);
  milliseconds pause = kFirstPause;
  std::thread thread;

  ~State() {
    const std::uint64_t one = 1;
    if (write(stop, &one, sizeof one) == sizeof one && thread.joinable()) thread.join();
    close(stop);
  }

  void Run() {
    while (!WaitForStop(milliseconds(0))) {
      try {
        Listen();
      } catch (const std::exception& error) {
        log::Warning("db_listen_failed", {{"channel", channel}, {"error", error.what()}});
      }
      if (WaitForStop(pause)) return;
      pause = std::min(pause * 2, kLongestPause);
    }
  }

  // Until the connection is lost (throws) or the listener stops (returns).
  void Listen() {
    Connection connection({.dsn = dsn}, steady_clock::now() + kConnectLimit);
    connection.RunScript(ListenStatement(connection.handle(), channel));
    pause = kFirstPause;
    on_gap();
    for (;;) {
      Deliver(connection.handle());
      pollfd wanted[] = {{PQsocket(connection.handle()), POLLIN, 0}, {stop, POLLIN, 0}};
      if (poll(wanted, 2, -1) < 0 && errno != EINTR) throw LostConnection("poll failed");
      if (wanted[1].revents) return;
      if (PQconsumeInput(connection.handle()) != 1)
        throw LostConnection("the listener was cut off");
    }
  }

  void Deliver(PGconn* connection) {
    while (PGnotify* notify = PQnotifies(connection)) {
      std::unique_ptr<PGnotify, decltype(&PQfreemem)> owner(notify, &PQfreemem);
      on_notify(notify->extra);
    }
  }

  bool WaitForStop(milliseconds limit) const {
    pollfd wanted{stop, POLLIN, 0};
    return poll(&wanted, 1, static_cast<int>(limit.count())) == 1;
  }
};

Listener::Listener(std::string dsn, std::string channel, std::function<void(std::string)> on_notify,
                   std::function<void()> on_gap)
    : state_(std::make_unique<State>()) {
  state_->dsn = std::move(dsn);
  state_->channel = std::move(channel);
  state_->on_notify = std::move(on_notify);
  state_->on_gap = std::move(on_gap);
  state_->thread = std::thread([state = state_.get()] { state->Run(); });
}

Listener::~Listener() = default;

}  // namespace okno::db
