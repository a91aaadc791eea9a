// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "xml/document.h"

namespace okno::xml {

// Exclusive canonical form 1.0 without comments of a subtree as it stands in its document.
// `inclusive_prefixes` is the PrefixList of InclusiveNamespaces: prefixes apart by white space,
// "#default" for the default namespace. Empty when an element inside declares a relative namespace
// URI, as the recommendation wants. libxml2's own is not used: it visits the whole document for
// any subtree and writes namespace URIs without escaping, so that two documents may look alike.
std::optional<std::string> WriteExclusive(Element top, Element skip,
                                          std::string_view inclusive_prefixes);

// Escaped as every canonical form wants it.
void AppendCanonicalText(std::string& out, std::string_view text);
void AppendCanonicalAttribute(std::string& out, std::string_view value);
bool IsRelativeUri(std::string_view uri);  // not empty and without a scheme

}  // namespace okno::xml
