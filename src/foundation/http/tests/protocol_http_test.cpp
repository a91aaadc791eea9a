// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "site.h"

namespace okno::http::testing {
namespace {

using std::chrono::milliseconds;
using ::testing::HasSubstr;

TEST(Protocol, AConnectionServesManyRequests) {
  Site site;
  auto probe = site.Start().Connect();
  for (int i = 0; i < 50; ++i) {
    auto reply = probe.Send(Get("/api/v1/things/" + std::to_string(i) + "?q=a+b")).Read();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.headers["connection"], "keep-alive");
    EXPECT_EQ(reply.headers["cache-control"], "no-store");
    EXPECT_EQ(Json::parse(reply.body),
              (Json{{"id", std::to_string(i)}, {"q", "a b"}, {"peer", "127.0.0.1"}}));
  }
}

TEST(Protocol, PipelinedRequestsAreAnsweredInOrder) {
  Site site;
  auto probe = site.Start().Connect();
  probe.Send(Get("/api/v1/things/1") + Post("/api/v1/echo", "{\"second\":2}") + Get("/nowhere") +
             Post("/api/v1/echo", "") + "\r\n" + Get("/api/v1/things/5"));
  EXPECT_THAT(probe.Read().body, HasSubstr("\"1\""));
  EXPECT_EQ(probe.Read().body, "{\"second\":2}");
  EXPECT_EQ(probe.Read().status, 404);
  EXPECT_EQ(probe.Read().body, "");
  EXPECT_THAT(probe.Read().body, HasSubstr("\"5\""));
}

TEST(Protocol, ARequestMayArriveByteByByte) {
  Site site;
  auto probe = site.Start().Connect();
  for (char c : Post("/api/v1/echo", "{\"a\":1}")) probe.Send(std::string(1, c));
  EXPECT_EQ(probe.Read().body, "{\"a\":1}");
}

TEST(Protocol, ChunkedBodiesArePutTogether) {
  Site site;
  auto probe = site.Start().Connect();
  std::string head = "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  probe.Send(head + "5\r\nhello\r\n1;note=x\r\n \r\n5\r\nworld\r\n0\r\nTrailer: ignored\r\n\r\n" +
             Get("/api/v1/things/1"));
  EXPECT_EQ(probe.Read().body, "hello world");
  EXPECT_EQ(probe.Read().status, 200) << "the connection goes on after a chunked body";
  auto byte_by_byte = site.Connect();
  for (char c : head + "3\r\nabc\r\n0\r\n\r\n") byte_by_byte.Send(std::string(1, c));
  EXPECT_EQ(byte_by_byte.Read().body, "abc");
  auto empty = site.Connect();
  for (char c : head + "0\r\n\r\n") empty.Send(std::string(1, c));
  EXPECT_EQ(empty.Read().status, 200);
  EXPECT_EQ(site.Ask(head + "zz\r\n").status, 400);
  EXPECT_EQ(site.Ask(head + "2\r\nabc\r\n0\r\n\r\n").status, 400);
}

TEST(Protocol, AnExpectantClientIsToldToContinueOrRefusedAtOnce) {
  Site site;
  auto probe = site.Start().Connect();
  auto head = [](std::string_view path, int size, std::string_view expect) {
    return "POST " + std::string(path) +
           " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) +
           "\r\nExpect: " + std::string(expect) + "\r\n\r\n";
  };
  probe.Send(head("/api/v1/echo", 3, "100-continue"));
  EXPECT_EQ(probe.ReadUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  EXPECT_EQ(probe.Send("abc").Read().body, "abc");
  EXPECT_EQ(site.Ask(head("/api/v1/echo", 900000, "100-continue")).status, 413);
  EXPECT_EQ(site.Ask(head("/api/v1/guarded", 3, "100-continue")).status, 401);
  EXPECT_EQ(site.Ask(head("/api/v1/echo", 3, "miracles")).status, 417);
}

TEST(Protocol, SmugglingAttemptsAreRefusedAndTheConnectionClosed) {
  Site site;
  site.Start();
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  for (const std::string& request : {
           "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n" + chunked +
               "\r\n0\r\n\r\nG",
           std::string("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
                       "xchunked\r\nContent-Length: 3\r\n\r\nabc"),
           std::string("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, "
                       "chunked\r\n\r\n0\r\n\r\n"),
           std::string("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Length: "
                       "3\r\nContent-Length: 4\r\n\r\nabcd"),
           std::string("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc"),
           std::string("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Length: -3\r\n\r\nabc"),
           std::string("POST /api/v1/echo HTTP/1.0\r\n") + chunked + "\r\n0\r\n\r\n",
           std::string("GET /api/v1/things/1 HTTP/1.1\r\n\r\n"),
           std::string("GET /api/v1/things/1 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
           std::string("GET /api/v1/things/1 HTTP/1.1\r\nHost : a\r\n\r\n"),
           std::string("GET /api/v1/things/1 HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n"),
           std::string("GET /api/v1/things/1 HTTP/1.1\nHost: a\n\n"),
           std::string("GET /api/v1/things/1 HTTP/2.0\r\nHost: a\r\n\r\n"),
           std::string("GET  /api/v1/things/1 HTTP/1.1\r\nHost: a\r\n\r\n"),
           std::string("GET /api/v1/../things/1 HTTP/1.1\r\nHost: a\r\n\r\n"),
           std::string("GET /api/v1/things%2f1 HTTP/1.1\r\nHost: a\r\n\r\n"),
           std::string("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n"),
           std::string("\x16\x03\x01\x02", 4),
           std::string("hello\r\n\r\n"),
       }) {
    auto probe = site.Connect();
    auto reply = probe.Send(request).Read();
    EXPECT_EQ(reply.status, 400) << request;
    EXPECT_EQ(reply.headers["content-type"], "application/problem+json");
    EXPECT_EQ(Json::parse(reply.body)["code"], "http.malformed");
    EXPECT_TRUE(probe.IsClosed()) << request;
  }
  EXPECT_TRUE(site.handled.empty());
}

TEST(Protocol, HeadIsAGetWithoutItsBody) {
  Site site;
  auto probe = site.Start().Connect();
  auto head = probe.Send("HEAD /api/v1/bytes/300 HTTP/1.1\r\nHost: a\r\n\r\n").Read(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.headers["content-length"], "302");
  EXPECT_EQ(probe.Send(Get("/api/v1/bytes/1")).Read().body, "\"x\"")
      << "nothing of the body was left in between";
}

TEST(Protocol, AWrongMethodLearnsTheRightOnes) {
  Site site;
  site.Start();
  for (std::string method : {"DELETE", "OPTIONS", "TRACE", "BREW"}) {
    auto reply = site.Ask(method + " /api/v1/things/1 HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(reply.status, 405) << method;
    EXPECT_EQ(reply.headers["allow"], "GET, HEAD");
  }
  EXPECT_EQ(site.Ask(Post("/nowhere", "{}")).status, 404);
  EXPECT_EQ(site.Ask(Get("/api/v1/nowhere", "Accept: text/html\r\n")).status, 404);
}

TEST(Protocol, ABodyOverTheLimitIsAnsweredThoughTheClientIsStillSending) {
  Site site;
  site.Start();
  auto announced = site.Connect();
  auto reply = announced.Send(Post("/api/v1/echo", std::string(20'000'000, 'x'))).Read();
  EXPECT_EQ(reply.status, 413);
  EXPECT_EQ(Json::parse(reply.body)["detail"], "100000");
  EXPECT_TRUE(announced.HalfClose().IsClosed());
  auto chunked = site.Connect();
  chunked.Send("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 200; ++i) chunked.Send("10000\r\n" + std::string(65536, 'x') + "\r\n");
  EXPECT_EQ(chunked.Read().status, 413);
  EXPECT_TRUE(site.handled.empty());
}

TEST(Protocol, AHeaderOverTheLimitIsRefusedBeforeItIsAllRead) {
  Site site;
  site.Start();
  auto endless = site.Connect();
  endless.Send("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(5'000'000, 'x'));
  EXPECT_EQ(endless.Read().status, 431);
  std::string many;
  for (int i = 0; i < 101; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
  EXPECT_EQ(site.Ask(Get("/api/v1/things/1", many)).status, 431);
}

TEST(Protocol, ASlowHeaderIsCutThoughBytesKeepComing) {
  Site site;
  site.options.header_timeout = milliseconds(150);
  auto probe = site.Start().Connect();
  probe.Send("GET /api/v1/things/1 HTTP/1.1\r\nHo");
  auto reply = probe.Read();
  EXPECT_EQ(reply.status, 408);
  EXPECT_EQ(Json::parse(reply.body)["code"], "http.timeout");
  EXPECT_TRUE(probe.IsClosed());
}

TEST(Protocol, ASlowBodyIsCut) {
  Site site;
  site.options.body_timeout = milliseconds(150);
  auto probe = site.Start().Connect();
  probe.Send("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_EQ(probe.Read().status, 408);
  probe.Send(std::string(100000, 'x'));
  EXPECT_TRUE(probe.HalfClose().IsClosed());
}

TEST(Protocol, AnIdleConnectionIsClosedWithoutAWord) {
  Site site;
  site.options.idle_timeout = milliseconds(500);
  auto probe = site.Start().Connect();
  EXPECT_EQ(probe.Send(Get("/api/v1/things/1")).Read().status, 200);
  EXPECT_TRUE(probe.IsClosed());
  auto silent = site.Connect();
  EXPECT_TRUE(silent.IsClosed());
}

TEST(Protocol, AClientThatNeverReadsIsCut) {
  Site site;
  site.options.write_timeout = milliseconds(150);
  site.Start();
  Probe probe(site.server->port(), 4096);
  for (int i = 0; i < 600; ++i) probe.Send(Get("/api/v1/bytes/30000"));
  auto open = [&] {
    return site.metrics.Text().find("okno_http_connections 0\n") == std::string::npos;
  };
  while (!open()) std::this_thread::yield();
  while (open()) std::this_thread::yield();
  EXPECT_LT(probe.ReadToEnd().size(), 600u * 30'000u);
}

TEST(Protocol, HttpOneZeroIsAnsweredAndClosed) {
  Site site;
  auto probe = site.Start().Connect();
  EXPECT_EQ(probe.Send("GET /api/v1/things/1 HTTP/1.0\r\n\r\n").Read().headers["connection"],
            "close");
  EXPECT_TRUE(probe.IsClosed());
}

TEST(Protocol, AClientMayHalfCloseAndStillGetItsAnswer) {
  Site site;
  auto probe = site.Start().Connect();
  EXPECT_EQ(probe.Send(Get("/api/v1/things/1", "Connection: close\r\n")).HalfClose().Read().status,
            200);
}

TEST(Protocol, EveryAnswerCarriesTheSecurityHeaders) {
  Site site;
  site.options.secure_cookies_and_hsts = true;
  site.Start();
  for (auto path : {"/api/v1/things/1", "/nowhere", "/api/v1/bug", "/%"}) {
    auto reply = site.Ask(Get(path));
    EXPECT_THAT(reply.headers["content-security-policy"], HasSubstr("frame-ancestors 'none'"))
        << path;
    EXPECT_EQ(reply.headers["x-content-type-options"], "nosniff");
    EXPECT_EQ(reply.headers["referrer-policy"], "same-origin");
    EXPECT_EQ(reply.headers["cross-origin-opener-policy"], "same-origin");
    EXPECT_THAT(reply.headers["strict-transport-security"], HasSubstr("max-age="));
    EXPECT_EQ(reply.headers["x-request-id"].size(), 36u);
  }
}

TEST(Protocol, LargeJsonIsCompressedWhenAccepted) {
  Site site;
  site.Start();
  auto plain = site.Ask(Get("/api/v1/bytes/5000"));
  EXPECT_EQ(plain.body.size(), 5002u);
  EXPECT_EQ(plain.headers["vary"], "Accept-Encoding");
  auto packed = site.Ask(Get("/api/v1/bytes/5000", "Accept-Encoding: gzip, br\r\n"));
  EXPECT_EQ(packed.headers["content-encoding"], "gzip");
  EXPECT_LT(packed.body.size(), 200u);
  EXPECT_EQ(packed.body.substr(0, 2), "\x1F\x8B");
  EXPECT_FALSE(site.Ask(Get("/api/v1/bytes/50", "Accept-Encoding: gzip\r\n"))
                   .headers.contains("content-encoding"));
}

TEST(Protocol, OnlyTheTrustedProxyIsBelievedAboutTheCaller) {
  const auto request = Get("/api/v1/things/1", "X-Forwarded-For: 6.6.6.6, 10.1.2.3\r\n");
  Site open;
  EXPECT_EQ(Json::parse(open.Start().Ask(request).body)["peer"], "127.0.0.1");
  Site behind;
  behind.options.trusted_proxies = TrustedProxies::Parse("127.0.0.1");
  EXPECT_EQ(Json::parse(behind.Start().Ask(request).body)["peer"], "10.1.2.3");
}

}  // namespace
}  // namespace okno::http::testing
