// SPDX-License-Identifier: Apache-2.0
#include "multipart.h"

#include <algorithm>

#include "text/strings.h"

namespace okno::http {
namespace {

constexpr std::size_t kMaxParts = 200;
constexpr std::size_t kMaxPartHeader = 8 * 1024;
constexpr std::size_t kMaxBoundary = 70;  // RFC 2046

ProtocolError Malformed() { return {400, "multipart.malformed", {}}; }

std::string Lower(std::string_view text) { return text::ToLower(text::Trim(text)); }

// One "; name=value" or "; name=\"quoted\"" of a header field, taken off the front of `rest`.
struct Parameter {
  std::string name, value;
};
std::optional<Parameter> TakeParameter(std::string_view& rest) {
  auto begin = rest.find_first_not_of("; \t");
  if (begin == std::string_view::npos) return std::nullopt;
  rest.remove_prefix(begin);
  auto equals = rest.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  Parameter parameter{Lower(rest.substr(0, equals)), {}};
  rest.remove_prefix(equals + 1);
  if (!rest.starts_with('"')) {
    auto end = std::min(rest.find_first_of("; \t"), rest.size());
    parameter.value = rest.substr(0, end);
    rest.remove_prefix(end);
    return parameter;
  }
  std::size_t at = 1;
  for (; at < rest.size() && rest[at] != '"'; ++at) {
    // curl writes \" and \\; browsers send a backslash of a file name as it is.
    if (rest[at] == '\\' && at + 1 < rest.size() && (rest[at + 1] == '"' || rest[at + 1] == '\\'))
      ++at;
    parameter.value += rest[at];
  }
  if (at == rest.size()) return std::nullopt;
  rest.remove_prefix(at + 1);
  return parameter;
}

// Browsers write a quote in a name as %22 and line breaks as %0D and %0A, and nothing else so.
std::string Unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto code = text.substr(i, 3);
    if (code == "%22")
      out += '"';
    else if (code == "%0D" || code == "%0A")
      out += ' ';
    else {
      out += text[i];
      continue;
    }
    i += 2;
  }
  return out;
}

bool IsClean(std::string_view text) {
  return text::IsValidUtf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < ' ' || c == 0x7f;
         });
}

bool ReadDisposition(std::string_view value, Part& part) {
  auto semicolon = value.find(';');
  if (semicolon == std::string_view::npos || Lower(value.substr(0, semicolon)) != "form-data")
    return false;
  auto rest = value.substr(semicolon);
  while (auto parameter = TakeParameter(rest)) {
    if (parameter->name == "name") part.name = Unescape(parameter->value);
    if (parameter->name == "filename") part.filename = Unescape(parameter->value);
  }
  return !part.name.empty() && rest.find_first_not_of("; \t") == std::string_view::npos &&
         IsClean(part.name) && IsClean(part.filename);
}

std::optional<Part> ReadPartHeader(std::string_view lines) {
  Part part;
  while (!lines.empty()) {
    auto end = lines.find("\r\n");
    auto line = lines.substr(0, end);
    lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 2);
    auto colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    auto name = Lower(line.substr(0, colon));
    auto value = text::Trim(line.substr(colon + 1));
    if (name == "content-disposition" && !ReadDisposition(value, part)) return std::nullopt;
    if (name == "content-type") part.content_type = value;
  }
  if (part.name.empty() || !IsClean(part.content_type)) return std::nullopt;
  return part;
}

}  // namespace

std::optional<std::string> MultipartBoundary(std::string_view content_type) {
  auto semicolon = content_type.find(';');
  if (semicolon == std::string_view::npos) return std::nullopt;
  if (Lower(content_type.substr(0, semicolon)) != "multipart/form-data") return std::nullopt;
  auto rest = content_type.substr(semicolon);
  while (auto parameter = TakeParameter(rest)) {
    if (parameter->name != "boundary") continue;
    const auto& boundary = parameter->value;
    if (boundary.empty() || boundary.size() > kMaxBoundary || !IsClean(boundary))
      return std::nullopt;
    return boundary;
  }
  return std::nullopt;
}

// The first boundary has no line break before it when there is no preamble; the break put here
// stands in for it.
MultipartParser::MultipartParser(std::string_view boundary, PartSink& sink)
    : delimiter_("\r\n--" + std::string(boundary)), sink_(sink), pending_("\r\n") {}

std::optional<ProtocolError> MultipartParser::Feed(std::string_view bytes) {
  if (state_ == State::kEpilogue) return std::nullopt;
  pending_.append(bytes);
  Step error;
  while (!error && Advance(error)) {
  }
  return error;
}

std::optional<ProtocolError> MultipartParser::Finish() const {
  return state_ == State::kEpilogue ? std::nullopt : Step(Malformed());
}

bool MultipartParser::Advance(Step& error) {
  switch (state_) {
    case State::kPreamble:
    case State::kContent:
      return TakeContent(error);
    case State::kAfterBoundary:
      return TakeAfterBoundary(error);
    case State::kHeader:
      return TakeHeader(error);
    case State::kEpilogue:
      pending_.clear();
  }
  return false;
}

// Hands over all that can not be the beginning of a delimiter.
bool MultipartParser::TakeContent(Step& error) {
  auto at = pending_.find(delimiter_);
  bool found = at != std::string::npos;
  auto size = found ? at : pending_.size() - std::min(pending_.size(), delimiter_.size() - 1);
  bool content = state_ == State::kContent;
  if (content && size > 0) error = sink_.Data(std::string_view(pending_).substr(0, size));
  if (content && found && !error) error = sink_.End();
  pending_.erase(0, found ? at + delimiter_.size() : size);
  if (found) state_ = State::kAfterBoundary;
  return found;
}

// "--" closes the body; otherwise blanks may pad the line (RFC 2046), then a part's header follows.
bool MultipartParser::TakeAfterBoundary(Step& error) {
  if (pending_.starts_with("--")) {
    state_ = State::kEpilogue;
    return true;
  }
  auto at = pending_.find_first_not_of(" \t");
  if (at == std::string::npos || std::string_view(pending_).substr(at) == "\r" || pending_ == "-") {
    if (pending_.size() > kMaxPartHeader) error = Malformed();
    return false;
  }
  if (pending_.compare(at, 2, "\r\n") != 0) {
    error = Malformed();
    return false;
  }
  if (++parts_ > kMaxParts) error = ProtocolError{400, "multipart.too_many_parts", {}};
  pending_.erase(0, at);  // the line break stays: an empty header is CR LF CR LF then
  state_ = State::kHeader;
  return true;
}

bool MultipartParser::TakeHeader(Step& error) {
  auto end = pending_.find("\r\n\r\n");
  if (std::min(end, pending_.size()) > kMaxPartHeader) {
    error = Malformed();
    return false;
  }
  if (end == std::string::npos) return false;
  auto part =
      end < 2 ? std::nullopt : ReadPartHeader(std::string_view(pending_).substr(2, end - 2));
  if (!part) {
    error = Malformed();
    return false;
  }
  error = sink_.Begin(std::move(*part));
  pending_.erase(0, end + 4);
  state_ = State::kContent;
  return true;
}

}  // namespace okno::http
