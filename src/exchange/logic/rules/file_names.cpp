// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/file_names.h"

#include <utility>

namespace okno::exchange::rules {

namespace {

constexpr std::pair<std::string_view, std::string_view> kExtensions[] = {
    {"application/pdf", ".pdf"},
    {"image/jpeg", ".jpg"},
    {"image/png", ".png"},
    {"image/tiff", ".tiff"},
    {"image/bmp", ".bmp"},
    {"image/gif", ".gif"},
    {"application/msword", ".doc"},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
    {"application/vnd.ms-excel", ".xls"},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
    {"application/vnd.oasis.opendocument.text", ".odt"},
    {"text/rtf", ".rtf"},
    {"application/rtf", ".rtf"},
    {"text/plain", ".txt"},
    {"text/xml", ".xml"},
    {"application/xml", ".xml"},
    {"application/zip", ".zip"},
    {"application/x-rar", ".rar"},
    {"application/x-rar-compressed", ".rar"},
    {"application/pkcs7-signature", ".sig"},
    {"application/x-pkcs7-signature", ".sig"},
};

std::string ExtensionOf(std::string_view mime_type) {
  for (const auto& [type, extension] : kExtensions) {
    if (type == mime_type) return std::string(extension);
  }
  return {};
}

}  // namespace

std::string FileName(int number, std::string_view mime_type) {
  return "attachment-" + std::to_string(number) + ExtensionOf(mime_type);
}

std::string TransferName(std::string_view name, std::string_view mime_type) {
  auto plain = BaseName(name);
  return plain.empty() ? "file" + ExtensionOf(mime_type) : plain;
}

std::string BaseName(std::string_view path) {
  constexpr std::size_t kMost = 200;  // bytes; file systems take 255
  auto slash = path.find_last_of("/\\");
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  std::string name;
  for (char letter : path) {
    auto code = static_cast<unsigned char>(letter);
    if (code >= ' ' && code != 0x7f) name += letter;
  }
  if (name.find_first_not_of('.') == std::string::npos) return {};
  // A name that is too long loses its beginning, not its extension; cut between characters.
  auto begin = name.size() > kMost ? name.size() - kMost : 0;
  while (begin < name.size() && (static_cast<unsigned char>(name[begin]) & 0xc0) == 0x80) ++begin;
  return name.substr(begin);
}

}  // namespace okno::exchange::rules
