// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "logic/incoming.h"

// Synchronous checks that need nothing but the call and the registry; each answers its fault of the
// dossier's section 6. What they return empty is right.
namespace okno::testbed::rules {

// Form and age of a MessageID: UUID of version 1, not older and not further ahead than its life.
Checked<Uuid> CheckId(const std::string& text, Instant now, const Settings& settings);

// The child of MessagePrimaryContent; empty when there is none.
xml::Element ContentOf(xml::Element provided);

Fault TypeNotSupported(xml::Element content);
// The registered type whose request `content` is.
Checked<const MessageType*> FindRequestType(const Registry& registry, xml::Element content);

// Whether the sender may ask for this type: by its mnemonic, or by the ФРГУ code of the
// organization an aggregator speaks for (BusinessProcessMetadata/frgu).
std::optional<Fault> CheckRights(const Incoming& incoming, const MessageType& type);
// Whether the person who has signed may ask: PersonalAccessDenied, AccessDenied in versions that
// do not know it.
std::optional<Fault> CheckPerson(const Incoming& incoming, const MessageType& type);

// EOL of the request, if it has one; a past one is EndOfLifeReached.
Checked<std::optional<Instant>> CheckLife(xml::Element provided, Instant now);

// SenderProvided…Data itself.
std::optional<Fault> CheckStructuredSize(const Incoming& incoming, std::uint64_t limit);

}  // namespace okno::testbed::rules
