// SPDX-License-Identifier: Apache-2.0
#include "caller.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "demo/region.h"
#include "json/json.h"
#include "text/strings.h"

namespace okno::bench {
namespace {

constexpr std::string_view kEnd = "\r\n\r\n";

int Connect(int port) {
  const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(made, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("bench: connect");
  const int yes = 1;
  setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  return made;
}

// The value of a header in the head of an answer, "" without it.
std::string ValueOf(std::string_view head, std::string_view name) {
  const auto mark = "\r\n" + std::string(name) + ": ";
  const auto at = head.find(mark);
  if (at == std::string_view::npos) return {};
  const auto from = at + mark.size();
  return std::string(head.substr(from, head.find("\r\n", from) - from));
}

}  // namespace

Caller::Caller(int port) : socket_(Connect(port)) {}
Caller::~Caller() { close(socket_); }

Caller::Answer Caller::Send(const std::string& method, const std::string& path,
                            const std::string& headers, const std::string& body) {
  const auto type = body.empty() ? "" : "Content-Type: application/json\r\n";
  const auto request =
      fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1\r\n{}{}Content-Length: {}\r\n\r\n{}", method,
                  path, headers, type, body.size(), body);
  if (write(socket_, request.data(), request.size()) != static_cast<ssize_t>(request.size()))
    throw std::runtime_error("bench: the connection broke");
  return ReadAnswer();
}

Caller::Answer Caller::ReadAnswer() {
  while (buffer_.find(kEnd) == std::string::npos) Fill();
  const auto head_size = buffer_.find(kEnd) + kEnd.size();
  const std::string head = buffer_.substr(0, head_size);
  const auto length = std::strtoul(ValueOf(head, "Content-Length").c_str(), nullptr, 10);
  while (buffer_.size() < head_size + length) Fill();
  Answer answer{.status = std::atoi(head.c_str() + sizeof "HTTP/1.1"),
                .body = buffer_.substr(head_size, length),
                .cookie = ValueOf(head, "Set-Cookie")};
  buffer_.erase(0, head_size + length);
  return answer;
}

void Caller::Fill() {
  char bytes[16 * 1024];
  const auto count = read(socket_, bytes, sizeof bytes);
  if (count <= 0) throw std::runtime_error("bench: the connection broke");
  buffer_.append(bytes, static_cast<std::size_t>(count));
}

std::string SignIn(int port, const std::string& login) {
  const auto answer =
      Caller(port).Send("POST", "/api/v1/session", {},
                        json::Dump({{"login", login}, {"password", app::demo::kPassword}}));
  if (answer.status != 201) throw std::runtime_error("bench: sign-in of " + login + " refused");
  return fmt::format("Cookie: {}\r\nX-CSRF-Token: {}\r\n",
                     answer.cookie.substr(0, answer.cookie.find(';')),
                     Json::parse(answer.body).at("csrf_token").get<std::string>());
}

}  // namespace okno::bench
