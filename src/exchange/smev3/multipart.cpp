// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/multipart.h"

#include <algorithm>
#include <optional>

#include "base/id.h"
#include "smev3/mime_header.h"

namespace okno::exchange::smev3 {

namespace {

constexpr std::size_t kLongestBoundary =
    200;  // RFC 2046 says 70; the live broker's are "uuid:<uuid>"

Refusal RefuseMultipart(std::string code) {
  return {RefusalKind::kMalformed, std::move(code), {}, {}};
}

// Walks over the parts of a multipart body.
class Splitter {
 public:
  Splitter(std::string_view body, std::string_view boundary)
      : body_(body), delimiter_("\r\n--" + std::string(boundary)) {}

  // Puts the position after the first delimiter line; a preamble is passed over.
  bool Begin() {
    std::string_view first = std::string_view(delimiter_).substr(2);
    if (body_.starts_with(first)) {
      position_ = first.size();
      return EndDelimiterLine();
    }
    auto found = body_.find(delimiter_);
    if (found == std::string_view::npos) return false;
    position_ = found + delimiter_.size();
    return EndDelimiterLine();
  }
  bool closed() const { return closed_; }
  // The next part, headers included; empty when the body ends before the delimiter that must
  // follow.
  std::optional<std::string_view> Next() {
    // A part without headers begins with CRLF, so the search may start on the CRLF just read.
    auto found = body_.find(delimiter_, position_ - 2);
    if (found == std::string_view::npos) return std::nullopt;
    auto begin = position_;
    auto part = found < begin ? std::string_view() : body_.substr(begin, found - begin);
    position_ = found + delimiter_.size();
    if (!EndDelimiterLine()) return std::nullopt;
    return part;
  }

 private:
  bool EndDelimiterLine() {
    if (body_.substr(position_).starts_with("--")) {
      closed_ = true;
      return true;
    }
    while (position_ < body_.size() && (body_[position_] == ' ' || body_[position_] == '\t')) {
      ++position_;
    }
    if (!body_.substr(position_).starts_with("\r\n")) return false;
    position_ += 2;
    return true;
  }

  std::string_view body_;
  std::string delimiter_;
  std::size_t position_ = 0;
  bool closed_ = false;
};

Result<BinaryPart> ReadPart(std::string_view part, const PackageLimits& limits) {
  auto end = part.find("\r\n\r\n");
  if (end == std::string_view::npos || end > limits.header_bytes)
    return RefuseMultipart("multipart.headers");
  auto headers = ReadMimeHeaders(part.substr(0, end));
  if (!headers) return RefuseMultipart("multipart.headers");
  auto encoding = ReadMimeValue((*headers)["content-transfer-encoding"]);
  if (encoding && !encoding->value.empty() && encoding->value != "binary" &&
      encoding->value != "8bit" && encoding->value != "7bit") {
    return RefuseMultipart("multipart.encoding");
  }
  return BinaryPart{Unbracket((*headers)["content-id"]), (*headers)["content-type"],
                    std::string(part.substr(end + 4))};
}

Result<std::vector<BinaryPart>> ReadParts(std::string_view body, std::string_view boundary,
                                          const PackageLimits& limits) {
  Splitter splitter(body, boundary);
  if (!splitter.Begin() || splitter.closed()) return RefuseMultipart("multipart.truncated");
  std::vector<BinaryPart> parts;
  while (!splitter.closed()) {
    if (parts.size() > limits.parts) return RefuseMultipart("multipart.too_many");
    auto bytes = splitter.Next();
    if (!bytes) return RefuseMultipart("multipart.truncated");
    auto part = ReadPart(*bytes, limits);
    if (!part) return part.refusal();
    bool known = std::any_of(parts.begin(), parts.end(), [&](const BinaryPart& other) {
      return !other.content_id.empty() && other.content_id == part->content_id;
    });
    if (known) return RefuseMultipart("multipart.duplicate_id");
    parts.push_back(std::move(*part));
  }
  return parts;
}

bool IsEnvelopeType(const MimeValue& type) {
  return type.value == "text/xml" || type.value == "application/xml" ||
         type.value == "application/xop+xml";
}

Result<Package> TakeRoot(std::vector<BinaryPart> parts, const std::string& start) {
  auto root = parts.begin();
  if (!start.empty()) {
    root = std::find_if(parts.begin(), parts.end(),
                        [&](const BinaryPart& part) { return part.content_id == start; });
  }
  if (root == parts.end()) return RefuseMultipart("multipart.root_missing");
  auto type = ReadMimeValue(root->content_type);
  if (!type || !IsEnvelopeType(*type)) return RefuseMultipart("multipart.root_missing");
  Package package{std::move(root->bytes), {}};
  parts.erase(root);
  package.parts = std::move(parts);
  return package;
}

int HexDigit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

}  // namespace

const BinaryPart* Package::Find(std::string_view content_id) const {
  for (const auto& part : parts) {
    if (part.content_id == content_id) return &part;
  }
  return nullptr;
}

Result<Package> ReadPackage(std::string_view content_type, std::string_view body,
                            const PackageLimits& limits) {
  auto type = ReadMimeValue(content_type);
  if (!type) return RefuseMultipart("multipart.content_type");
  if (body.size() > limits.bytes) return RefuseMultipart("multipart.too_large");
  if (IsEnvelopeType(*type)) return Package{std::string(body), {}};
  if (type->value != "multipart/related") return RefuseMultipart("multipart.content_type");
  auto boundary = type->parameter("boundary");
  bool plain = std::all_of(boundary.begin(), boundary.end(),
                           [](unsigned char letter) { return letter > ' ' && letter < 0x7f; });
  if (boundary.empty() || boundary.size() > kLongestBoundary || !plain) {
    return RefuseMultipart("multipart.boundary");
  }
  auto parts = ReadParts(body, boundary, limits);
  if (!parts) return parts.refusal();
  return TakeRoot(std::move(*parts), Unbracket(type->parameter("start")));
}

WirePackage WritePackage(const Package& package, Form form) {
  if (package.parts.empty() && form == Form::kPlainIfPossible) {
    return {"text/xml; charset=utf-8", package.envelope};
  }
  // A random boundary can not occur inside a file by accident, nor can its author foresee it.
  // The same holds for the root's id: a file may be called by any id its sender chose.
  std::string boundary = "uuid:" + Uuid::NewV7().ToString();
  std::string root_id = "root." + Uuid::NewV7().ToString() + "@okno";
  std::string body = "--" + boundary +
                     "\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
                     "Content-Transfer-Encoding: binary\r\nContent-ID: <" +
                     root_id + ">\r\n\r\n";
  body += package.envelope;
  for (const auto& part : package.parts) {
    body += "\r\n--" + boundary + "\r\nContent-Type: " + part.content_type +
            "\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <" + part.content_id +
            ">\r\n\r\n";
    body += part.bytes;
  }
  body += "\r\n--" + boundary + "--\r\n";
  return {"multipart/related; type=\"application/xop+xml\"; boundary=\"" + boundary +
              "\"; start=\"<" + root_id + ">\"; start-info=\"text/xml\"",
          std::move(body)};
}

std::string ToHref(std::string_view content_id) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string href = "cid:";
  for (unsigned char letter : content_id) {
    bool plain = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                 (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '_' ||
                 letter == '.' || letter == '@';
    if (plain) {
      href += static_cast<char>(letter);
    } else {
      href += {'%', kHex[letter >> 4], kHex[letter & 15]};
    }
  }
  return href;
}

std::string FromHref(std::string_view href) {
  if (!href.starts_with("cid:")) return {};
  href.remove_prefix(4);
  std::string id;
  for (std::size_t i = 0; i < href.size(); ++i) {
    bool escape = href[i] == '%' && i + 2 < href.size() && HexDigit(href[i + 1]) >= 0 &&
                  HexDigit(href[i + 2]) >= 0;
    if (escape) {
      id += static_cast<char>(HexDigit(href[i + 1]) * 16 + HexDigit(href[i + 2]));
      i += 2;
    } else {
      id += href[i];
    }
  }
  return id;
}

}  // namespace okno::exchange::smev3
