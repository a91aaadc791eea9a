// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "logic/incoming.h"

namespace okno::testbed::rules {

// What became of the Routing block of 1.3, to be told to the sender as RoutingStatus.
struct RoutedValue {
  std::string value;
  std::string code;  // "success", "recipientNotFound" …
};
struct RoutedRecord {
  std::string record_id;
  std::string code;  // of the record itself
  std::vector<RoutedValue> dynamic, identifiers;
};
struct Routed {
  std::vector<RoutedValue> dynamic, identifiers;
  std::vector<RoutedRecord> records;
  bool empty() const { return dynamic.empty() && identifiers.empty() && records.empty(); }
};
struct Recipients {
  std::vector<std::string> mnemonics;  // each once
  Routed routed;                       // empty unless the sender has routed it
  bool all_found = true;               // of what the sender has routed
};

// Who gets a request: all subscribers of a broadcast; whom the sender's Routing block names (1.3);
// else by the code in the content, or by the type alone. RecipientIsNotFound when nobody; with a
// Routing block that is told asynchronously and `mnemonics` stays empty.
Checked<Recipients> FindRecipients(const Incoming& incoming, const MessageType& type,
                                   xml::Element content);

}  // namespace okno::testbed::rules
