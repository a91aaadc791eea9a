// SPDX-License-Identifier: Apache-2.0
#include "head.h"

#include <gtest/gtest.h>

#include "target.h"

namespace okno::http {
namespace {

using State = HeadScan::State;

TEST(ScanHead, FindsTheEndHoweverTheHeadArrives) {
  const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  const std::string bytes = head + "next";
  std::size_t from = 0;
  for (std::size_t size = 1; size < head.size(); ++size) {
    ASSERT_EQ(ScanHead(std::string_view(bytes).substr(0, size), from, 1000).state, State::kMore)
        << size;
    from = size - 1;
  }
  auto scan = ScanHead(bytes, from, 1000);
  EXPECT_EQ(scan.state, State::kComplete);
  EXPECT_EQ(scan.size, head.size());
}

TEST(ScanHead, RefusesWhatProxiesReadDifferently) {
  for (std::string_view bytes :
       {"GET / HTTP/1.1\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\n\n",
        "GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\tfolded: b\r\n\r\n", "\x16\x03\x01", "\xFF\xFE", " GET"})
    EXPECT_EQ(ScanHead(bytes, 0, 1000).state, State::kMalformed) << bytes;
}

TEST(ScanHead, RefusesAHeadOverTheLimitEvenWhenItIsComplete) {
  EXPECT_EQ(ScanHead(std::string(100, 'x'), 0, 100).state, State::kTooLarge);
  EXPECT_EQ(ScanHead("GET / HTTP/1.1\r\n" + std::string(90, 'x') + "\r\n\r\n", 0, 100).state,
            State::kTooLarge);
}

Head WithFields(std::vector<std::pair<std::string, std::string>> fields, bool http_1_1 = true) {
  return {"POST", "/a?b=c", http_1_1, std::move(fields)};
}

TEST(ParseHead, ReadsFieldsCookiesAndFraming) {
  auto parsed = ParseHead(WithFields({{"Host", "okno.example:8080"},
                                      {"Cookie", "a=1; b=\"2\""},
                                      {"X-Thing", "one"},
                                      {"x-thing", "two"},
                                      {"Accept-Language", "en"},
                                      {"Content-Length", "12"},
                                      {"Expect", "100-Continue"}}));
  ASSERT_FALSE(parsed.error);
  EXPECT_EQ(parsed.request.path, "/a");
  EXPECT_EQ(parsed.request.query_value("b"), "c");
  EXPECT_EQ(parsed.request.cookies.at("b"), "2");
  EXPECT_EQ(parsed.request.header("x-thing"), "one, two");
  EXPECT_EQ(parsed.request.language, text::Language::kEnglish);
  EXPECT_EQ(parsed.framing.content_length, 12u);
  EXPECT_TRUE(parsed.framing.keep_alive && parsed.framing.expects_continue);
}

TEST(ParseHead, RefusesWhatCouldSmuggleASecondRequest) {
  using Fields = std::vector<std::pair<std::string, std::string>>;
  const std::pair<std::string, std::string> host{"Host", "a"};
  for (const auto& fields : {
           Fields{},
           Fields{host, host},
           Fields{{"Host", ""}},
           Fields{{"Host", "a b"}},
           Fields{{"Host", "a/b"}},
           Fields{host, {"Content-Length", "1"}, {"Transfer-Encoding", "chunked"}},
           Fields{host, {"Content-Length", "1"}, {"Content-Length", "1"}},
           Fields{host, {"Content-Length", "1, 1"}},
           Fields{host, {"Content-Length", "+1"}},
           Fields{host, {"Content-Length", "-1"}},
           Fields{host, {"Content-Length", ""}},
           Fields{host, {"Content-Length", "99999999999999999999"}},
           Fields{host, {"Transfer-Encoding", "gzip"}},
           Fields{host, {"Transfer-Encoding", "gzip, chunked"}},
           Fields{host, {"Transfer-Encoding", "chunked, identity"}},
           Fields{host, {"Transfer-Encoding", "xchunked"}},
       }) {
    auto parsed = ParseHead(WithFields(fields));
    ASSERT_TRUE(parsed.error) << fields.size() << (fields.empty() ? "" : fields.back().second);
    EXPECT_EQ(parsed.error->status, 400);
  }
  EXPECT_TRUE(ParseHead(WithFields({host, {"Transfer-Encoding", "chunked"}}, false)).error)
      << "in HTTP/1.0";
}

TEST(ParseHead, JudgesTheRestByItsOwnStatus) {
  const std::pair<std::string, std::string> host{"Host", "a"};
  EXPECT_EQ(ParseHead(WithFields({host, {"Expect", "miracles"}})).error->status, 417);
  EXPECT_EQ(ParseHead(WithFields({host, {"Content-Encoding", "gzip"}})).error->status, 415);
  std::vector<std::pair<std::string, std::string>> many(101, {"X", "y"});
  EXPECT_EQ(ParseHead(WithFields(many)).error->status, 431);
  EXPECT_FALSE(
      ParseHead(WithFields({host, {"Connection", "Keep-Alive, Close"}})).framing.keep_alive);
  EXPECT_FALSE(ParseHead(WithFields({}, false)).framing.keep_alive)
      << "HTTP/1.0 needs no Host and closes";
}

TEST(Target, IsDecodedOnce) {
  auto target = ParseTarget("/%D0%B4%D0%B0/%2541?q=a+b%20c&empty=&flag&q2=%26");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/\xD0\xB4\xD0\xB0/%41");
  EXPECT_EQ(target->query.at("q"), "a b c");
  EXPECT_EQ(target->query.at("empty"), "");
  EXPECT_EQ(target->query.at("flag"), "");
  EXPECT_EQ(target->query.at("q2"), "&");
  EXPECT_EQ(ParseTarget("http://host:80/x?y=1")->path, "/x");
  EXPECT_EQ(ParseTarget("http://host?y=1")->path, "/");
  EXPECT_EQ(ParseTarget("/a+b")->path, "/a+b");
}

TEST(Target, RefusesWhatCouldMeanTwoThings) {
  for (std::string_view raw :
       {"", "*", "host:443", "/../etc/passwd", "/a/..", "/a/./b", "/%2e%2e/x", "/a%2fb", "/a%5Cb",
        "/a\\b", "/%", "/%4", "/%zz", "/%00", "/%0a", "/%ff", "/a#b", "/a?b=%", "/a?b=%ff"})
    EXPECT_FALSE(ParseTarget(raw)) << raw;
}

TEST(Cookies, TheFirstOfTwoCountsAndBrokenOnesArePassedOver) {
  auto cookies = ParseCookies("a=1;a=2;  broken ; =x; b=x=y;c=");
  EXPECT_EQ(cookies, (Pairs{{"a", "1"}, {"b", "x=y"}, {"c", ""}}));
}

}  // namespace
}  // namespace okno::http
