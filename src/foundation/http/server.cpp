// SPDX-License-Identifier: Apache-2.0
// The only source file that includes Boost (through loop.h, session.h and the two .inc files).
// Callback style: g++ 12 miscompiles ordinary coroutines.
#include "loop.h"
// clang-format off: the order is the order of declaration
#include "session.h"
#include "session.inc"
#include "session_answer.inc"
// clang-format on

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "http/outside.h"
#include "log/log.h"

namespace okno::http {
namespace {

constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr int kBacklog = 4096;

Tcp::endpoint Endpoint(const ServerOptions& options) {
  Error error;
  auto address =
      asio::ip::make_address(options.listen == "localhost" ? "127.0.0.1" : options.listen, error);
  if (error) throw std::runtime_error("«" + options.listen + "» — не адрес, на котором можно слушать");
  return {address, static_cast<std::uint16_t>(options.port)};
}

std::string Explain(const ServerOptions& options, const Error& error) {
  auto where = options.listen + ":" + std::to_string(options.port);
  if (error == asio::error::address_in_use)
    return where + " занят: там слушает другая программа; выберите другой порт";
  return "не удалось слушать на " + where + ": " + error.message();
}

}  // namespace

struct Server::State {
  State(ServerOptions given, const Router& router, Hub& hub, Metrics& metrics,
        const text::Catalog& texts, Guard guard, Observer observer)
      : options(std::move(given)),
        dispatcher(options, router, metrics, texts, std::move(guard), std::move(observer)),
        fast(options.workers, options.queue),
        slow(options.slow_workers, options.queue),
        outside(kOutsideWorkers, 0),
        loop{.options = options,
             .dispatcher = dispatcher,
             .fast = fast,
             .slow = slow,
             .outside = outside,
             .hub = hub.state()},
        acceptor(loop.io),
        accept_timer(loop.io) {
    metrics.Gauge("okno_http_connections", [count = loop.open_count] { return count->load(); });
    metrics.Gauge("okno_http_waiting", [count = fast.waiting()] { return count->load(); });
    metrics.Gauge("okno_http_waiting_slow", [count = slow.waiting()] { return count->load(); });
  }

  void Listen();
  void Run();
  void Accept();
  void OnAccept(Error error, Tcp::socket socket);
  bool HasRoomFor(const std::string& peer);
  bool MakeRoom();
  void TurnAway(Tcp::socket socket);
  void BeginStop();
  void CutAll();
  void Stop();

  const ServerOptions options;
  Dispatcher dispatcher;
  Workers fast, slow, outside;
  Loop loop;
  Tcp::acceptor acceptor;
  asio::steady_timer accept_timer;
  int port = 0;
  std::thread thread;
  std::mutex mutex;
  std::condition_variable changed;
  bool drained = false;
};

void Server::State::Listen() {
  if (!options.temp_folder.empty()) PrepareUploadFolder(options.temp_folder);
  auto endpoint = Endpoint(options);
  Error error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(kBacklog, error);
  if (error) throw std::runtime_error(Explain(options, error));
  port = acceptor.local_endpoint().port();
}

void Server::State::Run() {
  auto work = asio::make_work_guard(loop.io);
  for (;;) {
    try {
      loop.io.run();
      return;
    } catch (const std::exception&
                 error) {  // a bug or no memory: one connection suffers, the loop goes on
      log::Error("http_loop_fault", {{"what", error.what()}});
    }
  }
}

void Server::State::Accept() {
  acceptor.async_accept(
      [this](Error error, Tcp::socket socket) { OnAccept(error, std::move(socket)); });
}

void Server::State::OnAccept(Error error, Tcp::socket socket) {
  if (loop.stopping) return;
  if (error) {  // out of descriptors, most likely: trying again at once would only spin
    log::Warning("http_accept_failed", {{"what", error.message()}});
    accept_timer.expires_after(kAcceptPause);
    accept_timer.async_wait([this](Error cancelled) {
      if (!cancelled && !loop.stopping) Accept();
    });
    return;
  }
  Error gone;
  const auto peer = socket.remote_endpoint(gone).address().to_string();
  if (!HasRoomFor(peer)) {
    TurnAway(std::move(socket));
  } else {
    socket.set_option(Tcp::no_delay(true), gone);
    auto session = std::make_shared<Session>(loop, std::move(socket), peer);
    loop.open.insert(session);
    ++loop.open_of_peer[peer];
    ++*loop.open_count;
    session->Start();
  }
  Accept();
}

// One address may have half of all connections: a branch behind one is many people, but nobody is
// to shut the others out. A trusted proxy speaks for everybody.
bool Server::State::HasRoomFor(const std::string& peer) {
  constexpr auto kSomebody = "192.0.2.1";  // of no network (RFC 5737): only a proxy is believed it
  const bool is_proxy = options.trusted_proxies.CallerOf(peer, kSomebody) == kSomebody;
  const auto most = std::max(options.max_connections / 2, 1);
  const auto open = loop.open_of_peer.find(peer);
  if (!is_proxy && options.max_connections > 1 && open != loop.open_of_peer.end() &&
      open->second >= most)
    return false;
  return static_cast<int>(loop.open.size()) < options.max_connections || MakeRoom();
}

// Closes the connection that has waited longest for a request. False when all are at work.
bool Server::State::MakeRoom() {
  std::shared_ptr<Session> longest;
  for (const auto& session : loop.open) {
    const auto since = session->waiting_since();
    if (since && (!longest || *since < *longest->waiting_since())) longest = session;
  }
  if (longest) longest->Close();
  return longest != nullptr;
}

// No session for this one: a last word that fits into any socket's buffer, then the end.
void Server::State::TurnAway(Tcp::socket socket) {
  static constexpr std::string_view kFull =
      "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nContent-Length: 0\r\nConnection: "
      "close\r\n\r\n";
  Error ignored;
  socket.non_blocking(true, ignored);
  socket.write_some(asio::buffer(kFull.data(), kFull.size()), ignored);
  socket.shutdown(Tcp::socket::shutdown_both, ignored);
}

void Server::State::BeginStop() {
  loop.stopping = true;
  loop.on_empty = [this] {
    std::lock_guard lock(mutex);
    drained = true;
    changed.notify_all();
  };
  Error ignored;
  acceptor.close(ignored);
  accept_timer.cancel();
  auto sessions = loop.open;  // Close() takes them out of the set
  for (const auto& session : sessions)
    if (session->IsIdle()) session->Close();
  if (loop.open.empty()) loop.on_empty();
}

void Server::State::CutAll() {
  auto sessions = loop.open;
  for (const auto& session : sessions) session->Close();
}

void Server::State::Stop() {
  if (!thread.joinable()) return;
  asio::post(loop.io, [this] { BeginStop(); });
  {
    std::unique_lock lock(mutex);
    changed.wait_for(lock, options.drain_timeout, [this] { return drained; });
  }
  asio::post(loop.io, [this] {
    CutAll();
    loop.io.stop();
  });
  thread.join();
  fast.Stop();
  slow.Stop();
  outside.Stop();
}

Server::Server(ServerOptions options, const Router& router, Hub& hub, Metrics& metrics,
               const text::Catalog& texts, Guard guard, Observer observer)
    : state_(std::make_unique<State>(std::move(options), router, hub, metrics, texts,
                                     std::move(guard), std::move(observer))) {}

Server::~Server() { Stop(); }

void Server::Start() {
  state_->Listen();
  state_->Accept();
  state_->thread = std::thread([this] { state_->Run(); });
}

int Server::port() const { return state_->port; }

void Server::Stop() { state_->Stop(); }

}  // namespace okno::http
