// SPDX-License-Identifier: Apache-2.0
#include "native.h"

#include "text/strings.h"

namespace okno::xml {
namespace {

bool IsForbidden(unsigned char c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

// U+FFFE and U+FFFF, the two forbidden ones outside the control characters.
bool IsNoCharacter(std::string_view at) {
  return at.starts_with("\xEF\xBF\xBE") || at.starts_with("\xEF\xBF\xBF");
}

bool Declares(const xmlNode* element, const xmlChar* prefix) {
  for (const auto* ns = element->nsDef; ns != nullptr; ns = ns->next) {
    if (xmlStrEqual(ns->prefix, prefix) != 0) return true;
  }
  return false;
}

}  // namespace

std::string_view AttributeText::Of(const xmlAttr* attribute) {
  const auto* only = attribute->children;
  if (only == nullptr) return {};
  if (only->next == nullptr && only->type == XML_TEXT_NODE) return View(only->content);
  joined_.emplace_back(xmlNodeListGetString(attribute->doc, attribute->children, 1));
  return View(joined_.back().get());
}

std::string Storable(std::string_view text) {
  constexpr std::string_view kReplacement = "\uFFFD";
  const bool utf8 = text::IsValidUtf8(text);
  std::string storable;
  storable.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (IsForbidden(c) || (c >= 0x80 && !utf8)) {
      storable += kReplacement;
    } else if (IsNoCharacter(text.substr(i))) {
      storable += kReplacement;
      i += 2;
    } else {
      storable.push_back(text[i]);
    }
  }
  return storable;
}

void KeepNamespaces(xmlNode* copy, xmlNode* original) {
  auto* list = xmlGetNsList(original->doc, original);
  if (list == nullptr) return;
  for (auto** ns = list; *ns != nullptr; ++ns) {
    if (!Declares(copy, (*ns)->prefix)) xmlNewNs(copy, (*ns)->href, (*ns)->prefix);
  }
  xmlFree(list);
}

void ShieldFromDefault(xmlNode* placed) {
  if (placed->ns != nullptr || Declares(placed, nullptr)) return;
  const auto* inherited = xmlSearchNs(placed->doc, placed, nullptr);
  if (inherited != nullptr && !NamespaceOf(inherited).empty()) {
    xmlNewNs(placed, reinterpret_cast<const xmlChar*>(""), nullptr);
  }
}

}  // namespace okno::xml
