// SPDX-License-Identifier: Apache-2.0
#include "ftp/socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace okno::testbed {

namespace {

sockaddr_in AddressOf(int fd, int (*get)(int, sockaddr*, socklen_t*)) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  get(fd, reinterpret_cast<sockaddr*>(&address), &size);
  return address;
}

std::string Dotted(const sockaddr_in& address) {
  char text[INET_ADDRSTRLEN] = "";
  ::inet_ntop(AF_INET, &address.sin_addr, text, sizeof text);
  return text;
}

}  // namespace

Socket::~Socket() {
  if (fd_ >= 0) ::close(fd_);
}

Socket& Socket::operator=(Socket&& other) noexcept {
  if (this == &other) return *this;
  if (fd_ >= 0) ::close(fd_);
  fd_ = std::exchange(other.fd_, -1);
  return *this;
}

Socket Socket::Listen(const std::string& address, int port) {
  Socket socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_port = htons(static_cast<std::uint16_t>(port));
  if (!socket || ::inet_pton(AF_INET, address.c_str(), &place.sin_addr) != 1) return {};
  int on = 1;
  ::setsockopt(socket.fd(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  constexpr int kBacklog = 64;
  bool bound = ::bind(socket.fd(), reinterpret_cast<sockaddr*>(&place), sizeof place) == 0 &&
               ::listen(socket.fd(), kBacklog) == 0;
  return bound ? std::move(socket) : Socket();
}

Socket Socket::Accept(std::chrono::milliseconds patience) const {
  if (!Wait(POLLIN, patience)) return {};
  Socket accepted(::accept4(fd_, nullptr, nullptr, SOCK_CLOEXEC));
  // Two replies in a row must not wait for the acknowledgement of the first, 40 ms each time.
  int on = 1;
  if (accepted) ::setsockopt(accepted.fd(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return accepted;
}

bool Socket::SendAll(std::string_view bytes, std::chrono::milliseconds patience) const {
  while (!bytes.empty()) {
    if (!Wait(POLLOUT, patience)) return false;
    auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno != EAGAIN && errno != EINTR) return false;
    if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::optional<std::string> Socket::Receive(std::size_t most,
                                           std::chrono::milliseconds patience) const {
  if (!Wait(POLLIN, patience)) return std::nullopt;
  std::string bytes(most, '\0');
  auto received = ::recv(fd_, bytes.data(), most, 0);
  if (received < 0) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(received));
  return bytes;
}

void Socket::Abort() const {
  if (fd_ >= 0) ::shutdown(fd_, SHUT_RDWR);
}

int Socket::local_port() const { return ntohs(AddressOf(fd_, ::getsockname).sin_port); }
std::string Socket::local_address() const { return Dotted(AddressOf(fd_, ::getsockname)); }
std::string Socket::peer_address() const { return Dotted(AddressOf(fd_, ::getpeername)); }

bool Socket::Wait(short events, std::chrono::milliseconds patience) const {
  pollfd waiting{fd_, events, 0};
  int ready = 0;
  do {
    ready = ::poll(&waiting, 1, static_cast<int>(patience.count()));
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

}  // namespace okno::testbed
