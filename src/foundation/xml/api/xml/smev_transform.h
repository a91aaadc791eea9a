// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "xml/document.h"

namespace okno::xml {

// `urn://smev-gov-ru/xmldsig/transform` (Методические рекомендации, appendix 4, with step 9 of МР 3.5). Two front
// ends with equal output: from a DOM element as exc-c14n would have given it (comments gone, CDATA as text), and from
// the octets of a canonical form. Refused: "smev_transform.no_namespace" (an element outside any namespace),
// "smev_transform.xml_attribute" (xml:lang and the like), with "line:name" of the element as detail.
// `skip` is a subtree to leave out (an enveloped signature), may be empty.
Result<std::string> SmevTransform(Element element, Element skip = {});
// The same given out in pieces, for what only goes into a digest. The receiver may have had some of
// it when it is refused.
using OctetReceiver = std::function<void(std::string_view)>;
Outcome SmevTransform(Element element, Element skip, OctetReceiver receiver);
Result<std::string> SmevTransformBytes(std::string_view canonical);
// Exclusive canonical form without comments. Throws when a namespace URI declared inside is relative: such a document
// has no canonical form.
std::string ExclusiveC14n(Element element, Element skip = {});

}  // namespace okno::xml
