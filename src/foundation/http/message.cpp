// SPDX-License-Identifier: Apache-2.0
#include "http/message.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "http/disposition.h"
#include "http/hub.h"
#include "text/strings.h"

namespace okno::http {
namespace {

std::string_view ValueOf(const std::map<std::string, std::string, std::less<>>& values,
                         std::string_view name) {
  auto found = values.find(name);
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

// "application/json; charset=utf-8" and "application/merge-patch+json" are JSON.
bool IsJsonType(std::string_view content_type) {
  auto type = text::ToLower(text::Trim(content_type.substr(0, content_type.find(';'))));
  return type == "application/json" ||
         (type.starts_with("application/") && type.ends_with("+json"));
}

bool IsVisibleAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

bool IsToken(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

std::string_view Request::header(std::string_view name) const { return ValueOf(headers, name); }
std::string_view Request::query_value(std::string_view name) const { return ValueOf(query, name); }

std::string_view Request::param(std::string_view name) const {
  auto found = params.find(name);
  if (found == params.end())
    throw std::logic_error("the route has no part {" + std::string(name) + "}");
  return found->second;
}

Result<Json> Request::Object() const {
  if (!IsJsonType(header("content-type")))
    return Refusal{RefusalKind::kUnsupported, "request.content_type", {}, {}};
  auto parsed = json::Parse(body);
  if (!parsed) return parsed.refusal();
  if (!parsed->is_object()) return Refusal{RefusalKind::kMalformed, "json.not_object", {}, {}};
  return parsed;
}

Response Response::Of(const Json& body, int status) { return JsonText(json::Dump(body), status); }

Response Response::JsonText(std::string body, int status) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  return std::move(response.With("Content-Type", "application/json"));
}

Response Response::Created(const Json& body, std::string location) {
  return std::move(Of(body, 201).With("Location", std::move(location)));
}

Response Response::NoContent() {
  Response response;
  response.status = 204;
  return response;
}

Response Response::Bytes(std::string body, std::string content_type) {
  Response response;
  response.body = std::move(body);
  return std::move(response.With("Content-Type", std::move(content_type)));
}

Response Response::Attachment(std::string path, std::string content_type, std::string_view name) {
  Response response;
  response.file_path = std::move(path);
  response.With("Content-Type", std::move(content_type));
  return std::move(response.With("Content-Disposition", Disposition("attachment", name)));
}

Response Response::EventStream(std::shared_ptr<Subscription> subscription) {
  Response response;
  response.subscription = std::move(subscription);
  return std::move(response.With("Content-Type", "text/event-stream"));
}

Response& Response::With(std::string name, std::string value) {
  bool broken = std::any_of(value.begin(), value.end(), [](char c) {
    return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == 0x7f;
  });
  if (!IsToken(name) || broken)
    throw std::invalid_argument("header " + name + ": control character");
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

Response& Response::WithETag(long long version) {
  return With("ETag", "\"" + std::to_string(version) + "\"");
}

Result<long long> IfMatch(const Request& request) {
  auto text = request.header("if-match");
  if (text.empty())
    return Refusal{RefusalKind::kPreconditionRequired, "request.if_match_required", {}, {}};
  long long version = 0;
  if (text.size() > 2 && text.front() == '"' && text.back() == '"') {
    auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size() - 1, version);
    if (error == std::errc() && end == text.data() + text.size() - 1) return version;
  }
  return Refusal{RefusalKind::kStale, "request.stale", {}, {}};
}

int PageLimit(const Request& request) {
  const auto text = request.query_value("limit");
  int limit = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), limit);
  const bool is_number = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return is_number && limit >= 1 && limit <= 200 ? limit : 50;
}

Result<std::string> IdempotencyKey(const Request& request) {
  auto key = request.header("idempotency-key");
  if (key.empty())
    return Refusal{RefusalKind::kPreconditionRequired, "request.idempotency_key_required", {}, {}};
  if (key.size() < 8 || key.size() > 200 || !IsVisibleAscii(key))
    return Refusal{RefusalKind::kMalformed, "request.idempotency_key_malformed", {}, {}};
  return std::string(key);
}

}  // namespace okno::http
