// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsing.h"

namespace okno::xml {

// Reads what messages are made of, elements, attributes and text, straight into libxml2's tree, in
// a fraction of the time of its parser. Empty for all else, be it rare (comments, CDATA,
// instructions, carriage returns, names beyond ASCII, xml:lang) or wrong: libxml2 then reads the
// bytes and has the last word. What is read here must be, node by node, what libxml2 would have
// made of it; plain_reader_test compares them.
DocumentPtr ReadPlain(std::string_view bytes, const Limits& limits);

// The same of one element without anything around it, for putting into `doc`, to which it belongs.
xmlNode* ReadPlainElement(std::string_view bytes, xmlDoc* doc);

}  // namespace okno::xml
