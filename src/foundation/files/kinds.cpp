// SPDX-License-Identifier: Apache-2.0
#include "kinds.h"

#include <algorithm>
#include <vector>

#include "text/strings.h"

namespace okno::files {
namespace {

struct Kind {
  std::string_view content_type;
  std::vector<std::string_view> extensions;
  std::vector<std::string_view> found_types;     // what libmagic calls it
  bool (*recognized)(const Content&) = nullptr;  // what libmagic does not know for sure
};

bool IsZip(const Content& content) { return content.head.starts_with("PK\x03\x04"); }

// A zip's directory, with the names of what it holds, lies at its end.
bool IsWord(const Content& content) {
  return IsZip(content) && content.tail.find("word/document.xml") != std::string_view::npos;
}
bool IsExcel(const Content& content) {
  return IsZip(content) && content.tail.find("xl/workbook.xml") != std::string_view::npos;
}

// Canonical XML has no declaration, and libmagic takes it for plain text then.
bool IsBareXml(const Content& content) {
  if (content.found_type != "text/plain") return false;
  const auto start = content.head.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  return start != std::string_view::npos && content.head[start] == '<';
}

// The object identifier of SignedData (1.2.840.113549.1.7.2) stands within the first bytes of the
// DER form.
bool IsSignedData(std::string_view der) {
  constexpr std::string_view kSignedData("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02", 11);
  return der.starts_with('\x30') && der.substr(0, 32).find(kSignedData) != std::string_view::npos;
}

bool IsSignature(const Content& content) {
  if (IsSignedData(content.head)) return true;
  if (content.head.starts_with("-----BEGIN PKCS7-----") ||
      content.head.starts_with("-----BEGIN CMS-----")) {
    return true;
  }
  std::string start;
  return text::Base64Decode(content.head.substr(0, 44), start) && IsSignedData(start);
}

// Source code and tables are text to libmagic's finer eye; markup that a browser would run is not
// plain text to us.
bool IsPlainText(const Content& content) {
  return content.found_type.starts_with("text/x-") && content.found_type != "text/x-svg";
}

const std::vector<Kind>& Kinds() {
  static const std::vector<Kind> kinds = {
      {"application/pdf", {"pdf"}, {"application/pdf"}},
      {"image/jpeg", {"jpg", "jpeg"}, {"image/jpeg"}},
      {"image/png", {"png"}, {"image/png"}},
      {"image/tiff", {"tif", "tiff"}, {"image/tiff"}},
      {"image/bmp", {"bmp"}, {"image/bmp", "image/x-ms-bmp"}},
      {"image/gif", {"gif"}, {"image/gif"}},
      {"application/msword",
       {"doc"},
       {"application/msword", "application/x-ole-storage", "application/CDFV2"}},
      {"application/vnd.ms-excel",
       {"xls"},
       {"application/vnd.ms-excel", "application/x-ole-storage", "application/CDFV2"}},
      {"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
       {"docx"},
       {"application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
       IsWord},
      {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
       {"xlsx"},
       {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
       IsExcel},
      {"application/vnd.oasis.opendocument.text",
       {"odt"},
       {"application/vnd.oasis.opendocument.text"}},
      {"text/rtf", {"rtf"}, {"text/rtf"}},
      {"application/xml", {"xml"}, {"text/xml", "application/xml"}, IsBareXml},
      {"application/pkcs7-signature", {"sig", "p7s"}, {"application/pkcs7-signature"}, IsSignature},
      {"text/plain", {"txt"}, {"text/plain", "text/csv", "application/json"}, IsPlainText},
      {"application/zip", {"zip"}, {"application/zip"}},
      {"application/vnd.rar", {"rar"}, {"application/x-rar", "application/vnd.rar"}},
  };
  return kinds;
}

std::string ExtensionOf(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : text::ToLower(name.substr(dot + 1));
}

bool Contains(const std::vector<std::string_view>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// Every zip-based document is application/zip to a libmagic that did not look far enough: not a
// plain archive then.
bool Fits(const Kind& kind, const Content& content) {
  if (kind.content_type == "application/zip" && (IsWord(content) || IsExcel(content))) return false;
  return Contains(kind.found_types, content.found_type) ||
         (kind.recognized && kind.recognized(content));
}

// For the person: "pdf" says more than a content type.
std::string NameOfFound(const Content& content) {
  for (const Kind& kind : Kinds()) {
    if (Fits(kind, content)) return std::string(kind.extensions.front());
  }
  return std::string(content.found_type);
}

}  // namespace

Result<std::string> JudgeKind(std::string_view original_name, const Content& content) {
  const std::string extension = ExtensionOf(original_name);
  for (const Kind& kind : Kinds()) {
    if (!Contains(kind.extensions, extension)) continue;
    if (Fits(kind, content)) return std::string(kind.content_type);
    return Refusal{RefusalKind::kUnsupported, "file.content_mismatch", NameOfFound(content), {}};
  }
  return Refusal{RefusalKind::kUnsupported, "file.kind_refused", extension, {}};
}

}  // namespace okno::files
