// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

#include "http/client.h"
#include "site.h"

namespace okno::http::testing {
namespace {

using Kind = ClientAnswer::Kind;
using std::chrono::milliseconds;

// Accepts one connection, reads a little, says `words`, closes.
class RudeServer {
 public:
  explicit RudeServer(std::string words, bool accepts = true)
      : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address);
    ::listen(socket_, 5);
    socklen_t size = sizeof address;
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    if (!accepts) return;
    thread_ = std::thread([this, words] {
      int peer = ::accept(socket_, nullptr, nullptr);
      char piece[4096];
      [[maybe_unused]] auto got = ::recv(peer, piece, sizeof piece, 0);
      ::send(peer, words.data(), words.size(), MSG_NOSIGNAL);
      ::close(peer);
    });
  }
  ~RudeServer() {
    if (thread_.joinable()) thread_.join();
    ::close(socket_);
  }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }

 private:
  int socket_, port_ = 0;
  std::thread thread_;
};

std::string Url(const Site& site, const std::string& path) {
  return "http://127.0.0.1:" + std::to_string(site.server->port()) + path;
}

TEST(Client, SendsAndReceives) {
  Site site;
  site.Start();
  auto answer = Send({.method = "POST",
                      .url = Url(site, "/api/v1/echo"),
                      .headers = {{"Content-Type", "text/xml"}, {"SOAPAction", ""}},
                      .body = "<a/>"});
  ASSERT_EQ(answer.kind, Kind::kAnswered) << answer.error;
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "<a/>");
  EXPECT_EQ(answer.headers["content-type"], "text/plain");
  EXPECT_EQ(Send({.url = Url(site, "/nowhere")}).status, 404) << "a refusal is an answer";
  EXPECT_EQ(Send({.method = "HEAD", .url = Url(site, "/api/v1/things/1")}).status, 200);
  EXPECT_EQ(Send({.method = "DELETE", .url = Url(site, "/api/v1/things/1")}).status, 405);
}

TEST(Client, KeepsItsConnectionForTheNextExchange) {
  Site site;
  site.Start();
  for (int i = 0; i < 10; ++i) EXPECT_EQ(Send({.url = Url(site, "/api/v1/things/1")}).status, 200);
  EXPECT_NE(site.metrics.Text().find("okno_http_connections 1\n"), std::string::npos);
}

TEST(Client, SurvivesTheRestartOfTheOtherSide) {
  Site first;
  first.Start();
  auto port = first.server->port();
  EXPECT_EQ(Send({.url = Url(first, "/api/v1/things/1")}).status, 200);
  first.server->Stop();
  Site second;
  second.options.port = port;
  second.Start();
  EXPECT_EQ(Send({.url = Url(second, "/api/v1/things/1")}).status, 200)
      << "the kept connection is dead";
}

TEST(Client, TellsTheKindsOfFailureApart) {
  int free_port = 0;
  {
    Site site;
    free_port = site.Start().server->port();
  }
  EXPECT_EQ(Send({.url = "http://127.0.0.1:" + std::to_string(free_port)}).kind, Kind::kRefused);
  EXPECT_EQ(Send({.url = "http://no-such-host.invalid/"}).kind, Kind::kRefused);
  EXPECT_EQ(Send({.url = "file:///etc/passwd"}).kind, Kind::kRefused);
  EXPECT_EQ(Send({.url = ""}).kind, Kind::kRefused);
  EXPECT_EQ(Send({.url = RudeServer("").url()}).kind, Kind::kBroken);
  auto cut = Send({.url = RudeServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort").url()});
  EXPECT_EQ(cut.kind, Kind::kBroken);
  EXPECT_EQ(cut.body, "");
  EXPECT_EQ(Send({.url = RudeServer("SSH-2.0-OpenSSH\r\n").url()}).kind, Kind::kBroken);
  RudeServer silent("", false);
  EXPECT_EQ(Send({.url = silent.url(), .timeout = milliseconds(100)}).kind, Kind::kTimeout);
}

TEST(Client, StopsReadingWhatIsTooLarge) {
  Site site;
  site.Start();
  auto url = Url(site, "/api/v1/bytes/1000000");
  EXPECT_EQ(Send({.url = url, .answer_limit = 1'000'002}).body.size(), 1'000'002u);
  auto answer = Send({.url = url, .answer_limit = 1'000'001});
  EXPECT_EQ(answer.kind, Kind::kTooLarge);
  EXPECT_EQ(answer.body, "");
}

TEST(Client, FollowsNoRedirectAndNoProxyOfTheEnvironment) {
  ::setenv("http_proxy", "http://127.0.0.1:1", 1);
  auto answer = Send(
      {.url =
           RudeServer(
               "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")
               .url()});
  ::unsetenv("http_proxy");
  EXPECT_EQ(answer.kind, Kind::kAnswered) << answer.error;
  EXPECT_EQ(answer.status, 302);
}

TEST(Client, AHeaderWithALineBreakIsABug) {
  EXPECT_THROW(Send({.url = "http://127.0.0.1:1/", .headers = {{"A", "b\r\nC: d"}}}),
               std::invalid_argument);
}

}  // namespace
}  // namespace okno::http::testing
