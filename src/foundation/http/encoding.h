// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace okno::http {

// Whether an Accept-Encoding header takes `coding` ("br", "gzip"): named or by "*", and not with
// q=0.
bool AcceptsCoding(std::string_view accept_encoding, std::string_view coding);

// Level 1 (fast) to 9 (small).
std::string Gzip(std::string_view bytes, int level);

// Text, JSON, XML, scripts, SVG: what gains from compression.
bool IsCompressible(std::string_view content_type);

}  // namespace okno::http
