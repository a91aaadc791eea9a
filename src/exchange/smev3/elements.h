// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "exchange/smev3/reader.h"

namespace okno::exchange::smev3 {

Refusal Malformed(std::string detail);  // "smev.malformed"
std::optional<Uuid> ReadId(xml::Element parent, std::string_view name);
std::optional<Instant> ReadInstant(xml::Element parent, std::string_view name);
MessageMetadata ReadMetadata(xml::Element element);
Fault ReadFaultElement(xml::Element element, std::string name);
// Local name in xsi:type="ns:InvalidContent"; "" when there is none.
std::string SchemaType(xml::Element element);

// The business content with its attachments.
Result<ReceivedContent> ReadContent(const Answer& answer, xml::Element message,
                                    xml::Element signed_by_bus, xml::Element provided);
RequestNotes ReadNotes(xml::Element provided);

}  // namespace okno::exchange::smev3
