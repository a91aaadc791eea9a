// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/result.h"
#include "json/json.h"
#include "text/messages.h"

namespace okno::http {

// Who is calling. The access room derives its Principal from it; http only carries it.
struct Caller {
  virtual ~Caller() = default;
};

// One part of a multipart/form-data body. Files were streamed to `path` (a temporary file, removed after the answer).
struct Part {
  std::string name;
  std::string filename;       // "" for a plain field; as the client sent it, never to be used as a path
  std::string content_type;   // as the client claims
  std::string value;          // content of a plain field
  std::string path;
  std::size_t size = 0;
};

struct Request {
  std::string id;             // UUID, also in the answer's X-Request-Id and every log line
  std::string method;
  std::string path;           // percent-decoded, "/api/v1/applications/…"
  std::map<std::string, std::string, std::less<>> query;
  std::map<std::string, std::string, std::less<>> headers;  // names in lower case
  std::map<std::string, std::string, std::less<>> cookies;
  std::map<std::string, std::string, std::less<>> params;   // {name} parts of the route
  std::string body;
  std::vector<Part> parts;    // filled for routes with Body::kMultipart, and Body::kForm (plain fields)
  std::string remote_address;
  text::Language language = text::Language::kRussian;
  std::shared_ptr<const Caller> caller;  // set by the guard

  std::string_view header(std::string_view name) const;     // "" when absent
  std::string_view query_value(std::string_view name) const;
  std::string_view param(std::string_view name) const;      // throws when the route has no such part
  // Body as a JSON object; refused "json.malformed" or "json.not_object" (415 "request.content_type" when it is not JSON).
  Result<Json> Object() const;
  // What `read` makes of it, a Result too.
  template <typename Read>
  std::invoke_result_t<Read, const Json&> ObjectAs(Read read) const {
    const auto body = Object();
    if (!body) return body.refusal();
    return read(*body);
  }
  // A uuid part of the path; refused as not found with `code`, since a wrong id is an object that does not exist.
  template <typename IdType>
  Result<IdType> IdParam(std::string_view name, std::string_view code) const {
    auto id = IdType::Parse(param(name));
    if (!id) return Refusal::NotFound(std::string(code));
    return *id;
  }
};

class Subscription;  // see hub.h
struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::string file_path;                       // when set, the body is this file
  std::shared_ptr<Subscription> subscription;  // when set, the answer is an event stream
  // For the audit trail (the Observer): why it was shown, instead of what the caller gave as
  // ?reason=; and whether there was anything to tell of at all.
  std::string audit_reason;
  bool audited = true;
  bool keyed = false;  // the request's Idempotency-Key was judged: told again, it is a repeat
  bool abandoned = false;  // the connection is closed without an answer: the test bed imitates a broken line

  static Response Of(const Json& body, int status = 200);
  static Response JsonText(std::string body, int status = 200);  // JSON already written (by PostgreSQL)
  static Response Created(const Json& body, std::string location);
  static Response NoContent();
  static Response Bytes(std::string body, std::string content_type);
  // Served as attachment with nosniff; `name` is UTF-8 (RFC 6266 filename*).
  static Response Attachment(std::string path, std::string content_type, std::string_view name);
  static Response EventStream(std::shared_ptr<Subscription> subscription);
  // Control characters in a header's value throw: they are a bug.
  Response& With(std::string name, std::string value);
  Response& WithETag(long long version);       // ETag: "17"
};

// ?limit=, the rows of a page: 1 to 200; absent or anything else: 50.
int PageLimit(const Request& request);
// The version in If-Match. Absent: refused 428 "request.if_match_required"; unreadable: 412 "request.stale".
Result<long long> IfMatch(const Request& request);
// The Idempotency-Key header, 8..200 visible ASCII. Absent: refused 428 "request.idempotency_key_required"; of another
// form: 400 "request.idempotency_key_malformed".
Result<std::string> IdempotencyKey(const Request& request);

// RFC 9457 problem for a refusal: {type, title, status, code, detail?, fields:[{pointer, code, detail, title}], request_id}.
// Titles come from the text catalogue in the request's language.
Response Problem(const Refusal& refusal, const Request& request, const text::Catalog& texts);

}  // namespace okno::http
