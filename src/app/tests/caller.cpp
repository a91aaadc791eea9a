// SPDX-License-Identifier: Apache-2.0
#include "caller.h"

#include <stdexcept>

#include "access/testing.h"
#include "text/strings.h"

namespace okno::app::testing {
namespace {

std::string FillPattern(const std::string& pattern, http::Request& request,
                        const std::map<std::string, std::string>& params) {
  std::string path;
  for (const auto& part : text::Split(pattern.substr(1), '/')) {
    path += '/';
    if (!part.starts_with('{')) {
      path += part;
      continue;
    }
    const std::string name = part.substr(1, part.size() - 2);
    const auto given = params.find(name);
    const std::string value = given == params.end() ? Uuid::NewV7().ToString() : given->second;
    request.params[name] = value;
    path += value;
  }
  return path;
}

}  // namespace

Caller::Caller(const access::Services& services, const http::Router& router)
    : services_(services), router_(router), guard_(access::MakeGuard(services)) {}

Caller::Caller(const access::Services& services, const http::Router& router, std::string login)
    : Caller(services, router) {
  login_ = std::move(login);
  SignIn();
}

Caller Caller::Anonymous(const access::Services& services, const http::Router& router) {
  return Caller(services, router);
}

void Caller::SignIn() {
  http::Request request;
  request.method = "POST";
  request.headers["content-type"] = "application/json";
  request.body = json::Dump({{"login", login_}, {"password", access::testing::kPassword}});
  const auto answer = router_.Find("POST", "/api/v1/session").route->handler(request);
  if (!answer || answer->status != 201) throw std::runtime_error("sign-in failed: " + login_);
  csrf_token_ = Json::parse(answer->body).at("csrf_token").get<std::string>();
  for (const auto& [name, value] : answer->headers) {
    if (name == "Set-Cookie") cookie_ = value.substr(value.find('=') + 1);
  }
  cookie_.resize(cookie_.find(';'));
}

http::Request Caller::MakeRequest(const http::Route& route,
                                  const std::map<std::string, std::string>& params) const {
  http::Request request;
  request.id = Uuid::NewV7().ToString();
  request.method = route.method;
  request.path = FillPattern(route.pattern, request, params);
  request.headers["if-match"] = "\"1\"";
  request.headers["idempotency-key"] = request.id;
  request.headers["content-type"] = "application/json";
  request.body = "{}";
  request.remote_address = "127.0.0.1";
  if (!cookie_.empty()) {
    request.cookies["okno_session"] = cookie_;
    request.headers["x-csrf-token"] = csrf_token_;
  }
  return request;
}

Verdict Caller::Call(const http::Route& route, const std::map<std::string, std::string>& params) {
  http::Request request = MakeRequest(route, params);
  const Outcome guarded = guard_(request, route);
  if (!guarded) return {false, guarded.refusal().kind, guarded.refusal().code};
  const auto answer = route.handler(request);
  const bool session_ended = route.method == "DELETE" && route.pattern == "/api/v1/session";
  if (session_ended && !login_.empty()) SignIn();
  if (!answer) return {true, answer.refusal().kind, answer.refusal().code};
  return {true, RefusalKind::kInvalid, {}};
}

}  // namespace okno::app::testing
