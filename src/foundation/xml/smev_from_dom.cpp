// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>

#include "native.h"
#include "smev_writer.h"
#include "xml/smev_transform.h"

namespace okno::xml {
namespace {

Refusal RefuseAt(const char* code, const xmlNode* element) {
  auto place = fmt::format("{}:{}", xmlGetLineNo(element), View(element->name));
  return {RefusalKind::kInvalid, code, std::move(place), {}};
}

class DomReader {
 public:
  DomReader(const xmlNode* skip, SmevWriter writer) : skip_(skip), writer_(std::move(writer)) {}

  // Without recursion: built documents have no limit of depth.
  std::optional<Refusal> Read(xmlNode* top) {
    for (auto* node = top; node != nullptr;) {
      if (auto refusal = Enter(node)) return refusal;
      if (node->type == XML_ELEMENT_NODE && node != skip_ && node->children != nullptr) {
        node = node->children;
        continue;
      }
      while (node != nullptr) {
        if (node->type == XML_ELEMENT_NODE && node != skip_) writer_.EndElement();
        if (node == top) return std::nullopt;
        if (node->next != nullptr) break;
        node = node->parent;
      }
      node = node == nullptr ? nullptr : node->next;
    }
    return std::nullopt;
  }
  SmevWriter& writer() { return writer_; }

 private:
  std::optional<Refusal> Enter(xmlNode* node) {
    if (node == skip_) return std::nullopt;  // like a comment: the texts around it are one
    switch (node->type) {
      case XML_ELEMENT_NODE:
        return Start(node);
      case XML_TEXT_NODE:
      case XML_CDATA_SECTION_NODE:
        writer_.LastingText(View(node->content));
        break;
      case XML_PI_NODE:
        writer_.SplitText();
        break;
      default:
        break;
    }
    return std::nullopt;
  }

  std::optional<Refusal> Start(xmlNode* element) {
    if (NamespaceOf(element->ns).empty()) return RefuseAt("smev_transform.no_namespace", element);
    attributes_.clear();
    for (auto* attribute = element->properties; attribute != nullptr; attribute = attribute->next) {
      const auto uri = NamespaceOf(attribute->ns);
      if (uri == kXmlNamespace) return RefuseAt("smev_transform.xml_attribute", element);
      attributes_.push_back({uri, View(attribute->name), text_.Of(attribute)});
    }
    writer_.StartElement(NamespaceOf(element->ns), View(element->name), attributes_);
    return std::nullopt;
  }

  const xmlNode* skip_;
  SmevWriter writer_;
  std::vector<SmevAttribute> attributes_;
  AttributeText text_;
};

}  // namespace

Result<std::string> SmevTransform(Element element, Element skip) {
  DomReader reader(skip.native(), SmevWriter());
  if (auto refusal = reader.Read(element.native())) return *refusal;
  return reader.writer().Take();
}

Outcome SmevTransform(Element element, Element skip, OctetReceiver receiver) {
  DomReader reader(skip.native(), SmevWriter(std::move(receiver)));
  if (auto refusal = reader.Read(element.native())) return *refusal;
  reader.writer().Finish();
  return Done();
}

}  // namespace okno::xml
