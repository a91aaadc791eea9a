// SPDX-License-Identifier: Apache-2.0
#include "ftp/server.h"

#include <stdexcept>

#include "log/log.h"

namespace okno::testbed {

FtpServer::FtpServer(FtpOptions options, FtpLogin login, FtpTrouble trouble)
    : options_(std::move(options)), login_(std::move(login)), trouble_(std::move(trouble)) {}
FtpServer::~FtpServer() { Stop(); }

void FtpServer::Start() {
  listening_ = Socket::Listen(options_.listen, options_.port);
  if (!listening_) {
    throw std::runtime_error("FTP: не удалось слушать на " + options_.listen + ":" +
                             std::to_string(options_.port));
  }
  options_.port = listening_.local_port();  // a restart keeps the address
  stopping_ = false;
  thread_ = std::thread([this] { AcceptLoop(); });
}

void FtpServer::Stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    for (auto& running : running_) running.session.Abort();
  }
  listening_.Abort();
  if (thread_.joinable()) thread_.join();
  for (auto& running : running_) running.thread.join();
  running_.clear();
  listening_ = {};
}

void FtpServer::AcceptLoop() {
  while (true) {
    auto control = listening_.Accept(std::chrono::milliseconds(-1));
    std::lock_guard lock(mutex_);
    if (stopping_) return;
    if (control) Open(std::move(control));
  }
}

void FtpServer::Open(Socket control) {
  JoinDone();
  if (running_.size() >= options_.sessions) {
    control.SendAll("421 Too many connections\r\n", options_.limits.transfer);
    return;
  }
  auto& running = running_.emplace_back(std::move(control), *this);
  running.thread = std::thread([&running] {
    try {
      running.session.Run();
    } catch (const std::exception& error) {
      log::Warning("testbed_ftp_session_failed", {{"error", error.what()}});
    }
    running.session.Abort();  // the client learns that it is over before the thread is joined
    running.done = true;
  });
}

void FtpServer::JoinDone() {
  for (auto running = running_.begin(); running != running_.end();) {
    if (!running->done) {
      ++running;
      continue;
    }
    running->thread.join();
    running = running_.erase(running);
  }
}

}  // namespace okno::testbed
