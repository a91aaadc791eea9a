// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace okno::testbed {

// A TCP socket (IPv4), blocking with time limits. What breaks it or takes too long is told by an
// empty or false answer. Abort() may be called from another thread and ends every wait.
class Socket {
 public:
  Socket() = default;
  explicit Socket(int fd) : fd_(fd) {}
  ~Socket();
  Socket(Socket&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Socket& operator=(Socket&& other) noexcept;
  explicit operator bool() const { return fd_ >= 0; }
  int fd() const { return fd_; }

  // Listens on an address; port 0: any free one. Empty when it can not.
  static Socket Listen(const std::string& address, int port);
  Socket Accept(std::chrono::milliseconds patience) const;
  bool SendAll(std::string_view bytes, std::chrono::milliseconds patience) const;
  // At most `most` bytes; "" = the other side has closed; empty = broken or too late.
  std::optional<std::string> Receive(std::size_t most, std::chrono::milliseconds patience) const;
  void Abort() const;
  int local_port() const;
  std::string local_address() const;  // dotted
  std::string peer_address() const;

 private:
  bool Wait(short events, std::chrono::milliseconds patience) const;
  int fd_ = -1;
};

}  // namespace okno::testbed
