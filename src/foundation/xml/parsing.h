// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/parser.h>

#include "base/result.h"
#include "tree.h"
#include "xml/document.h"

namespace okno::xml {

// Never XML_PARSE_HUGE: it lifts the limits that stop entity and depth bombs. NOENT only means that
// &lt; and the like arrive as characters; there are no other entities without a DOCTYPE.
constexpr int kParserOptions =
    XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_COMPACT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;

void InitializeParser();  // once for the process, from any thread

// What a parse saw beyond the parser's own flags; the context's _private points to it.
struct ParseState {
  bool namespaces_fit = true;
};
// For SAX handlers: notes errors of namespaces in the ParseState. libxml2 takes a namespace name
// with letters beyond ASCII (Cyrillic ones are met) for an error; it is none.
void NoteError(void* context, xmlError* error);

// Guard, then libxml2's parser: the judge of what is XML.
Result<DocumentPtr> ReadThoroughly(std::string_view bytes, const Limits& limits);

Refusal Malformed(const xmlParserCtxt* context);  // "xml.malformed" at the place of the last error

}  // namespace okno::xml
