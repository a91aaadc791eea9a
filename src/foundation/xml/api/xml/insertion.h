// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.h"
#include "xml/document.h"

namespace okno::xml {

// Reads a document and puts its root into `parent` as the last child, namespaces kept: the same as
// Parse and AddCopyOf, without the copy. Refusals of Document::Parse.
Result<Element> AddDocument(Element parent, std::string_view bytes);

}  // namespace okno::xml
