// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/capture.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "smev3/mime_header.h"
#include "text/strings.h"

namespace okno::exchange::smev3 {

namespace {

constexpr auto kEnd = std::string_view::npos;

Refusal RefuseCapture(const char* code) { return {RefusalKind::kMalformed, code, {}, {}}; }

std::string_view WithoutMark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  return bytes;
}

// Takes a line, ended by LF or CRLF, off the front; without its end.
std::string_view TakeLine(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  auto line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Takes headers and the empty line after them off the front; names in lower case. Empty when a line
// is no header.
std::optional<MimeHeaders> TakeHeaders(std::string_view& rest) {
  MimeHeaders headers;
  std::string* last = nullptr;
  while (!rest.empty()) {
    const auto line = TakeLine(rest);
    if (line.empty()) return headers;
    if ((line[0] == ' ' || line[0] == '\t') && last != nullptr) {
      last->append(" ").append(text::Trim(line));
      continue;
    }
    const auto colon = line.find(':');
    if (colon == 0 || colon == kEnd || line.substr(0, colon).find(' ') != kEnd) return std::nullopt;
    last = &(headers[text::ToLower(line.substr(0, colon))] = text::Trim(line.substr(colon + 1)));
  }
  return headers;
}

// Chunked transfer coding of HTTP. Empty when cut short.
std::optional<std::string> Unchunk(std::string_view rest) {
  std::string bytes;
  while (!rest.empty()) {
    const auto line = TakeLine(rest);
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (error != std::errc() || size > rest.size()) return std::nullopt;
    if (size == 0) return bytes;
    bytes += rest.substr(0, size);
    rest.remove_prefix(size);
    TakeLine(rest);
  }
  return std::nullopt;
}

// What lies between two delimiter lines, one after the other. Empty when the last one is missing.
std::optional<std::vector<std::string_view>> SplitParts(std::string_view body,
                                                        const std::string& delimiter) {
  std::vector<std::string_view> parts;
  std::optional<std::size_t> begin;
  for (auto at = body.find(delimiter); at != kEnd; at = body.find(delimiter, at + 1)) {
    if (at != 0 && body[at - 1] != '\n') continue;
    auto rest = body.substr(at + delimiter.size());
    const bool last = rest.starts_with("--");
    const auto tail = text::Trim(TakeLine(rest));
    if (!last && !tail.empty()) continue;  // a longer boundary
    if (begin) {
      auto part = body.substr(*begin, at - *begin);
      part.remove_suffix(part.ends_with("\r\n") ? 2 : part.ends_with('\n') ? 1 : 0);
      parts.push_back(part);
    }
    if (last) return parts;
    begin = static_cast<std::size_t>(rest.data() - body.data());
  }
  return std::nullopt;
}

Result<BinaryPart> ReadPart(std::string_view bytes) {
  auto headers = TakeHeaders(bytes);
  if (!headers) return RefuseCapture("multipart.headers");
  BinaryPart part{Unbracket((*headers)["content-id"]), (*headers)["content-type"],
                  std::string(bytes)};
  const auto encoding = text::ToLower((*headers)["content-transfer-encoding"]);
  if (encoding == "base64") {
    if (!text::Base64Decode(bytes, part.bytes)) return RefuseCapture("multipart.encoding");
  } else if (encoding == "quoted-printable") {
    return RefuseCapture("multipart.encoding");
  }
  return part;
}

bool IsEnvelope(const BinaryPart& part) {
  return WithoutMark(part.bytes).starts_with('<') &&
         part.content_type.find("xml") != std::string::npos;
}

// The root is the part named by `start`, else the first.
Result<Package> TakeEnvelope(std::vector<BinaryPart> parts, const std::string& start) {
  auto root = parts.begin();
  if (!start.empty()) root = std::ranges::find(parts, start, &BinaryPart::content_id);
  if (root == parts.end() || !IsEnvelope(*root)) return RefuseCapture("multipart.root_missing");
  Package package{std::string(WithoutMark(root->bytes)), {}};
  parts.erase(root);
  package.parts = std::move(parts);
  return package;
}

Result<Package> ReadMultipart(std::string_view body, const std::string& boundary,
                              const std::string& start, const PackageLimits& limits) {
  const auto pieces = SplitParts(body, "--" + boundary);
  if (!pieces) return RefuseCapture("multipart.truncated");
  if (pieces->size() > limits.parts + 1) return RefuseCapture("multipart.too_many");
  std::vector<BinaryPart> parts;
  for (const auto piece : *pieces) {
    auto part = ReadPart(piece);
    if (!part) return part.refusal();
    const bool known =
        !part->content_id.empty() &&
        std::ranges::find(parts, part->content_id, &BinaryPart::content_id) != parts.end();
    if (known) return RefuseCapture("multipart.duplicate_id");
    parts.push_back(*std::move(part));
  }
  return TakeEnvelope(std::move(parts), start);
}

Result<Package> ReadBody(std::string_view body, const PackageLimits& limits) {
  body = WithoutMark(body);
  if (body.starts_with('<')) return Package{std::string(body), {}};
  if (!body.starts_with("--")) return RefuseCapture("capture.unreadable");
  auto rest = body;
  const auto boundary = text::Trim(TakeLine(rest).substr(2));
  return boundary.empty() ? Result<Package>(RefuseCapture("multipart.boundary"))
                          : ReadMultipart(body, boundary, {}, limits);
}

Result<Package> ReadWithHeaders(std::string_view bytes, const PackageLimits& limits) {
  auto rest = bytes;
  const auto first = TakeLine(rest);
  const bool start_line = first.starts_with("HTTP/") || first.find(" HTTP/") != kEnd;
  if (!start_line) rest = bytes;
  auto headers = TakeHeaders(rest);
  if (!headers) return RefuseCapture("capture.unreadable");
  std::string body(rest);
  if (text::ToLower((*headers)["transfer-encoding"]) == "chunked" && !text::Trim(body).empty()) {
    // Many tools keep the headers but join the chunks.
    if (auto joined = Unchunk(rest)) body = *std::move(joined);
  }
  const auto type = ReadMimeValue((*headers)["content-type"]);
  const bool multipart = type && type->value.starts_with("multipart/");
  const auto boundary = multipart ? type->parameter("boundary") : std::string();
  if (boundary.empty()) return ReadBody(body, limits);
  return ReadMultipart(body, boundary, Unbracket(type->parameter("start")), limits);
}

}  // namespace

Result<Package> ReadCapture(std::string_view bytes, const PackageLimits& limits) {
  if (bytes.size() > limits.bytes) return RefuseCapture("multipart.too_large");
  const auto content = WithoutMark(bytes);
  if (content.starts_with('<') || content.starts_with("--")) return ReadBody(content, limits);
  return ReadWithHeaders(content, limits);
}

}  // namespace okno::exchange::smev3
