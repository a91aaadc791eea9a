// SPDX-License-Identifier: Apache-2.0
#include "parsing.h"

#include <fmt/format.h>

#include <memory>
#include <mutex>
#include <new>
#include <string_view>

#include "guard.h"

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

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
using ContextPtr = std::unique_ptr<xmlParserCtxt, FreeContext>;

// The second line behind the guard.
void StopAtDoctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  xmlStopParser(static_cast<xmlParserCtxt*>(context));
}

}  // namespace

void NoteError(void* context, xmlError* error) {
  if (error->domain != XML_FROM_NAMESPACE || error->level < XML_ERR_ERROR) return;
  const bool about_name = error->code == XML_WAR_NS_URI;
  if (about_name && IsInternational(error->str2 != nullptr ? error->str2 : error->str1)) return;
  static_cast<ParseState*>(static_cast<xmlParserCtxt*>(context)->_private)->namespaces_fit = false;
}

Result<DocumentPtr> ReadThoroughly(std::string_view bytes, const Limits& limits) {
  if (auto refusal = Guard(bytes, limits)) return *refusal;
  const ContextPtr context(xmlNewParserCtxt());
  if (context == nullptr) throw std::bad_alloc();
  context->sax->internalSubset = StopAtDoctype;
  context->sax->externalSubset = StopAtDoctype;
  context->sax->serror = NoteError;
  ParseState state;
  context->_private = &state;
  DocumentPtr doc(xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()),
                                    nullptr, "UTF-8", kParserOptions));
  const bool well_formed = context->wellFormed != 0 && state.namespaces_fit;
  if (doc == nullptr || !well_formed || doc->intSubset != nullptr ||
      xmlDocGetRootElement(doc.get()) == nullptr)
    return Malformed(context.get());
  return doc;
}

Refusal Malformed(const xmlParserCtxt* context) {
  const auto& error = context->lastError;
  return {
      RefusalKind::kMalformed, "xml.malformed", fmt::format("{}:{}", error.line, error.int2), {}};
}

}  // namespace okno::xml
