// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "xml/document.h"

// Where the signatures of СМЭВ 3 stand and what each must cover (Методические рекомендации, the
// envelope's schemas of all versions).
namespace okno::exchange::smev3 {

// Whether the element is one of the envelope's holders of a ds:Signature.
bool IsSignatureHolder(xml::Element element);

// What a signature in `holder` must cover. Empty when the message has no such element or two, or
// when the holder stands where СМЭВ does not look for it: outside the only element of the only
// soap:Body, or below foreign content.
xml::Element TargetOf(xml::Element holder);

// Where the holder of a signature over `target` is, or is to be made: in `parent`, right after
// `after` (empty: as the last child).
struct HolderPlace {
  std::string_view name;
  xml::Element holder;  // empty when it is to be made
  xml::Element parent;
  xml::Element after;
};
// Empty when СМЭВ wants no signature over such an element.
std::optional<HolderPlace> PlaceOver(xml::Element target);

// What of an envelope's message the caller or the bus has to sign: signatures elsewhere, over
// whatever, say nothing of it. A message that is not the only thing in the only soap:Body is named
// itself. Nothing for other documents.
std::vector<xml::Element> MustBeSigned(xml::Element envelope);

}  // namespace okno::exchange::smev3
