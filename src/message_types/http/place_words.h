// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "text/messages.h"

namespace okno::message_types {

// The place a schema is refused at, said in words: "a.xsd:12: Name" -> «файл a.xsd, строка 12:
// Name»; words of libxml2 that follow (`explained`) come last and say whose they are. What begins
// with no place stays as it is.
std::string PlaceInWords(std::string_view detail, text::Language language);

}  // namespace okno::message_types
