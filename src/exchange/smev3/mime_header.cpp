// SPDX-License-Identifier: Apache-2.0
#include "smev3/mime_header.h"

#include <algorithm>

namespace okno::exchange::smev3 {

namespace {

char Lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower) letter = Lower(letter);
  return lower;
}

std::string_view TrimBlanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Takes a quoted or plain parameter value off the front of `rest`; empty when it is malformed.
std::optional<std::string> TakeValue(std::string_view& rest) {
  if (rest.empty() || rest.front() != '"') {
    auto end = std::min(rest.find(';'), rest.size());
    std::string value(TrimBlanks(rest.substr(0, end)));
    rest.remove_prefix(end);
    return value.find('"') == std::string::npos ? std::optional(value) : std::nullopt;
  }
  std::string value;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == '"') {
      rest = TrimBlanks(rest.substr(i + 1));
      return value;
    }
    if (rest[i] == '\\' && ++i == rest.size()) break;
    value += rest[i];
  }
  return std::nullopt;
}

bool IsToken(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char letter) {
    return letter > ' ' && letter < 0x7f && letter != ':' && letter != '"' && letter != ';';
  });
}

}  // namespace

std::string MimeValue::parameter(std::string_view name) const {
  auto found = parameters.find(name);
  return found == parameters.end() ? std::string() : found->second;
}

std::optional<MimeValue> ReadMimeValue(std::string_view text) {
  auto end = std::min(text.find(';'), text.size());
  MimeValue mime{Lower(TrimBlanks(text.substr(0, end))), {}};
  auto rest = text.substr(end);
  while (!rest.empty()) {
    if (rest.front() != ';') return std::nullopt;
    rest = TrimBlanks(rest.substr(1));
    if (rest.empty()) break;
    auto equals = rest.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    auto name = Lower(TrimBlanks(rest.substr(0, equals)));
    rest = TrimBlanks(rest.substr(equals + 1));
    auto value = TakeValue(rest);
    if (!IsToken(name) || !value || !mime.parameters.emplace(name, *value).second) {
      return std::nullopt;
    }
  }
  return mime;
}

std::optional<MimeHeaders> ReadMimeHeaders(std::string_view block) {
  MimeHeaders headers;
  while (!block.empty()) {
    auto end = std::min(block.find("\r\n"), block.size());
    auto line = block.substr(0, end);
    block.remove_prefix(std::min(end + 2, block.size()));
    auto colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    auto name = Lower(line.substr(0, colon));
    auto value = std::string(TrimBlanks(line.substr(colon + 1)));
    if (!IsToken(name) || !headers.emplace(name, value).second) return std::nullopt;
  }
  return headers;
}

std::string Unbracket(std::string_view id) {
  const bool bracketed = id.size() >= 2 && id.front() == '<' && id.back() == '>';
  return std::string(bracketed ? id.substr(1, id.size() - 2) : id);
}

}  // namespace okno::exchange::smev3
