// SPDX-License-Identifier: Apache-2.0
#include "documents/documents.h"
#include "text/strings.h"

namespace okno::documents {
namespace {

constexpr std::size_t kMaxBytes = 200;  // below what file systems take, with room for " (2)"

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The longest beginning of whole letters within `bytes`.
std::string_view Beginning(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && IsContinuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

std::string_view Extension(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || name.size() - dot > 10 ? std::string_view()
                                                                 : name.substr(dot);
}

}  // namespace

std::string CleanName(std::string_view client_name) {
  const auto slash = client_name.find_last_of("/\\");
  if (slash != std::string_view::npos) client_name.remove_prefix(slash + 1);
  std::string name;
  for (char c : client_name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F &&
        std::string_view("\"<>|:*?").find(c) == std::string_view::npos) {
      name.push_back(c);
    }
  }
  name = text::Trim(name);
  if (!text::IsValidUtf8(name) || name.find_first_not_of('.') == std::string::npos) return "file";
  if (name.size() <= kMaxBytes) return name;
  const std::string extension(Extension(name));
  return std::string(Beginning(name, kMaxBytes - extension.size())) + extension;
}

}  // namespace okno::documents
