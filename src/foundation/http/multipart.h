// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "head.h"

namespace okno::http {

// The boundary of a "multipart/form-data; boundary=…" content type; empty when it is another type
// or has no proper one.
std::optional<std::string> MultipartBoundary(std::string_view content_type);

// What the parser has found, in order: Begin, Data…, End for each part.
class PartSink {
 public:
  virtual ~PartSink() = default;
  virtual std::optional<ProtocolError> Begin(Part part) = 0;
  virtual std::optional<ProtocolError> Data(std::string_view bytes) = 0;
  virtual std::optional<ProtocolError> End() = 0;
};

// Takes a multipart/form-data body (RFC 7578) apart as it arrives, in pieces cut anywhere. Holds at
// most one piece and a part's header in memory. After an error the parser must not be used.
class MultipartParser {
 public:
  MultipartParser(std::string_view boundary, PartSink& sink);
  std::optional<ProtocolError> Feed(std::string_view bytes);
  // The body is over: an error unless the closing boundary was there.
  std::optional<ProtocolError> Finish() const;

 private:
  enum class State { kPreamble, kAfterBoundary, kHeader, kContent, kEpilogue };
  using Step = std::optional<ProtocolError>;
  bool Advance(Step& error);  // false: needs more bytes
  bool TakeContent(Step& error);
  bool TakeAfterBoundary(Step& error);
  bool TakeHeader(Step& error);

  std::string delimiter_;  // CR LF "--" boundary
  PartSink& sink_;
  State state_ = State::kPreamble;
  std::string pending_;
  std::size_t parts_ = 0;
};

}  // namespace okno::http
