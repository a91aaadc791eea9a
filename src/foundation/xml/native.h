// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/tree.h>
#include <libxml/xmlmemory.h>

#include <deque>
#include <memory>
#include <string>
#include <string_view>

// The few conversions between libxml2's strings and ours.
namespace okno::xml {

struct FreeChars {
  void operator()(xmlChar* text) const { xmlFree(text); }
};
using CharsPtr = std::unique_ptr<xmlChar, FreeChars>;

inline const xmlChar* Chars(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}
inline std::string_view View(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}
inline std::string_view NamespaceOf(const xmlNs* ns) {
  return ns == nullptr ? std::string_view() : View(ns->href);
}
inline std::string_view View(const xmlBuffer* buffer) {
  return {reinterpret_cast<const char*>(xmlBufferContent(buffer)),
          static_cast<std::size_t>(xmlBufferLength(buffer))};
}

// Values of attributes as views. Mostly one text node; kept here when it had to be put together.
class AttributeText {
 public:
  std::string_view Of(const xmlAttr* attribute);

 private:
  std::deque<CharsPtr> joined_;
};

// For building. What XML 1.0 can not hold (most control characters, broken UTF-8) becomes U+FFFD.
std::string Storable(std::string_view text);
// Declares on `copy`, taken out of the place of `original`, all namespaces that were in scope
// there: prefixes inside values (xsi:type="p:T") must keep their meaning.
void KeepNamespaces(xmlNode* copy, xmlNode* original);
// Keeps an element without namespace out of a default namespace that is in scope at its new place.
void ShieldFromDefault(xmlNode* placed);

constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

}  // namespace okno::xml
