// SPDX-License-Identifier: Apache-2.0
#include "canonical.h"

#include <libxml/c14n.h>
#include <libxml/xmlerror.h>

#include <new>
#include <stdexcept>

#include "exclusive_c14n.h"
#include "native.h"
#include "walk.h"
#include "xml/smev_transform.h"

namespace okno::xml {
namespace {

struct Subtree {
  const xmlNode* top;
  const xmlNode* skip;
};

int IsVisible(void* data, xmlNode* node, xmlNode* parent) {
  const auto& subtree = *static_cast<const Subtree*>(data);
  const bool on_element = node->type == XML_ATTRIBUTE_NODE || node->type == XML_NAMESPACE_DECL;
  for (const xmlNode* at = on_element ? parent : node; at != nullptr; at = at->parent) {
    if (at == subtree.skip) return 0;
    if (at == subtree.top) return 1;
  }
  return 0;
}

// libxml2 would tell stderr about a refusal; the caller is told by the result.
class Silence {
 public:
  Silence() : handler_(xmlStructuredError), data_(xmlStructuredErrorContext) {
    xmlSetStructuredErrorFunc(nullptr, [](void*, xmlError*) {});
  }
  ~Silence() { xmlSetStructuredErrorFunc(data_, handler_); }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  xmlStructuredErrorFunc handler_;
  void* data_;
};

// libxml2 (2.9.14) writes namespace URIs without escaping: with a quote in one, two different
// documents would have the same canonical form, and a signature over the one would hold for the
// other.
bool HasUnsafeNamespace(xmlDoc* doc) {
  bool unsafe = false;
  ForEachElement(xmlDocGetRootElement(doc), [&](const xmlNode* element) {
    for (const auto* ns = element->nsDef; ns != nullptr; ns = ns->next) {
      unsafe = unsafe || NamespaceOf(ns).find_first_of("\"&<\r\n\t") != std::string_view::npos;
    }
  });
  return unsafe;
}

struct CloseBuffer {
  void operator()(xmlOutputBuffer* buffer) const { xmlOutputBufferClose(buffer); }
};

// libxml2 does it, visiting the whole document: rare enough in real messages.
std::optional<std::string> WriteInclusive(Element element, Element skip) {
  if (HasUnsafeNamespace(element.native()->doc)) return std::nullopt;
  const std::unique_ptr<xmlOutputBuffer, CloseBuffer> buffer(xmlAllocOutputBuffer(nullptr));
  if (buffer == nullptr) throw std::bad_alloc();
  const Silence silence;
  Subtree subtree{element.native(), skip.native()};
  constexpr int kNoComments = 0;
  if (xmlC14NExecute(element.native()->doc, IsVisible, &subtree, XML_C14N_1_0, nullptr, kNoComments,
                     buffer.get()) < 0) {
    return std::nullopt;
  }
  return std::string(reinterpret_cast<const char*>(xmlOutputBufferGetContent(buffer.get())),
                     xmlOutputBufferGetSize(buffer.get()));
}

}  // namespace

std::optional<std::string> Canonicalize(Canonical kind, Element element, Element skip,
                                        std::string_view inclusive_prefixes) {
  if (kind == Canonical::kInclusive) return WriteInclusive(element, skip);
  return WriteExclusive(element, skip, inclusive_prefixes);
}

std::string ExclusiveC14n(Element element, Element skip) {
  auto canonical = Canonicalize(Canonical::kExclusive, element, skip);
  if (!canonical) throw std::runtime_error("no canonical form: a relative namespace URI");
  return *std::move(canonical);
}

}  // namespace okno::xml
