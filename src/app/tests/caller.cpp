// SPDX-License-Identifier: Apache-2.0
#include "caller.h"

#include <filesystem>
#include <fstream>
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

const Sample& SampleOf(const http::Route& route) {
  static const Sample nothing;
  const auto found = Samples().find(NameOf(route));
  return found == Samples().end() ? nothing : found->second;
}

// A file as the server's upload leaves it; the handler may keep or move it.
http::Part MakeFile(const Sample& sample) {
  const std::string path =
      std::filesystem::temp_directory_path() / ("okno-sample-" + Uuid::NewV7().ToString());
  const std::string content =
      sample.file_text.empty() ? "%PDF-1.4\n" + path + "\n%%EOF\n" : sample.file_text;
  std::ofstream(path) << content;
  return {.name = "file",
          .filename = "scan.pdf",
          .content_type = "application/pdf",
          .path = path,
          .size = content.size()};
}

void AddBody(const Sample& sample, const Json& changes, http::Request& request) {
  Json body = sample.body;
  body.update(changes);
  request.body = json::Dump(body);
  for (const auto& [name, value] : sample.fields) {
    request.parts.push_back({.name = name, .value = value});
  }
  if (sample.file) request.parts.push_back(MakeFile(sample));
}

void RemoveFiles(const http::Request& request) {
  std::error_code ignored;
  for (const auto& part : request.parts) std::filesystem::remove(part.path, ignored);
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
    if (name == "Set-Cookie" && value.starts_with("okno_session="))
      cookie_ = value.substr(value.find('=') + 1);
  }
  cookie_.resize(cookie_.find(';'));
}

http::Request Caller::MakeRequest(const http::Route& route, const Ask& ask) const {
  const Sample& sample = SampleOf(route);
  http::Request request;
  request.id = Uuid::NewV7().ToString();
  request.method = route.method;
  auto params = sample.params;
  for (const auto& [name, value] : ask.params) params[name] = value;
  request.path = FillPattern(route.pattern, request, params);
  request.query.insert(ask.query.begin(), ask.query.end());
  request.headers["if-match"] = "\"1\"";
  request.headers["idempotency-key"] = request.id;
  request.headers["content-type"] = "application/json";
  AddBody(sample, ask.body, request);
  request.remote_address = "127.0.0.1";
  if (!cookie_.empty()) {
    request.cookies["okno_session"] = cookie_;
    request.headers["x-csrf-token"] = csrf_token_;
  }
  return request;
}

Verdict Caller::Call(const http::Route& route, const Ask& ask) {
  http::Request request = MakeRequest(route, ask);
  const Outcome guarded = guard_(request, route);
  const auto answer = guarded ? route.handler(request) : Result<http::Response>(guarded.refusal());
  RemoveFiles(request);
  const bool session_ended =
      guarded && route.method == "DELETE" && route.pattern == "/api/v1/session";
  if (session_ended && !login_.empty()) SignIn();
  if (!answer) return {guarded.ok(), answer.refusal().kind, answer.refusal().code};
  return {true, RefusalKind::kInvalid, {}};
}

}  // namespace okno::app::testing
