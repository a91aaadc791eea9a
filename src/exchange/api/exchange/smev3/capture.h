// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.h"
#include "exchange/smev3/multipart.h"

namespace okno::exchange::smev3 {

// Takes apart a message as people keep it in a file: XML alone, a raw multipart body, or either
// with HTTP headers above (a start line and chunks are understood). Unlike ReadPackage, which reads
// the wire, this is lenient where editors and logs leave traces: LF for CRLF, folded headers, white
// space and a byte order mark before the document, base64 parts. Refusals: those of ReadPackage
// without "multipart.content_type", and "capture.unreadable" (neither XML nor MIME nor HTTP).
Result<Package> ReadCapture(std::string_view bytes, const PackageLimits& limits = {});

}  // namespace okno::exchange::smev3
