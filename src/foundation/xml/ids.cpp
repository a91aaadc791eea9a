// SPDX-License-Identifier: Apache-2.0
#include "ids.h"

#include "native.h"
#include "walk.h"

namespace okno::xml {
namespace {

constexpr std::string_view kWsu =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

bool IsIdName(const xmlAttr* attribute) {
  const auto name = View(attribute->name);
  if (name != "Id" && name != "ID" && name != "id") return false;
  const auto uri = NamespaceOf(attribute->ns);
  return uri.empty() || uri == kWsu || uri == kXmlNamespace;
}

}  // namespace

bool CarriesId(const xmlNode* element, std::string_view id) {
  for (const auto* attribute = element->properties; attribute != nullptr;
       attribute = attribute->next) {
    if (!IsIdName(attribute)) continue;
    const CharsPtr value(xmlNodeListGetString(attribute->doc, attribute->children, 1));
    if (View(value.get()) == id) return true;
  }
  return false;
}

IdMatches FindById(Element place, std::string_view id) {
  IdMatches matches;
  ForEachElement(xmlDocGetRootElement(place.native()->doc), [&](xmlNode* element) {
    if (CarriesId(element, id) && matches.count++ == 0) matches.first = Element(element);
  });
  return matches;
}

}  // namespace okno::xml
