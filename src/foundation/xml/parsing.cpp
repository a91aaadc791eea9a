// SPDX-License-Identifier: Apache-2.0
#include "parsing.h"

#include <fmt/format.h>

#include <mutex>

namespace okno::xml {

void InitializeParser() {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
}

Refusal Malformed(const xmlParserCtxt* context) {
  const auto& error = context->lastError;
  return {
      RefusalKind::kMalformed, "xml.malformed", fmt::format("{}:{}", error.line, error.int2), {}};
}

}  // namespace okno::xml
