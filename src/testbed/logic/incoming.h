// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "db/pool.h"
#include "exchange/smev3/source.h"
#include "smev3/faults.h"
#include "storage/registry_store.h"
#include "xml/schema.h"

namespace okno::testbed {

// A call of a participant that has passed the checks common to all: form of the envelope,
// signature, sender.
struct Incoming {
  smev3::Source source;
  smev3::Package package;       // parts only
  xml::Element wrapper;         // "SendRequestRequest" …
  xml::Element signed_element;  // its first child, what the caller's signature covers
  xml::Element signature;       // ds:Signature
  storage::Participant sender;
};
template <typename T>
using Checked = std::variant<T, Fault>;

// The checks in the order of the bus: envelope by its schema, signature present, over the right
// element, right, certificate known and valid.
Checked<Incoming> ReadIncoming(db::Tx& tx, std::string_view content_type, std::string_view body,
                               const smev3::Dialect& dialect, const xml::SchemaSet& envelope_schema,
                               Instant now);

}  // namespace okno::testbed
