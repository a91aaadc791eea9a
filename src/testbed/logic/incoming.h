// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "exchange/smev3/source.h"
#include "logic/registry.h"
#include "smev3/faults.h"
#include "testbed/settings.h"
#include "xml/schema.h"

namespace okno::testbed {

// A call of a participant that has passed the checks common to all: form of the envelope,
// signature, sender.
struct Incoming {
  const smev3::Dialect& dialect;
  std::shared_ptr<const Registry> registry;  // shared: `sender` points into it
  smev3::Source source;
  smev3::Package package;       // parts only
  std::string operation;        // "SendRequest" …
  xml::Element wrapper;         // "SendRequestRequest" …
  xml::Element signed_element;  // what the caller's signature covers
  xml::Element signature;       // ds:Signature
  crypto::Certificate certificate;
  const Participant* sender;
};
struct Reading {
  const smev3::Dialect& dialect;
  const xml::SchemaSet& envelope_schema;
  const Settings& settings;
  std::shared_ptr<const Registry> registry;
  Instant now;
};
// The checks in the order of the bus: envelope by its schema; signature present, over the right
// element, right; certificate known and valid.
Checked<Incoming> ReadIncoming(std::string_view content_type, std::string_view body,
                               const Reading& reading);

// What a judgement of Registry::Judge other than "certificate.valid" is answered with.
Fault CertificateFault(const std::string& judgement, const crypto::Certificate& certificate);

}  // namespace okno::testbed
