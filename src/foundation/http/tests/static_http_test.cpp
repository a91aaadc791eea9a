// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site.h"

namespace okno::http::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kPage = "Accept: text/html,*/*\r\n";

struct Web {
  Web() {
    dist.Write("index.html", "<style nonce=\"{{nonce}}\"></style>staff");
    dist.Write("portal/index.html", "portal");
    dist.Write("assets/app-1a2b.js", "plain script");
    dist.Write("assets/app-1a2b.js.br", "br script");
    dist.Write("assets/app-1a2b.js.gz", "gz script");
    dist.Write("favicon.ico", "icon");
    dist.Write("large.pdf", std::string(2'000'000, 'p'));
    dist.Write(".env", "secret");
    outside.Write("secret.txt", "secret");
    std::filesystem::create_symlink(outside.path() + "/secret.txt", dist.path() + "/leak.txt");
    std::filesystem::create_symlink(outside.path(), dist.path() + "/leak");
    std::filesystem::create_symlink(dist.path() + "/favicon.ico", dist.path() + "/inside.ico");
    site.options.static_folder = dist.path();
    site.Start();
  }
  Folder dist, outside;
  Site site;
};

TEST(Static, HashedAssetsAreCachedForeverAndPackedAsAccepted) {
  Web web;
  auto plain = web.site.Ask(Get("/assets/app-1a2b.js"));
  EXPECT_EQ(plain.body, "plain script");
  EXPECT_EQ(plain.headers["content-type"], "text/javascript; charset=utf-8");
  EXPECT_EQ(plain.headers["cache-control"], "public, max-age=31536000, immutable");
  EXPECT_EQ(plain.headers["vary"], "Accept-Encoding");
  auto best = web.site.Ask(Get("/assets/app-1a2b.js", "Accept-Encoding: gzip, br\r\n"));
  EXPECT_EQ(best.body, "br script");
  EXPECT_EQ(best.headers["content-encoding"], "br");
  EXPECT_EQ(best.headers["content-type"], "text/javascript; charset=utf-8");
  auto older = web.site.Ask(Get("/assets/app-1a2b.js", "Accept-Encoding: gzip\r\n"));
  EXPECT_EQ(older.body, "gz script");
  EXPECT_NE(best.headers["etag"], older.headers["etag"]);
}

TEST(Static, OtherFilesAreAskedForAgainAndAnsweredWith304) {
  Web web;
  auto probe = web.site.Connect();
  auto first = probe.Send(Get("/favicon.ico")).Read();
  EXPECT_EQ(first.body, "icon");
  EXPECT_EQ(first.headers["cache-control"], "no-cache");
  auto again =
      probe.Send(Get("/favicon.ico", "If-None-Match: \"x\", " + first.headers["etag"] + "\r\n"))
          .Read(true);
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.headers["etag"], first.headers["etag"]);
  EXPECT_EQ(probe.Send(Get("/favicon.ico", "If-None-Match: \"x\"\r\n")).Read().body, "icon");
  auto head = probe.Send("HEAD /favicon.ico HTTP/1.1\r\nHost: a\r\n\r\n").Read(true);
  EXPECT_EQ(head.headers["content-length"], "4");
  EXPECT_EQ(probe.Send(Get("/favicon.ico")).Read().body, "icon");
}

TEST(Static, AChangedFileIsServedAnew) {
  Web web;
  EXPECT_EQ(web.site.Ask(Get("/favicon.ico")).body, "icon");
  web.dist.Write("favicon.ico", "new icon");
  EXPECT_EQ(web.site.Ask(Get("/favicon.ico")).body, "new icon");
}

TEST(Static, LargeFilesAreStreamed) {
  Web web;
  EXPECT_EQ(web.site.Ask(Get("/large.pdf")).body.size(), 2'000'000u);
}

TEST(Static, PagesOfTheApplicationGetItsIndexWithTheirOwnNonce) {
  Web web;
  for (auto path : {"/", "/index.html", "/applications/17", "/work-list"}) {
    auto reply = web.site.Ask(Get(path, kPage));
    ASSERT_EQ(reply.status, 200) << path;
    auto begin = reply.body.find("nonce=\"") + 7;
    auto nonce = reply.body.substr(begin, reply.body.find('"', begin) - begin);
    EXPECT_GE(nonce.size(), 32u);
    EXPECT_THAT(reply.headers["content-security-policy"],
                HasSubstr("style-src 'self' 'nonce-" + nonce + "';"));
    EXPECT_EQ(reply.headers["cache-control"], "no-cache");
    EXPECT_FALSE(reply.headers.contains("etag"));
  }
  EXPECT_NE(web.site.Ask(Get("/", kPage)).body, web.site.Ask(Get("/", kPage)).body);
  EXPECT_EQ(web.site.Ask(Get("/portal/my/17", kPage)).body, "portal") << "the nearest index above";
}

TEST(Static, OnlyPagesFallBackToTheIndex) {
  Web web;
  EXPECT_EQ(web.site.Ask(Get("/missing.js")).status, 404);
  EXPECT_EQ(web.site.Ask(Get("/assets/missing.js", kPage)).status, 404);
  EXPECT_EQ(web.site.Ask(Get("/api/missing", kPage)).status, 404);
  EXPECT_EQ(web.site.Ask(Post("/applications", "{}")).status, 404);
}

TEST(Static, NothingOutsideTheFolderIsServed) {
  Web web;
  for (std::string path : {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
                           "/portal/../../secret.txt", "/leak.txt", "/leak/secret.txt", "/.env",
                           "/portal/.git/config", "//etc/passwd", "/assets/..%5c..%5csecret.txt"}) {
    auto reply = web.site.Ask(Get(path));
    EXPECT_GE(reply.status, 400) << path;
    EXPECT_THAT(reply.body, Not(HasSubstr("secret\n"))) << path;
  }
  EXPECT_EQ(web.site.Ask(Get("/inside.ico")).body, "icon") << "a link within the folder is fine";
  EXPECT_EQ(web.site.Ask(Get("/leak.txt", kPage)).body.find("secret"), std::string::npos);
}

}  // namespace
}  // namespace okno::http::testing
