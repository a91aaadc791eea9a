// SPDX-License-Identifier: Apache-2.0
#include "parsing.h"

#include <fmt/format.h>

#include <mutex>
#include <string_view>

namespace okno::xml {

void InitializeParser() {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
}

namespace {

// Only its letters keep it from being a URI.
bool IsInternational(const char* name) {
  bool letters = false;
  for (; name != nullptr && *name != '\0'; ++name) {
    const auto byte = static_cast<unsigned char>(*name);
    if (byte >= 0x80) letters = true;
    if (byte <= 0x20 || std::string_view("\"<>&\\^`{|}").find(*name) != std::string_view::npos)
      return false;
  }
  return letters;
}

}  // namespace

void NoteError(void* context, xmlError* error) {
  if (error->domain != XML_FROM_NAMESPACE || error->level < XML_ERR_ERROR) return;
  const bool about_name = error->code == XML_WAR_NS_URI;
  if (about_name && IsInternational(error->str2 != nullptr ? error->str2 : error->str1)) return;
  static_cast<ParseState*>(static_cast<xmlParserCtxt*>(context)->_private)->namespaces_fit = false;
}

Refusal Malformed(const xmlParserCtxt* context) {
  const auto& error = context->lastError;
  return {
      RefusalKind::kMalformed, "xml.malformed", fmt::format("{}:{}", error.line, error.int2), {}};
}

}  // namespace okno::xml
