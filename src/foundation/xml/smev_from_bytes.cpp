// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <libxml/SAX2.h>

#include <memory>
#include <optional>

#include "guard.h"
#include "native.h"
#include "parsing.h"
#include "smev_writer.h"
#include "xml/smev_transform.h"

namespace okno::xml {
namespace {

// Drives the writer from the parser's events. libxml2 keeps names and namespaces in its dictionary
// while the context lives; values of attributes are written out at once.
struct SaxReader : ParseState {
  SmevWriter writer;
  std::vector<SmevAttribute> attributes;
  std::optional<Refusal> refusal;
  xmlParserCtxt* context = nullptr;

  void Refuse(const char* code, std::string_view name) {
    const auto line = xmlSAX2GetLineNumber(context);
    if (!refusal) {
      refusal = Refusal{RefusalKind::kInvalid, code, fmt::format("{}:{}", line, name), {}};
    }
    xmlStopParser(context);
  }
};

SaxReader& Reader(void* data) {
  auto* state = static_cast<ParseState*>(static_cast<xmlParserCtxt*>(data)->_private);
  return *static_cast<SaxReader*>(state);
}

void Start(void* data, const xmlChar* name, const xmlChar*, const xmlChar* uri, int,
           const xmlChar**, int count, int, const xmlChar** fields) {
  auto& reader = Reader(data);
  if (reader.refusal) return;
  if (View(uri).empty()) return reader.Refuse("smev_transform.no_namespace", View(name));
  reader.attributes.clear();
  for (int i = 0; i < count; ++i) {
    const auto** field = fields + 5 * i;  // name, prefix, namespace, begin and end of the value
    if (View(field[2]) == kXmlNamespace)
      return reader.Refuse("smev_transform.xml_attribute", View(name));
    const auto* begin = reinterpret_cast<const char*>(field[3]);
    const auto* end = reinterpret_cast<const char*>(field[4]);
    reader.attributes.push_back(
        {View(field[2]), View(field[0]), {begin, static_cast<std::size_t>(end - begin)}});
  }
  reader.writer.StartElement(View(uri), View(name), reader.attributes);
}

void End(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
  auto& reader = Reader(data);
  if (!reader.refusal) reader.writer.EndElement();
}

void Characters(void* data, const xmlChar* text, int size) {
  Reader(data).writer.Text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

void Instruction(void* data, const xmlChar*, const xmlChar*) { Reader(data).writer.SplitText(); }

void StopAtDoctype(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
  xmlStopParser(static_cast<xmlParserCtxt*>(data));
}

xmlSAXHandler Handler() {
  xmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = Start;
  handler.endElementNs = End;
  handler.characters = Characters;
  handler.cdataBlock = Characters;
  handler.ignorableWhitespace = Characters;
  handler.processingInstruction = Instruction;
  handler.internalSubset = StopAtDoctype;
  handler.externalSubset = StopAtDoctype;
  handler.serror = NoteError;
  return handler;
}

struct FreeContext {
  void operator()(xmlParserCtxt* context) const {
    xmlFreeDoc(context->myDoc);
    context->myDoc = nullptr;
    xmlFreeParserCtxt(context);
  }
};

}  // namespace

Result<std::string> SmevTransformBytes(std::string_view canonical) {
  if (auto refusal = Guard(canonical, Limits{})) return *refusal;
  InitializeParser();
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  SaxReader reader;
  reader.context = context.get();
  *context->sax = Handler();
  context->_private = static_cast<ParseState*>(&reader);
  xmlDoc* none =
      xmlCtxtReadMemory(context.get(), canonical.data(), static_cast<int>(canonical.size()),
                        nullptr, "UTF-8", kParserOptions);
  xmlFreeDoc(none);
  if (reader.refusal) return *reader.refusal;
  if (context->wellFormed == 0 || !reader.namespaces_fit) return Malformed(context.get());
  return reader.writer.Take();
}

}  // namespace okno::xml
