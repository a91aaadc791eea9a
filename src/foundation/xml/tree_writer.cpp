// SPDX-License-Identifier: Apache-2.0
#include "tree_writer.h"

#include <algorithm>
#include <vector>

#include "exclusive_c14n.h"
#include "native.h"

namespace okno::xml {
namespace {

class TreeWriter {
 public:
  // Without recursion: built documents have no limit of depth.
  void Write(const xmlNode* top) {
    for (const auto* node = top; node != nullptr;) {
      Enter(node);
      if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
        node = node->children;
        continue;
      }
      while (node != top && node->next == nullptr) {
        node = node->parent;
        End(node);
      }
      node = node == top ? nullptr : node->next;
    }
  }
  // Declared at the next element that is written, beside its own.
  void Declare(std::vector<const xmlNs*> outer) { outer_ = std::move(outer); }
  void Append(std::string_view text) { out_ += text; }
  std::string Take() { return std::move(out_); }

 private:
  void Enter(const xmlNode* node) {
    switch (node->type) {
      case XML_ELEMENT_NODE:
        return Start(node);
      case XML_TEXT_NODE:
        return AppendCanonicalText(out_, View(node->content));
      case XML_CDATA_SECTION_NODE:
        out_.append("<![CDATA[").append(View(node->content)).append("]]>");
        break;
      case XML_COMMENT_NODE:
        out_.append("<!--").append(View(node->content)).append("-->");
        break;
      case XML_PI_NODE:
        out_.append("<?").append(View(node->name));
        if (!View(node->content).empty()) out_.append(" ").append(View(node->content));
        out_ += "?>";
        break;
      default:
        break;
    }
  }

  void Start(const xmlNode* element) {
    out_.push_back('<');
    AppendName(element->ns, element->name);
    for (const auto* ns = element->nsDef; ns != nullptr; ns = ns->next) AppendDeclaration(ns);
    for (const auto* ns : outer_) AppendDeclaration(ns);
    outer_.clear();
    for (const auto* at = element->properties; at != nullptr; at = at->next) AppendAttribute(at);
    out_ += element->children == nullptr ? "/>" : ">";
  }

  void End(const xmlNode* element) {
    out_ += "</";
    AppendName(element->ns, element->name);
    out_.push_back('>');
  }

  void AppendName(const xmlNs* ns, const xmlChar* name) {
    if (ns != nullptr && ns->prefix != nullptr) out_.append(View(ns->prefix)).push_back(':');
    out_ += View(name);
  }

  void AppendDeclaration(const xmlNs* ns) {
    out_.append(ns->prefix == nullptr ? " xmlns" : " xmlns:").append(View(ns->prefix));
    AppendValue(NamespaceOf(ns));
  }

  void AppendAttribute(const xmlAttr* attribute) {
    out_.push_back(' ');
    AppendName(attribute->ns, attribute->name);
    AppendValue(values_.Of(attribute));
  }

  void AppendValue(std::string_view value) {
    out_ += "=\"";
    AppendCanonicalAttribute(out_, value);
    out_.push_back('"');
  }

  std::string out_;
  std::vector<const xmlNs*> outer_;
  AttributeText values_;
};

bool Declares(const xmlNode* element, const xmlNs* wanted) {
  for (const auto* ns = element->nsDef; ns != nullptr; ns = ns->next) {
    if (View(ns->prefix) == View(wanted->prefix)) return true;
  }
  return false;
}

// The nearest declaration of each prefix that the element does not declare itself.
std::vector<const xmlNs*> OuterNamespaces(const xmlNode* element) {
  std::vector<const xmlNs*> found;
  for (const auto* at = element->parent; at != nullptr && at->type == XML_ELEMENT_NODE;
       at = at->parent) {
    for (const auto* ns = at->nsDef; ns != nullptr; ns = ns->next) {
      const bool nearer = std::ranges::any_of(
          found, [&](const xmlNs* other) { return View(other->prefix) == View(ns->prefix); });
      if (!nearer && !Declares(element, ns)) found.push_back(ns);
    }
  }
  return found;
}

}  // namespace

std::string WriteDocument(const xmlDoc* doc) {
  TreeWriter writer;
  writer.Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  for (const auto* node = doc->children; node != nullptr; node = node->next) {
    writer.Write(node);
    writer.Append("\n");
  }
  return writer.Take();
}

std::string WriteElement(const xmlNode* element) {
  TreeWriter writer;
  writer.Declare(OuterNamespaces(element));
  writer.Write(element);
  return writer.Take();
}

}  // namespace okno::xml
