// SPDX-License-Identifier: Apache-2.0
#include "exclusive_c14n.h"

#include <algorithm>
#include <vector>

#include "blocks.h"
#include "native.h"

namespace okno::xml {
namespace {

using Mapping = std::pair<std::string_view, std::string_view>;  // prefix and namespace

std::string_view PrefixOf(const xmlNs* ns) {
  return ns == nullptr ? std::string_view() : View(ns->prefix);
}

template <typename Special>
void AppendEscaped(std::string& out, std::string_view text, Special special) {
  for (std::size_t from = 0;;) {
    const auto at = FindFirst(text, from, special);
    out += text.substr(from, at - from);
    if (at == text.size()) return;
    switch (text[at]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
        out += "&#x9;";
        break;
      case '\n':
        out += "&#xA;";
        break;
      default:
        out += "&#xD;";
    }
    from = at + 1;
  }
}

std::vector<std::string_view> ReadPrefixList(std::string_view list) {
  constexpr std::string_view kBlank = " \t\r\n";
  std::vector<std::string_view> prefixes;
  while (
      (list.remove_prefix(std::min(list.find_first_not_of(kBlank), list.size())), !list.empty())) {
    const auto prefix = list.substr(0, list.find_first_of(kBlank));
    prefixes.push_back(prefix == "#default" ? std::string_view() : prefix);
    list.remove_prefix(prefix.size());
  }
  return prefixes;
}

class Writer {
 public:
  Writer(const xmlNode* skip, std::string_view inclusive)
      : skip_(skip), inclusive_(ReadPrefixList(inclusive)) {}

  // Without recursion: built documents have no limit of depth.
  bool Write(xmlNode* top) {
    for (auto* node = top; node != nullptr;) {
      if (node != skip_ && !Enter(node)) return false;
      if (node->type == XML_ELEMENT_NODE && node != skip_ && node->children != nullptr) {
        node = node->children;
        continue;
      }
      for (; node != nullptr; node = node->parent) {
        if (node->type == XML_ELEMENT_NODE && node != skip_) End(node);
        if (node == top) return true;
        if (node->next != nullptr) break;
      }
      node = node == nullptr ? nullptr : node->next;
    }
    return true;
  }
  std::string Take() { return std::move(out_); }

 private:
  bool Enter(xmlNode* node) {
    switch (node->type) {
      case XML_ELEMENT_NODE:
        return Start(node);
      case XML_TEXT_NODE:
      case XML_CDATA_SECTION_NODE:
        AppendCanonicalText(out_, View(node->content));
        break;
      case XML_PI_NODE:
        out_.append("<?").append(View(node->name));
        if (!View(node->content).empty()) out_.append(" ").append(View(node->content));
        out_ += "?>";
        break;
      default:
        break;
    }
    return true;
  }

  bool Start(xmlNode* element) {
    for (const auto* ns = element->nsDef; ns != nullptr; ns = ns->next) {
      if (IsRelativeUri(NamespaceOf(ns))) return false;
    }
    CollectAttributes(element);
    open_.push_back(rendered_.size());
    const auto first_new = rendered_.size();
    Use(PrefixOf(element->ns), NamespaceOf(element->ns));
    for (const auto* attribute : attributes_) {
      if (attribute->ns != nullptr) Use(PrefixOf(attribute->ns), NamespaceOf(attribute->ns));
    }
    for (const auto prefix : inclusive_) UseInScope(element, prefix);
    std::sort(rendered_.begin() + static_cast<std::ptrdiff_t>(first_new), rendered_.end());
    out_.push_back('<');
    AppendName(PrefixOf(element->ns), View(element->name));
    for (auto at = first_new; at < rendered_.size(); ++at) AppendDeclaration(rendered_[at]);
    for (const auto* attribute : attributes_) AppendAttributeNode(attribute);
    out_.push_back('>');
    return true;
  }

  void End(const xmlNode* element) {
    out_ += "</";
    AppendName(PrefixOf(element->ns), View(element->name));
    out_.push_back('>');
    rendered_.resize(open_.back());
    open_.pop_back();
  }

  // Unqualified ones first, then by namespace and name.
  void CollectAttributes(const xmlNode* element) {
    attributes_.clear();
    for (const auto* at = element->properties; at != nullptr; at = at->next) {
      attributes_.push_back(at);
    }
    std::ranges::sort(attributes_, [](const xmlAttr* a, const xmlAttr* b) {
      const auto uri_a = NamespaceOf(a->ns);
      const auto uri_b = NamespaceOf(b->ns);
      return uri_a != uri_b ? uri_a < uri_b : View(a->name) < View(b->name);
    });
  }

  // The prefix is used here: declared unless the nearest declaration written so far says the same.
  void Use(std::string_view prefix, std::string_view uri) {
    if (prefix == "xml") return;
    const auto nearest =
        std::ranges::find(rendered_.rbegin(), rendered_.rend(), prefix, &Mapping::first);
    const auto known = nearest == rendered_.rend() ? std::string_view() : nearest->second;
    const bool nothing_to_undo = prefix.empty() && uri.empty() && known.empty();
    if (nothing_to_undo || (nearest != rendered_.rend() && known == uri)) return;
    rendered_.emplace_back(prefix, uri);
  }

  void UseInScope(xmlNode* element, std::string_view prefix) {
    for (const auto* at = element; at != nullptr && at->type == XML_ELEMENT_NODE; at = at->parent) {
      for (const auto* ns = at->nsDef; ns != nullptr; ns = ns->next) {
        if (View(ns->prefix) == prefix) return Use(prefix, NamespaceOf(ns));
      }
    }
  }

  void AppendName(std::string_view prefix, std::string_view name) {
    if (!prefix.empty()) out_.append(prefix).push_back(':');
    out_ += name;
  }

  void AppendDeclaration(const Mapping& mapping) {
    out_ += mapping.first.empty() ? " xmlns" : " xmlns:";
    out_.append(mapping.first).append("=\"");
    AppendCanonicalAttribute(out_, mapping.second);
    out_.push_back('"');
  }

  void AppendAttributeNode(const xmlAttr* attribute) {
    out_.push_back(' ');
    AppendName(PrefixOf(attribute->ns), View(attribute->name));
    out_ += "=\"";
    AppendCanonicalAttribute(out_, attributes_text_.Of(attribute));
    out_.push_back('"');
  }

  const xmlNode* skip_;
  std::vector<std::string_view> inclusive_;
  std::string out_;
  std::vector<Mapping> rendered_;  // declarations written on open elements, outermost first
  std::vector<std::size_t> open_;  // how many of them each open element found
  std::vector<const xmlAttr*> attributes_;
  AttributeText attributes_text_;
};

}  // namespace

void AppendCanonicalText(std::string& out, std::string_view text) {
  AppendEscaped(out, text, [](Block block) -> Truth {
    return (block == '&') | (block == '<') | (block == '>') | (block == '\r');
  });
}

void AppendCanonicalAttribute(std::string& out, std::string_view value) {
  AppendEscaped(out, value, [](Block block) -> Truth {
    return (block == '&') | (block == '<') | (block == '"') | (block == '\t') | (block == '\n') |
           (block == '\r');
  });
}

bool IsRelativeUri(std::string_view uri) {
  if (uri.empty()) return false;
  const auto colon = uri.find(':');
  if (colon == 0 || colon == std::string_view::npos) return true;
  return !std::ranges::all_of(uri.substr(0, colon), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '-' || c == '.';
  });
}

std::optional<std::string> WriteExclusive(Element top, Element skip,
                                          std::string_view inclusive_prefixes) {
  Writer writer(skip.native(), inclusive_prefixes);
  if (!writer.Write(top.native())) return std::nullopt;
  return writer.Take();
}

}  // namespace okno::xml
