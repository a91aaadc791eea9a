// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "log/log.h"
#include "site.h"

namespace okno::http::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kSession = "Cookie: session=1\r\n";

TEST(Dispatch, StrangersAreRefusedAndTheAuditTrailHearsOfIt) {
  Site site;
  site.Start();
  EXPECT_EQ(site.Ask(Post("/api/v1/guarded", "{}")).status, 401);
  EXPECT_TRUE(site.handled.empty());
  EXPECT_EQ(site.Ask(Post("/api/v1/guarded", "{}", kSession)).status, 200);
  EXPECT_EQ(site.Ask(Get("/api/v1/refused", kSession)).status, 422);
  EXPECT_EQ(site.Ask(Get("/api/v1/things/1")).status, 200) << "no audit event, nothing observed";
  EXPECT_THAT(site.observed, ElementsAre("thing.seen 401", "thing.seen 200", "thing.seen 422"));
}

TEST(Dispatch, AStrangersLargeBodyIsNotRead) {
  Site site;
  auto probe = site.Start().Connect();
  probe.Send("POST /api/v1/guarded HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n");
  EXPECT_EQ(probe.Read().status, 401) << "before a byte of the body was sent";
}

TEST(Dispatch, NothingIsShownThatIsNotInTheAuditTrail) {
  Site site;
  site.observer_fails = true;
  auto reply = site.Start().Ask(Post("/api/v1/guarded", "{\"secret\":1}", kSession));
  EXPECT_EQ(reply.status, 503);
  EXPECT_THAT(reply.body, Not(HasSubstr("secret")));
}

TEST(Dispatch, FaultsTellTheClientNothing) {
  Site site;
  log::SetLevel(log::Level::kError);
  ::testing::internal::CaptureStderr();
  auto reply = site.Start().Ask(Get("/api/v1/bug"));
  auto logged = ::testing::internal::GetCapturedStderr();
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ(Json::parse(reply.body)["code"], "server.fault");
  EXPECT_THAT(reply.body, Not(HasSubstr("secret detail")));
  EXPECT_THAT(logged, HasSubstr("secret detail"));
  EXPECT_THAT(logged, HasSubstr(reply.headers["x-request-id"]));
  EXPECT_EQ(Json::parse(reply.body)["request_id"], reply.headers["x-request-id"]);
}

TEST(Dispatch, ALostDatabaseIsUnavailableNotBroken) {
  Site site;
  auto reply = site.Start().Ask(Get("/api/v1/lost"));
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.headers["retry-after"], "2");
  EXPECT_EQ(Json::parse(reply.body)["code"], "database.unavailable");
}

TEST(Dispatch, WhatOtherWorkHoldsTooLongIsBusyNotBroken) {
  Site site;
  auto reply = site.Start().Ask(Get("/api/v1/busy"));
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.headers["retry-after"], "2");
  EXPECT_EQ(Json::parse(reply.body)["code"], "database.busy");
}

TEST(Dispatch, ProblemsSpeakTheCallersLanguage) {
  Site site;
  site.Start();
  auto russian = site.Ask(Get("/api/v1/refused", kSession));
  auto english =
      site.Ask(Get("/api/v1/refused", std::string(kSession) + "Accept-Language: en\r\n"));
  EXPECT_EQ(russian.headers["content-language"], "ru");
  EXPECT_EQ(english.headers["content-language"], "en");
  EXPECT_EQ(Json::parse(english.body)["title"],
            site.texts.Text("input.invalid", text::Language::kEnglish));
  EXPECT_EQ(Json::parse(russian.body)["fields"][0]["pointer"], "/form/snils");
}

TEST(Dispatch, AFormArrivesAsFields) {
  Site site;
  site.Start();
  std::string head =
      "POST /api/v1/form HTTP/1.1\r\nHost: a\r\nContent-Type: "
      "application/x-www-form-urlencoded\r\n";
  auto reply = site.Ask(head + "Content-Length: 9\r\n\r\na=1&b=x+y");
  auto parts = Json::parse(reply.body);
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[1]["name"], "b");
  EXPECT_EQ(parts[1]["value"], "x y");
  EXPECT_EQ(site.Ask(head + "Content-Length: 3\r\n\r\na=%").status, 400);
  EXPECT_EQ(site.Ask(Post("/api/v1/form", "{}")).status, 415);
}

TEST(Dispatch, AFileIsStreamedWithItsNameAndAMissingOneIsAFault) {
  Site site;
  site.Start();
  EXPECT_EQ(site.Ask(Get("/api/v1/file")).status, 500);
  std::string content;
  for (int i = 0; content.size() < 3'000'000; ++i) content += std::to_string(i) + " ";
  site.temp.Write("receipt", content);
  auto probe = site.Connect();
  auto reply = probe.Send(Get("/api/v1/file")).Read();
  EXPECT_TRUE(reply.body == content);
  EXPECT_THAT(reply.headers["content-disposition"], HasSubstr("filename*=UTF-8''%D0%A0"));
  auto head = probe.Send("HEAD /api/v1/file HTTP/1.1\r\nHost: a\r\n\r\n").Read(true);
  EXPECT_EQ(head.headers["content-length"], std::to_string(content.size()));
  EXPECT_EQ(probe.Send(Get("/api/v1/things/1")).Read().status, 200);
}

TEST(Dispatch, AnAbandonedAnswerIsABrokenLine) {
  Site site;
  auto probe = site.Start().Connect();
  EXPECT_TRUE(probe.Send(Get("/api/v1/broken-line")).IsClosed());
}

TEST(Dispatch, RequestsAreCountedByPatternNeverByInput) {
  Site site;
  site.Start();
  site.Ask(Get("/api/v1/things/personal-data"));
  site.Ask(Get("/wp-admin/personal-data"));
  site.Ask("PERSONAL /api/v1/things/1 HTTP/1.1\r\nHost: a\r\n\r\n");
  auto text = site.metrics.Text();
  EXPECT_THAT(text, HasSubstr("route=\"/api/v1/things/{id}\",status=\"200\"} 1"));
  EXPECT_THAT(text, HasSubstr("okno_http_request_seconds_count{route=\"/api/v1/things/{id}\"} 1"));
  EXPECT_THAT(text, HasSubstr("method=\"OTHER\""));
  EXPECT_THAT(text, Not(HasSubstr("ersonal")));
  EXPECT_THAT(text, Not(HasSubstr("PERSONAL")));
}

TEST(Dispatch, OneLineIsLoggedForEachRequestWithoutItsQuery) {
  Site site;
  site.Start();
  log::SetLevel(log::Level::kInfo);
  ::testing::internal::CaptureStderr();
  auto reply = site.Ask(Get("/api/v1/things/petrov?q=petrov"));
  auto logged = ::testing::internal::GetCapturedStderr();
  log::SetLevel(log::Level::kError);
  EXPECT_THAT(logged, HasSubstr("http_request"));
  EXPECT_THAT(logged, HasSubstr("/api/v1/things/{id}"));
  EXPECT_THAT(logged, HasSubstr(reply.headers["x-request-id"]));
  EXPECT_THAT(logged, Not(HasSubstr("petrov")));
}

}  // namespace
}  // namespace okno::http::testing
