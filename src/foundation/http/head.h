// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.h"

namespace okno::http {

// A "no" of the protocol itself, whose status is outside the kinds of Refusal (408, 417, 431 …).
struct ProtocolError {
  int status = 400;
  std::string code = "http.malformed";
  std::string detail;
};

// Looks for the end of a request's head in what has arrived. Bare line feeds and folded lines are
// refused as soon as they are seen: proxies read them differently, which is how requests are
// smuggled.
struct HeadScan {
  enum class State { kMore, kComplete, kMalformed, kTooLarge } state = State::kMore;
  std::size_t size = 0;  // of the head with its empty line, when complete
};
HeadScan ScanHead(std::string_view bytes, std::size_t from, std::size_t limit);

// Request line and fields as they came.
struct Head {
  std::string method, target;
  bool http_1_1 = true;
  std::vector<std::pair<std::string, std::string>> fields;
};

// How the body is delimited and the connection goes on.
struct Framing {
  bool keep_alive = false;
  bool chunked = false;
  std::uint64_t content_length = 0;
  bool expects_continue = false;
  bool has_body() const { return chunked || content_length > 0; }
};

struct ParsedHead {
  Request request;  // without id, params, body; usable for the answer even when `error` is set
  Framing framing;
  std::optional<ProtocolError> error;
};
ParsedHead ParseHead(const Head& head);

}  // namespace okno::http
