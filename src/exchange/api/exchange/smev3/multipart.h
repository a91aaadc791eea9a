// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace okno::exchange::smev3 {

// A SOAP message as it travels: the envelope and what it includes by "cid:" reference (MTOM/XOP).
struct BinaryPart {
  std::string content_id;  // without angle brackets
  std::string content_type;
  std::string bytes;
};
struct Package {
  std::string envelope;
  std::vector<BinaryPart> parts;
  const BinaryPart* Find(std::string_view content_id) const;  // nullptr when absent
};

struct PackageLimits {
  std::size_t bytes = 64 * 1024 * 1024;
  std::size_t parts = 100;
  std::size_t header_bytes = 4096;  // of one part
};
// Reads a body with the Content-Type it came with: text/xml (or application/xml) is an envelope
// alone, multipart/related is taken apart strictly; the root is the part named by `start`, else the
// first. Refusals: "multipart.content_type", "multipart.boundary", "multipart.too_large",
// "multipart.truncated", "multipart.headers" (of a part), "multipart.encoding" (binary, 8bit and
// 7bit are taken), "multipart.too_many", "multipart.duplicate_id", "multipart.root_missing".
Result<Package> ReadPackage(std::string_view content_type, std::string_view body,
                            const PackageLimits& limits = {});

struct WirePackage {
  std::string content_type;
  std::string body;
};
enum class Form {
  kPlainIfPossible,  // text/xml when there are no parts
  kAlwaysMultipart,  // as the live broker often answers
};
WirePackage WritePackage(const Package& package, Form form = Form::kPlainIfPossible);

// "cid:" references: the href is percent-encoded, the Content-ID is not.
std::string ToHref(std::string_view content_id);
std::string FromHref(std::string_view href);  // "" when it is no cid: reference

}  // namespace okno::exchange::smev3
