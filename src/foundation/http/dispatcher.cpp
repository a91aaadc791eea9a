// SPDX-License-Identifier: Apache-2.0
#include "dispatcher.h"

#include <algorithm>
#include <filesystem>

#include "base/id.h"
#include "db/pool.h"
#include "log/log.h"
#include "problem.h"
#include "target.h"
#include "text/strings.h"

namespace okno::http {
namespace {

constexpr std::string_view kLockNotAvailable = "55P03";  // somebody else's work held it too long

constexpr std::size_t kIgnoredBodyLimit = 64 * 1024;  // of requests that no route takes

// Methods are input; a label must not be.
std::string MethodLabel(const std::string& method) {
  static constexpr std::string_view kKnown[] = {"GET",   "HEAD",   "POST",   "PUT",
                                                "PATCH", "DELETE", "OPTIONS"};
  return std::find(std::begin(kKnown), std::end(kKnown), method) == std::end(kKnown) ? "OTHER"
                                                                                     : method;
}

std::string RouteLabel(const Exchange& exchange, int status) {
  if (exchange.route) return exchange.route->pattern;
  return status < 400 ? "static" : "unmatched";
}

bool IsFormType(std::string_view content_type) {
  auto type = content_type.substr(0, content_type.find(';'));
  return text::ToLower(text::Trim(type)) == "application/x-www-form-urlencoded";
}

ProtocolError TooLarge(std::size_t limit) {
  return {413, "http.body_too_large", std::to_string(limit)};
}

// A data exception (class 22) quotes the value that did not fit; values are personal data.
std::string Describe(const db::Error& error) {
  return error.sqlstate().starts_with("22") ? std::string() : std::string(error.what());
}

}  // namespace

Dispatcher::Dispatcher(const ServerOptions& options, const Router& router, Metrics& metrics,
                       const text::Catalog& texts, Guard guard, Observer observer)
    : options_(options),
      router_(router),
      metrics_(metrics),
      texts_(texts),
      guard_(std::move(guard)),
      observer_(std::move(observer)),
      static_files_(options.static_folder) {}

std::size_t Dispatcher::BodyLimit(const Exchange& exchange) {
  return exchange.route ? exchange.route->body_limit : kIgnoredBodyLimit;
}

std::optional<Answer> Dispatcher::Open(Exchange& exchange, ParsedHead head,
                                       const std::string& peer) const {
  exchange.request = std::move(head.request);
  exchange.framing = head.framing;
  auto& request = exchange.request;
  request.id = Uuid::NewV7().ToString();
  request.remote_address =
      options_.trusted_proxies.CallerOf(peer, request.header("x-forwarded-for"));
  if (head.error) return Refuse(exchange, *head.error);
  auto match = router_.Find(request.method, request.path);
  if (!match.allow.empty()) {
    auto problem = ProblemWithStatus(
        405, Refusal{RefusalKind::kMalformed, "http.method_not_allowed", {}, {}}, request, texts_);
    return Finish(exchange, std::move(problem.With("Allow", match.allow)));
  }
  exchange.route = match.route;
  request.params = std::move(match.params);
  bool may_be_file = request.method == "GET" || request.method == "HEAD";
  if (!match.route && !may_be_file) return Refuse(exchange, {404, "http.not_found", {}});
  if (exchange.framing.content_length > BodyLimit(exchange))
    return Refuse(exchange, TooLarge(BodyLimit(exchange)));
  if (auto error = PrepareBody(exchange)) return Refuse(exchange, *error);
  return std::nullopt;
}

std::optional<ProtocolError> Dispatcher::PrepareBody(Exchange& exchange) const {
  if (!exchange.route) return std::nullopt;
  auto type = exchange.request.header("content-type");
  const ProtocolError wrong_type{415, "request.content_type", {}};
  if (exchange.route->body == Body::kForm && !IsFormType(type)) return wrong_type;
  if (exchange.route->body != Body::kMultipart) return std::nullopt;
  auto boundary = MultipartBoundary(type);
  if (!boundary) return wrong_type;
  auto folder = options_.temp_folder.empty() ? std::filesystem::temp_directory_path().string()
                                             : options_.temp_folder;
  exchange.upload = std::make_unique<Upload>(folder, *boundary);
  return std::nullopt;
}

Response Dispatcher::Refused(const Exchange& exchange, const Refusal& refusal) const {
  return Problem(refusal, exchange.request, texts_);
}

std::optional<Answer> Dispatcher::Admit(Exchange& exchange) const {
  if (exchange.admitted || !exchange.route || exchange.route->access == Access::kAnonymous)
    return std::nullopt;
  auto response = Protect(exchange, [&] {
    auto outcome = guard_(exchange.request, *exchange.route);
    exchange.admitted = outcome.ok();
    return outcome ? Response() : Refused(exchange, outcome.refusal());
  });
  if (exchange.admitted) return std::nullopt;
  return Finish(exchange, std::move(response));
}

std::optional<Answer> Dispatcher::Feed(Exchange& exchange, std::string_view bytes) const {
  std::optional<ProtocolError> error;
  bool stored = false;
  auto fault = Protect(exchange, [&] {
    error = exchange.upload->Feed(bytes);
    stored = true;
    return Response();
  });
  if (!stored) return Finish(exchange, std::move(fault));
  return error ? std::optional<Answer>(Refuse(exchange, *error)) : std::nullopt;
}

Response Dispatcher::Run(Exchange& exchange) const {
  auto& request = exchange.request;
  if (exchange.upload) {
    if (auto error = exchange.upload->Finish())
      return ProblemWithStatus(error->status, {RefusalKind::kMalformed, error->code, {}, {}},
                               request, texts_);
    request.parts = exchange.upload->TakeParts();
  }
  if (exchange.route->body == Body::kForm) {
    auto pairs = ParsePairs(request.body);
    if (!pairs) return Refused(exchange, {RefusalKind::kMalformed, "http.malformed", {}, {}});
    for (auto& [name, value] : *pairs) {
      auto size = value.size();
      request.parts.push_back({.name = name, .value = std::move(value), .size = size});
    }
  }
  auto result = exchange.route->handler(request);
  return result ? std::move(result).value() : Refused(exchange, result.refusal());
}

Answer Dispatcher::Handle(Exchange& exchange) {
  if (!exchange.route) return HandleStatic(exchange);
  if (auto refused = Admit(exchange)) return std::move(*refused);
  return Finish(exchange, Protect(exchange, [&] { return Run(exchange); }));
}

Answer Dispatcher::HandleStatic(const Exchange& exchange) {
  std::optional<Answer> answer;
  auto response = Protect(exchange, [&] {
    answer = static_files_.Serve(exchange.request);
    return Refused(exchange, Refusal::NotFound("http.not_found"));
  });
  if (!answer) return Finish(exchange, std::move(response));
  AddCommonHeaders(*answer, exchange.request, transport());
  Record(exchange, answer->status);
  return std::move(*answer);
}

Answer Dispatcher::Refuse(const Exchange& exchange, const ProtocolError& error) const {
  auto problem =
      ProblemWithStatus(error.status, {RefusalKind::kMalformed, error.code, error.detail, {}},
                        exchange.request, texts_);
  auto answer = MakeAnswer(std::move(problem), exchange.request, transport());
  Record(exchange, answer.status);
  return answer;
}

Response Dispatcher::Fault(const Exchange& exchange, std::string_view what) const {
  log::Error(
      "server_fault",
      {{"request_id", exchange.request.id}, {"route", RouteLabel(exchange, 500)}, {"what", what}});
  return ProblemWithStatus(500, {RefusalKind::kMalformed, "server.fault", {}, {}}, exchange.request,
                           texts_);
}

Response Dispatcher::Protect(const Exchange& exchange, const std::function<Response()>& run) const {
  try {
    return run();
  } catch (const db::Error& error) {
    if (error.sqlstate() == kLockNotAvailable) {
      log::Error("database_busy", {{"request_id", exchange.request.id}, {"what", error.what()}});
      return Refused(exchange, {RefusalKind::kUnavailable, "database.busy", {}, {}});
    }
    if (!error.IsLost())
      return Fault(exchange, "database " + error.sqlstate() + " " + error.constraint() + " " +
                                 Describe(error));
    log::Error("database_unavailable",
               {{"request_id", exchange.request.id}, {"what", error.what()}});
    return Refused(exchange, {RefusalKind::kUnavailable, "database.unavailable", {}, {}});
  } catch (const std::exception& error) {
    return Fault(exchange, error.what());
  } catch (...) {
    return Fault(exchange, "an exception of unknown type");
  }
}

Answer Dispatcher::Finish(const Exchange& exchange, Response response) const {
  const auto& request = exchange.request;
  if (exchange.route && !exchange.route->audit.empty() && observer_) {
    response = Protect(exchange, [&] {
      observer_(request, *exchange.route, response);
      return std::move(response);
    });
  }
  Answer answer;
  auto failure = Protect(exchange, [&] {
    answer = MakeAnswer(std::move(response), request, transport());
    return Response::NoContent();
  });
  if (failure.status != 204) answer = MakeAnswer(std::move(failure), request, transport());
  Record(exchange, answer.status);
  return answer;
}

void Dispatcher::Record(const Exchange& exchange, int status) const {
  using Seconds = std::chrono::duration<double>;
  auto seconds = Seconds(std::chrono::steady_clock::now() - exchange.started).count();
  auto method = MethodLabel(exchange.request.method);
  auto route = RouteLabel(exchange, status);
  metrics_.Count("okno_http_requests_total",
                 {{"route", route}, {"method", method}, {"status", std::to_string(status)}});
  metrics_.Observe("okno_http_request_seconds", seconds, {{"route", route}});
  log::Info("http_request", {{"method", method},
                             {"route", route},
                             {"status", status},
                             {"ms", static_cast<int>(seconds * 1000)},
                             {"request_id", exchange.request.id}});
}

}  // namespace okno::http
