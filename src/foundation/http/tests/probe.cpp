// SPDX-License-Identifier: Apache-2.0
#include "probe.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <utility>

#include "text/strings.h"

namespace okno::http::testing {

Probe::Probe(int port, int receive_buffer)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  timeval limit{30, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  if (receive_buffer > 0)
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  int at_once = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("probe: can not connect");
}

Probe::~Probe() { ::close(socket_); }

Probe& Probe::Send(std::string_view bytes) {
  while (!bytes.empty()) {
    auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return *this;
}

Probe& Probe::HalfClose() {
  ::shutdown(socket_, SHUT_WR);
  return *this;
}

bool Probe::Fill() {
  char piece[65536];
  auto got = ::recv(socket_, piece, sizeof piece, 0);
  if (got < 0 && errno == EAGAIN) throw std::runtime_error("probe: nothing came");
  if (got <= 0) return false;
  buffer_.append(piece, static_cast<std::size_t>(got));
  return true;
}

std::string Probe::ReadUntil(std::string_view mark) {
  auto at = buffer_.find(mark);
  for (; at == std::string::npos; at = buffer_.find(mark))
    if (!Fill()) throw std::runtime_error("probe: closed after \"" + buffer_ + "\"");
  auto text = buffer_.substr(0, at + mark.size());
  buffer_.erase(0, text.size());
  return text;
}

std::string Probe::ReadToEnd() {
  while (Fill()) {
  }
  return std::exchange(buffer_, {});
}

Reply Probe::Read(bool head_only) {
  Reply reply;
  auto head = ReadUntil("\r\n\r\n");
  reply.status = std::stoi(head.substr(9, 3));
  for (const auto& line : text::Split(head, '\n')) {
    auto colon = line.find(": ");
    if (colon != std::string::npos)
      reply.headers[text::ToLower(line.substr(0, colon))] = text::Trim(line.substr(colon + 2));
  }
  if (head_only || !reply.headers.contains("content-length")) return reply;
  auto size = std::stoul(reply.headers["content-length"]);
  while (buffer_.size() < size)
    if (!Fill()) throw std::runtime_error("probe: closed in the middle of a body");
  reply.body = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return reply;
}

std::string Get(std::string_view path, std::string_view fields) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: test\r\n" + std::string(fields) + "\r\n";
}

std::string Post(std::string_view path, std::string_view body, std::string_view fields) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n" + std::string(fields) +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace okno::http::testing
