// SPDX-License-Identifier: Apache-2.0
#include "target.h"

#include "text/strings.h"

namespace okno::http {
namespace {

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool HasDotSegment(std::string_view path) {
  for (std::size_t begin = 1; begin <= path.size();) {
    auto end = path.find('/', begin);
    if (end == std::string_view::npos) end = path.size();
    auto segment = path.substr(begin, end - begin);
    if (segment == "." || segment == "..") return true;
    begin = end + 1;
  }
  return false;
}

// "http://host/path" -> "/path": servers must accept the absolute form, though only proxies are
// sent it.
std::string_view WithoutOrigin(std::string_view raw) {
  for (std::string_view scheme : {"http://", "https://"}) {
    if (!raw.starts_with(scheme)) continue;
    auto end = raw.find_first_of("/?", scheme.size());
    return end == std::string_view::npos ? std::string_view("/") : raw.substr(end);
  }
  return raw;
}

bool HasEncodedSlash(std::string_view path) {
  for (std::string_view code : {"%2f", "%2F", "%5c", "%5C"})
    if (path.find(code) != std::string_view::npos) return true;
  return path.find('\\') != std::string_view::npos;
}

std::string_view TrimSpaces(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<std::string> PercentDecode(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && plus == Plus::kSpace) c = ' ';
    if (c == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      int high = HexDigit(text[i + 1]), low = HexDigit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    // A form's text area may hold line breaks; nothing else below a space has a meaning here.
    if (IsControl(c) && !(plus == Plus::kSpace && (c == '\n' || c == '\r' || c == '\t')))
      return std::nullopt;
    out += c;
  }
  if (!text::IsValidUtf8(out)) return std::nullopt;
  return out;
}

std::optional<Pairs> ParsePairs(std::string_view text) {
  Pairs pairs;
  while (!text.empty()) {
    auto end = text.find('&');
    auto pair = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (pair.empty()) continue;
    auto equals = pair.find('=');
    auto name = PercentDecode(pair.substr(0, equals), Plus::kSpace);
    auto value = equals == std::string_view::npos
                     ? std::string()
                     : PercentDecode(pair.substr(equals + 1), Plus::kSpace);
    if (!name || !value) return std::nullopt;
    pairs[std::move(*name)] = std::move(*value);
  }
  return pairs;
}

std::optional<Target> ParseTarget(std::string_view raw) {
  raw = WithoutOrigin(raw);
  auto question = raw.find('?');
  auto path = raw.substr(0, question);
  if (path.empty() && question == 0) path = "/";
  if (!path.starts_with('/') || HasEncodedSlash(path) || path.find('#') != std::string_view::npos)
    return std::nullopt;
  auto decoded = PercentDecode(path, Plus::kKeep);
  if (!decoded || HasDotSegment(*decoded)) return std::nullopt;
  auto query = ParsePairs(question == std::string_view::npos ? std::string_view()
                                                             : raw.substr(question + 1));
  if (!query) return std::nullopt;
  return Target{std::move(*decoded), std::move(*query)};
}

Pairs ParseCookies(std::string_view header) {
  Pairs cookies;
  while (!header.empty()) {
    auto end = header.find(';');
    auto pair = TrimSpaces(header.substr(0, end));
    header = end == std::string_view::npos ? std::string_view() : header.substr(end + 1);
    auto equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0) continue;
    auto value = pair.substr(equals + 1);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
      value = value.substr(1, value.size() - 2);
    // The first of two equal names is the one with the longer path (RFC 6265, 5.4).
    cookies.emplace(pair.substr(0, equals), value);
  }
  return cookies;
}

}  // namespace okno::http
