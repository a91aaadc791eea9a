// SPDX-License-Identifier: Apache-2.0
#include "xml/document.h"

#include <libxml/parser.h>

#include <new>

#include "guard.h"
#include "native.h"
#include "parsing.h"

namespace okno::xml {
namespace {

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
using ContextPtr = std::unique_ptr<xmlParserCtxt, FreeContext>;

// The second line behind the guard.
void StopAtDoctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  xmlStopParser(static_cast<xmlParserCtxt*>(context));
}

}  // namespace

Result<Document> Document::Parse(std::string_view bytes, const Limits& limits) {
  if (auto refusal = Guard(bytes, limits)) return *refusal;
  InitializeParser();
  const ContextPtr context(xmlNewParserCtxt());
  if (context == nullptr) throw std::bad_alloc();
  context->sax->internalSubset = StopAtDoctype;
  context->sax->externalSubset = StopAtDoctype;
  context->sax->serror = NoteError;
  ParseState state;
  context->_private = &state;
  Document document(xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()),
                                      nullptr, "UTF-8", kParserOptions));
  const bool well_formed = context->wellFormed != 0 && state.namespaces_fit;
  if (!document.doc_ || !well_formed || document.doc_->intSubset != nullptr || !document.root()) {
    return Malformed(context.get());
  }
  return document;
}

Document Document::Create(std::string_view namespace_uri, std::string_view prefix,
                          std::string_view name) {
  InitializeParser();
  Document document(xmlNewDoc(reinterpret_cast<const xmlChar*>("1.0")));
  auto* root = xmlNewDocNode(document.native(), nullptr, Chars(std::string(name)), nullptr);
  xmlDocSetRootElement(document.native(), root);
  const std::string prefix_text(prefix);
  const auto* declared_prefix = prefix.empty() ? nullptr : Chars(prefix_text);
  xmlSetNs(root, xmlNewNs(root, Chars(std::string(namespace_uri)), declared_prefix));
  return document;
}

Element Document::root() const { return Element(xmlDocGetRootElement(doc_.get())); }

std::string Document::Serialize() const {
  xmlChar* memory = nullptr;
  int size = 0;
  xmlDocDumpFormatMemoryEnc(doc_.get(), &memory, &size, "UTF-8", 0);
  const CharsPtr owned(memory);
  if (memory == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<char*>(memory), static_cast<std::size_t>(size)};
}

}  // namespace okno::xml
