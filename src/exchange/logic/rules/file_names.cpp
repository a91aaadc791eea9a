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

}  // namespace

std::string FileName(int number, std::string_view mime_type) {
  auto name = "attachment-" + std::to_string(number);
  for (const auto& [type, extension] : kExtensions) {
    if (type == mime_type) return name + std::string(extension);
  }
  return name;
}

}  // namespace okno::exchange::rules
