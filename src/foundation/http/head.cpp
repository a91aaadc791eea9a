// SPDX-License-Identifier: Apache-2.0
#include "head.h"

#include <algorithm>
#include <charconv>

#include "ascii.h"
#include "target.h"
#include "text/strings.h"

namespace okno::http {
namespace {

constexpr std::size_t kMaxFields = 100;

int CountOf(const Head& head, std::string_view name) {
  return static_cast<int>(
      std::count_if(head.fields.begin(), head.fields.end(),
                    [&](const auto& field) { return SameName(field.first, name); }));
}

bool HasToken(std::string_view list, std::string_view token) {
  for (const auto& item : text::Split(list, ','))
    if (SameName(text::Trim(item), token)) return true;
  return false;
}

bool IsHost(std::string_view host) {
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~:[]%").find(c) != std::string_view::npos;
  });
}

void CopyFields(const Head& head, Request& request) {
  for (const auto& [name, value] : head.fields) {
    auto lower = LowerAscii(name);
    auto [place, inserted] = request.headers.emplace(lower, value);
    if (!inserted) place->second += (lower == "cookie" ? "; " : ", ") + value;
  }
  request.cookies = ParseCookies(request.header("cookie"));
  request.language = text::FromAcceptLanguage(request.header("accept-language"));
}

std::optional<ProtocolError> ReadLength(const Head& head, const Request& request,
                                        Framing& framing) {
  if (CountOf(head, "content-length") > 1) return ProtocolError{};
  auto text = request.header("content-length");
  if (!request.headers.contains("content-length")) return std::nullopt;
  auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), framing.content_length);
  // from_chars would take a minus sign for no unsigned number, but a plus or a blank must not pass
  // either.
  if (error != std::errc() || end != text.data() + text.size()) return ProtocolError{};
  return std::nullopt;
}

std::optional<ProtocolError> ReadFraming(const Head& head, const Request& request,
                                         Framing& framing) {
  if (auto error = ReadLength(head, request, framing)) return error;
  if (request.headers.contains("transfer-encoding")) {
    // Two lengths, or a coding we can not undo, leave the end of the body to guesswork.
    if (request.headers.contains("content-length") || !head.http_1_1) return ProtocolError{};
    if (LowerAscii(request.header("transfer-encoding")) != "chunked") return ProtocolError{};
    framing.chunked = true;
  }
  if (request.headers.contains("expect") && head.http_1_1) {
    if (LowerAscii(request.header("expect")) != "100-continue")
      return ProtocolError{417, "http.expectation", {}};
    framing.expects_continue = framing.has_body();
  }
  auto coding = LowerAscii(request.header("content-encoding"));
  if (!coding.empty() && coding != "identity")
    return ProtocolError{415, "request.content_type", {}};
  framing.keep_alive = head.http_1_1 && !HasToken(request.header("connection"), "close");
  return std::nullopt;
}

}  // namespace

HeadScan ScanHead(std::string_view bytes, std::size_t from, std::size_t limit) {
  // No method begins so: a TLS greeting, for one, is answered at once instead of being waited out.
  auto first = bytes.empty() ? 'G' : static_cast<unsigned char>(bytes[0]);
  if (first <= ' ' || first >= 0x7f) return {HeadScan::State::kMalformed, 0};
  for (auto at = bytes.find('\n', from); at != std::string_view::npos;
       at = bytes.find('\n', at + 1)) {
    if (at >= limit) break;
    if (at == 0 || bytes[at - 1] != '\r') return {HeadScan::State::kMalformed, 0};
    if (at >= 3 && bytes[at - 2] == '\n') return {HeadScan::State::kComplete, at + 1};
    if (at + 1 < bytes.size() && (bytes[at + 1] == ' ' || bytes[at + 1] == '\t'))
      return {HeadScan::State::kMalformed, 0};
  }
  return {bytes.size() >= limit ? HeadScan::State::kTooLarge : HeadScan::State::kMore, 0};
}

ParsedHead ParseHead(const Head& head) {
  ParsedHead parsed;
  parsed.request.method = head.method;
  CopyFields(head, parsed.request);
  auto target = ParseTarget(head.target);
  if (target) {
    parsed.request.path = std::move(target->path);
    parsed.request.query = std::move(target->query);
  }
  int hosts = CountOf(head, "host");
  if (head.fields.size() > kMaxFields)
    parsed.error = ProtocolError{431, "http.header_too_large", {}};
  else if (!target || hosts > 1 || (hosts == 0 && head.http_1_1) ||
           (hosts == 1 && !IsHost(parsed.request.header("host"))))
    parsed.error = ProtocolError{};
  else
    parsed.error = ReadFraming(head, parsed.request, parsed.framing);
  return parsed;
}

}  // namespace okno::http
