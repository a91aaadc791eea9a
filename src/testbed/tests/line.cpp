// SPDX-License-Identifier: Apache-2.0
#include "line.h"

#include "http/texts.h"
#include "text/foundation_messages.h"

namespace okno::testbed::testing {

Line::Line(std::string target)
    : target_(std::move(target)),
      server_(
          {.port = 0, .workers = 2}, router_, hub_, metrics_, texts_,
          [](http::Request&, const http::Route&) { return Done(); },
          [](const http::Request&, const http::Route&, const http::Response&) {}) {
  texts_.Add(text::FoundationMessages());
  texts_.Add(http::Messages());
  router_.Add({.method = "POST",
               .pattern = "/",
               .access = http::Access::kAnonymous,
               .body = http::Body::kXml,
               .body_limit = 16 * 1024 * 1024,
               .handler = [this](const http::Request& request) -> Result<http::Response> {
                 return Pass(request);
               }});
  server_.Start();
}

Line::~Line() { server_.Stop(); }

std::string Line::url() const { return "http://127.0.0.1:" + std::to_string(server_.port()) + "/"; }

void Line::SpoilAnswersWith(std::string marker, Spoil spoil, int times) {
  std::lock_guard lock(mutex_);
  marker_ = std::move(marker);
  spoil_ = std::move(spoil);
  times_ = times;
}

http::Response Line::Pass(const http::Request& request) {
  auto answer =
      http::Send({.method = "POST",
                  .url = target_,
                  .headers = {{"Content-Type", std::string(request.header("content-type"))}},
                  .body = request.body});
  if (auto spoil = Strike(answer.body)) spoil(answer);
  auto response = http::Response::Bytes(std::move(answer.body), answer.headers["content-type"]);
  response.status = answer.status;
  return response;
}

Line::Spoil Line::Strike(const std::string& body) {
  std::lock_guard lock(mutex_);
  if (times_ == 0 || body.find(marker_) == std::string::npos) return {};
  --times_;
  return spoil_;
}

}  // namespace okno::testbed::testing
