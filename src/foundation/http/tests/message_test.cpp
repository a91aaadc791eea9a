// SPDX-License-Identifier: Apache-2.0
#include "http/message.h"

#include <gtest/gtest.h>

#include "answer.h"
#include "encoding.h"
#include "http/metrics.h"
#include "http/texts.h"
#include "text/foundation_messages.h"

namespace okno::http {
namespace {

Request With(std::string name, std::string value, std::string body = {}) {
  Request request;
  request.headers[std::move(name)] = std::move(value);
  request.body = std::move(body);
  return request;
}

TEST(Request, GivesItsBodyAsAnObject) {
  EXPECT_EQ((*With("content-type", "application/json", R"({"a":1})").Object())["a"], 1);
  EXPECT_TRUE(With("content-type", "Application/JSON; charset=utf-8", "{}").Object().ok());
  EXPECT_TRUE(With("content-type", "application/merge-patch+json", "{}").Object().ok());
  EXPECT_EQ(With("content-type", "application/json", "{").Object().refusal().code,
            "json.malformed");
  EXPECT_EQ(With("content-type", "application/json", "[]").Object().refusal().code,
            "json.not_object");
  EXPECT_EQ(With("content-type", "text/plain", "{}").Object().refusal().kind,
            RefusalKind::kUnsupported);
  EXPECT_EQ(Request().Object().refusal().code, "request.content_type");
}

TEST(Request, ThrowsForAPartTheRouteDoesNotHave) {
  EXPECT_THROW(Request().param("id"), std::logic_error);
  EXPECT_EQ(Request().header("absent"), "");
}

TEST(Request, AWrongIdIsAnObjectThatDoesNotExist) {
  Request request;
  request.params["id"] = "17";
  auto id = request.IdParam<Id<struct ThingTag>>("id", "thing.not_found");
  ASSERT_FALSE(id);
  EXPECT_EQ(id.refusal(), Refusal::NotFound("thing.not_found"));
}

TEST(IfMatch, IsAVersionInQuotes) {
  EXPECT_EQ(*IfMatch(With("if-match", "\"17\"")), 17);
  EXPECT_EQ(IfMatch(Request()).refusal().kind, RefusalKind::kPreconditionRequired);
  for (std::string text :
       {"17", "\"\"", "\"x\"", "\"17x\"", "*", "W/\"17\"", "\"17\", \"18\"", "\""})
    EXPECT_EQ(IfMatch(With("if-match", text)).refusal().kind, RefusalKind::kStale) << text;
}

TEST(PageLimit, IsOfOneToTwoHundredRowsElseFifty) {
  EXPECT_EQ(PageLimit(Request()), 50);
  for (const auto& [typed, limit] : {std::pair("1", 1), std::pair("200", 200), std::pair("0", 50),
                                     std::pair("201", 50), std::pair("-1", 50), std::pair("7 ", 50),
                                     std::pair("many", 50), std::pair("99999999999", 50)}) {
    Request request;
    request.query["limit"] = typed;
    EXPECT_EQ(PageLimit(request), limit) << typed;
  }
}

TEST(IdempotencyKey, IsEightToTwoHundredVisibleCharacters) {
  EXPECT_EQ(*IdempotencyKey(With("idempotency-key", "12345678")), "12345678");
  EXPECT_TRUE(IdempotencyKey(With("idempotency-key", std::string(200, 'x'))).ok());
  EXPECT_EQ(IdempotencyKey(Request()).refusal().kind, RefusalKind::kPreconditionRequired);
  for (std::string key : {std::string("1234567"), std::string(201, 'x'), std::string("1234 5678"),
                          std::string("\xD0\xBA\xD0\xBB\xD1\x8E\xD1\x87")})
    EXPECT_EQ(IdempotencyKey(With("idempotency-key", key)).refusal().kind, RefusalKind::kMalformed)
        << key;
}

TEST(Response, AHeaderWithALineBreakIsABug) {
  EXPECT_THROW(Response().With("Location", "/a\r\nSet-Cookie: x"), std::invalid_argument);
  EXPECT_THROW(Response().With("Loc:ation", "/a"), std::invalid_argument);
  EXPECT_EQ(Response().WithETag(17).headers.back().second, "\"17\"");
}

TEST(Response, AnAttachmentKeepsItsRussianName) {
  auto response = Response::Attachment("/tmp/x", "application/pdf", "Расписка \"1\".pdf");
  EXPECT_EQ(response.headers.back().second,
            "attachment; filename=\"________ _1_.pdf\"; filename*=UTF-8''"
            "%D0%A0%D0%B0%D1%81%D0%BF%D0%B8%D1%81%D0%BA%D0%B0%20%221%22.pdf");
}

TEST(Problem, SpeaksTheLanguageOfTheRequestAndNamesTheFields) {
  text::Catalog texts;
  texts.Add(text::FoundationMessages());
  texts.Add(Messages());
  Request request;
  request.id = "0";
  request.language = text::Language::kEnglish;
  auto response = Problem(Refusal::Invalid("input.invalid", {{"/a/b", "field.too_long", "14"}}),
                          request, texts);
  EXPECT_EQ(response.status, 422);
  auto body = Json::parse(response.body);
  EXPECT_EQ(body["type"], "urn:okno:problem:input.invalid");
  EXPECT_EQ(body["code"], "input.invalid");
  EXPECT_EQ(body["status"], 422);
  EXPECT_EQ(body["request_id"], "0");
  EXPECT_EQ(body["title"], texts.Text("input.invalid", text::Language::kEnglish));
  EXPECT_EQ(body["fields"][0]["pointer"], "/a/b");
  EXPECT_EQ(body["fields"][0]["code"], "field.too_long");
  EXPECT_NE(body["fields"][0]["title"].get<std::string>().find("14"), std::string::npos);
  EXPECT_FALSE(body.contains("detail"));
}

TEST(Problem, EveryKindOfRefusalHasItsStatus) {
  text::Catalog texts;
  const std::pair<RefusalKind, int> table[] = {
      {RefusalKind::kInvalid, 422},      {RefusalKind::kMalformed, 400},
      {RefusalKind::kUnauthorized, 401}, {RefusalKind::kForbidden, 403},
      {RefusalKind::kNotFound, 404},     {RefusalKind::kConflict, 409},
      {RefusalKind::kStale, 412},        {RefusalKind::kPreconditionRequired, 428},
      {RefusalKind::kTooLarge, 413},     {RefusalKind::kUnsupported, 415},
      {RefusalKind::kTooMany, 429},      {RefusalKind::kUnavailable, 503}};
  for (auto [kind, status] : table)
    EXPECT_EQ(Problem({kind, "x", {}, {}}, Request(), texts).status, status);
}

TEST(Texts, EveryCodeOfThisRoomHasOne) {
  text::Catalog texts;
  texts.Add(text::FoundationMessages());
  texts.Add(Messages());
  for (auto code : {"http.not_found",
                    "http.method_not_allowed",
                    "http.malformed",
                    "http.header_too_large",
                    "http.body_too_large",
                    "http.timeout",
                    "http.expectation",
                    "http.overloaded",
                    "request.content_type",
                    "request.if_match_required",
                    "request.stale",
                    "request.idempotency_key_required",
                    "request.idempotency_key_malformed",
                    "json.malformed",
                    "json.not_object",
                    "multipart.malformed",
                    "multipart.too_many_parts",
                    "server.fault",
                    "database.unavailable",
                    "database.busy"})
    EXPECT_TRUE(texts.Has(code)) << code;
}

TEST(Encoding, IsNegotiated) {
  EXPECT_TRUE(AcceptsCoding("gzip, deflate, br", "br"));
  EXPECT_TRUE(AcceptsCoding("GZIP;q=0.5", "gzip"));
  EXPECT_TRUE(AcceptsCoding("*", "gzip"));
  EXPECT_FALSE(AcceptsCoding("", "gzip"));
  EXPECT_FALSE(AcceptsCoding("gzip;q=0", "gzip"));
  EXPECT_FALSE(AcceptsCoding("gzip;q=0.000, *", "gzip"));
  EXPECT_FALSE(AcceptsCoding("xgzip", "gzip"));
}

TEST(Metrics, AreCountedObservedAndRead) {
  Metrics metrics;
  metrics.Count("okno_things_total", {{"kind", "a"}});
  metrics.Count("okno_things_total", {{"kind", "a"}}, 2);
  metrics.Observe("okno_thing_seconds", 0.2, {{"kind", "a"}});
  metrics.Gauge("okno_open", [] { return 1; });
  metrics.Gauge("okno_open", [] { return 7; });
  auto text = metrics.Text();
  EXPECT_NE(text.find("okno_things_total{kind=\"a\"} 3"), std::string::npos) << text;
  EXPECT_NE(text.find("okno_thing_seconds_bucket{kind=\"a\",le=\"0.25\"} 1"), std::string::npos)
      << text;
  EXPECT_NE(text.find("okno_thing_seconds_bucket{kind=\"a\",le=\"0.1\"} 0"), std::string::npos)
      << text;
  EXPECT_NE(text.find("okno_open 7"), std::string::npos) << text;
}

}  // namespace
}  // namespace okno::http
