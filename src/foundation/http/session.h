// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>

#include "loop.h"

namespace okno::http {

// One connection, in callback style: read a head, route it, read its body, hand it to a worker,
// write the answer, again. One request at a time; what a client pipelines waits in the buffer. All
// members run on the I/O thread; while a worker holds the exchange (`phase_` kBusy), the I/O thread
// leaves it and `chunk_` alone.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Loop& loop, Tcp::socket socket, std::string peer)
      : loop_(loop), socket_(std::move(socket)), timer_(loop.io), peer_(std::move(peer)) {}

  void Start() { NextRequest(); }
  const std::string& peer() const { return peer_; }
  void Close();
  // Nothing is under way that a graceful stop should wait for.
  bool IsIdle() const {
    return phase_ == Phase::kIdle || phase_ == Phase::kStreaming || phase_ == Phase::kLingering;
  }

  // Since when it has been waiting for a request, when it is; such a one may be closed at any time.
  std::optional<std::chrono::steady_clock::time_point> waiting_since() const {
    return phase_ == Phase::kIdle ? std::optional(idle_since_) : std::nullopt;
  }

 private:
  enum class Phase { kIdle, kHead, kBody, kBusy, kWriting, kStreaming, kLingering, kClosed };
  using Parser = beast::http::request_parser<beast::http::buffer_body>;
  using Clock = std::chrono::steady_clock;
  using Done = void (Session::*)();

  // The head.
  void NextRequest();
  void ReadHead();
  void SkipEmptyLines();
  void TakeHead(std::size_t size);
  std::optional<ParsedHead> ParseBeastHead(std::size_t size);
  void RefuseHead(ProtocolError error);

  // The body.
  void ContinueWithBody();
  void BeginBodyPhase();
  void ReadBody();
  void TakeBodyBytes(std::size_t size);
  void FeedUpload(std::size_t size);
  void RefuseBody(ProtocolError error);
  void ReadMore(Done then);

  // The worker.
  bool waits_for_outside() const;
  Workers& workers();
  void RefuseForLackOfWorkers();
  void Admit();
  void Handle();
  template <typename Work>
  Workers::Task OnWorker(Work work);

  // The answer.
  void Write(Answer answer);
  void WriteFile();
  void EndAnswer();
  void Linger();
  void Drain();

  // The event stream.
  void StartStream();
  void Deliver(EventText event);
  void WriteEvents();
  void WatchClient();
  void Tick();

  void Arm(std::chrono::milliseconds pause);
  void Disarm();
  void WaitForDeadline();
  void EndWait();
  void OnDeadline();

  Loop& loop_;
  Tcp::socket socket_;
  asio::steady_timer timer_;
  std::optional<Clock::time_point> deadline_;     // when OnDeadline is due
  std::optional<Clock::time_point> waits_until_;  // of the timer; never later than deadline_
  const std::string peer_;
  Phase phase_ = Phase::kIdle;
  beast::flat_buffer buffer_;
  std::size_t scanned_ = 0;
  std::optional<Parser> parser_;
  std::shared_ptr<Exchange> exchange_;
  std::string chunk_;  // body bytes on their way to the exchange, file bytes on their way out
  std::uint64_t received_ = 0;
  Clock::time_point phase_began_{};
  std::optional<Answer> answer_;
  std::string head_text_;
  Clock::time_point idle_since_{};
  bool has_asked_ = false;  // a whole head has come
  bool keep_alive_ = false;
  std::uint64_t drained_ = 0;
  std::shared_ptr<Hub::State::Stream> stream_;
  std::deque<EventText> events_;
  bool writing_events_ = false, stuck_ = false;
};

}  // namespace okno::http
