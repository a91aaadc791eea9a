// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "site.h"
#include "upload.h"

namespace okno::http::testing {
namespace {

std::string UploadHead(std::size_t size, std::string_view fields = "Cookie: session=1\r\n") {
  return "POST /api/v1/uploads HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; "
         "boundary=b\r\n" +
         std::string(fields) + "Content-Length: " + std::to_string(size) + "\r\n\r\n";
}

std::string Form(const std::string& content) {
  return "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\npassport\r\n"
         "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../etc/passwd\"\r\n"
         "Content-Type: application/pdf\r\n\r\n" +
         content + "\r\n--b--\r\n";
}

std::string Binary(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>('a' + (i * 7 + i / 251) % 26);
  return bytes;
}

TEST(Upload, FilesComeThroughTemporaryFilesThatAreGoneAfterwards) {
  Site site;
  auto probe = site.Start().Connect();
  auto content = Binary(3'000'000);
  auto form = Form(content);
  auto reply = probe.Send(UploadHead(form.size()) + form).Read();
  ASSERT_EQ(reply.status, 200) << reply.body;
  auto parts = Json::parse(reply.body);
  EXPECT_EQ(parts[0]["value"], "passport");
  EXPECT_EQ(parts[1]["filename"], "../../etc/passwd") << "told as it was sent";
  EXPECT_EQ(parts[1]["size"], content.size());
  EXPECT_TRUE(parts[1]["content"] == content);
  // The next answer on the same connection is proof that the first exchange is over.
  EXPECT_EQ(probe.Send(Get("/api/v1/things/1")).Read().status, 200);
  EXPECT_EQ(site.temp.Files(), 0);
}

TEST(Upload, ChunkedAndSplitAnywhereItIsTheSame) {
  Site site;
  site.Start();
  auto form = Form("x\r\n--x");
  auto probe = site.Connect();
  for (std::size_t cut = 1; cut < form.size(); cut += 5) {
    std::string head =
        "POST /api/v1/uploads HTTP/1.1\r\nHost: a\r\nCookie: session=1\r\nTransfer-Encoding: "
        "chunked\r\n"
        "Content-Type: multipart/form-data; boundary=b\r\n\r\n";
    auto chunk = [](std::string_view bytes) {
      char size[20];
      std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
      return size + std::string(bytes) + "\r\n";
    };
    probe.Send(head + chunk(form.substr(0, cut)));
    auto reply = probe.Send(chunk(form.substr(cut)) + "0\r\n\r\n").Read();
    ASSERT_EQ(reply.status, 200) << cut;
    ASSERT_EQ(Json::parse(reply.body)[1]["content"], "x\r\n--x") << cut;
  }
}

TEST(Upload, AStrangerIsRefusedBeforeTheBodyIsRead) {
  Site site;
  auto probe = site.Start().Connect();
  EXPECT_EQ(probe.Send(UploadHead(3'000'000, "")).Read().status, 401);
  EXPECT_EQ(site.temp.Files(), 0);
}

TEST(Upload, TooLargeIsRefusedWhetherAnnouncedOrNot) {
  Site site;
  site.Start();
  auto big = Form(Binary(5'000'000));
  EXPECT_EQ(site.Ask(UploadHead(big.size()) + big).status, 413);
  auto probe = site.Connect();
  probe.Send(
      "POST /api/v1/uploads HTTP/1.1\r\nHost: a\r\nCookie: session=1\r\nTransfer-Encoding: "
      "chunked\r\n"
      "Content-Type: multipart/form-data; boundary=b\r\n\r\n");
  char size[20];
  std::snprintf(size, sizeof size, "%zx\r\n", big.size());
  probe.Send(size + big + "\r\n0\r\n\r\n");
  EXPECT_EQ(probe.Read().status, 413);
  EXPECT_TRUE(probe.HalfClose().IsClosed());
  EXPECT_EQ(site.temp.Files(), 0);
}

TEST(Upload, TwoHundredMegabytesGetAnAnswerNotAReset) {
  Site site;
  auto probe = site.Start().Connect();
  probe.Send(UploadHead(200'000'000));
  auto piece = Binary(1'000'000);
  for (int i = 0; i < 200; ++i) probe.Send(piece);
  auto reply = probe.Read();
  EXPECT_EQ(reply.status, 413);
  EXPECT_EQ(Json::parse(reply.body)["code"], "http.body_too_large");
}

TEST(Upload, BrokenFormsAreRefused) {
  Site site;
  site.Start();
  auto ask = [&](const std::string& form) { return site.Ask(UploadHead(form.size()) + form); };
  EXPECT_EQ(Json::parse(ask("garbage").body)["code"], "multipart.malformed");
  EXPECT_EQ(ask("--b\r\nno header\r\n\r\nx\r\n--b--").status, 400);
  auto cut = Form("content");
  cut.resize(cut.size() - 8);
  EXPECT_EQ(ask(cut).status, 400) << "the closing boundary is missing";
  EXPECT_EQ(ask("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n" +
                std::string(300'000, 'x') + "\r\n--b--")
                .status,
            413)
      << "a plain field is not a file";
  EXPECT_EQ(site.Ask(Post("/api/v1/uploads", "{}", "Cookie: session=1\r\n")).status, 415);
}

TEST(Upload, AClientThatGoesAwayLeavesNoFileBehind) {
  Site site;
  site.Start();
  {
    auto probe = site.Connect();
    auto form = Form(Binary(2'000'000));
    probe.Send(UploadHead(form.size()) + form.substr(0, 1'500'000));
  }
  site.server->Stop();
  site.server.reset();
  EXPECT_EQ(site.temp.Files(), 0);
}

TEST(Upload, AFullDiskIsAFaultNotACrash) {
  Site site;
  site.Start();
  std::filesystem::remove_all(site.temp.path());
  auto form = Form("x");
  auto reply = site.Ask(UploadHead(form.size()) + form);
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ(site.Ask(Get("/api/v1/things/1")).status, 200);
}

TEST(Upload, WhatAKilledProcessLeftIsRemovedAfterADay) {
  Folder folder;
  folder.Write("okno-upload-old", "x");
  folder.Write("okno-upload-new", "x");
  folder.Write("foreign", "x");
  auto long_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours(48);
  std::filesystem::last_write_time(folder.path() + "/okno-upload-old", long_ago);
  std::filesystem::last_write_time(folder.path() + "/foreign", long_ago);
  PrepareUploadFolder(folder.path());
  EXPECT_FALSE(std::filesystem::exists(folder.path() + "/okno-upload-old"));
  EXPECT_EQ(folder.Files(), 2);
}

}  // namespace
}  // namespace okno::http::testing
