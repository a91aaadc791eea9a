// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "exchange/smev3/dialect.h"

namespace okno::testbed {

namespace smev3 = exchange::smev3;

// A fault as the bus answers it: one element of the faults namespace in soap:detail.
struct Fault {
  std::string name;         // "StaleMessageId"
  std::string description;  // Russian, for a person
  // Further children by local name, e.g. the code inside SignatureVerificationFault.
  std::vector<std::pair<std::string, std::string>> fields = {};
  bool operator==(const Fault&) const = default;
};
template <typename T>
using Checked = std::variant<T, Fault>;

Fault SignatureFault(std::string code, std::string description);
Fault InvalidContent(const std::string& description);
std::string FaultEnvelope(const smev3::Dialect& dialect, const Fault& fault);
// Code, Description and the fields as elements with the prefix "flt", for SmevFault too. `stage`:
// "SYNC" or "ASYNC".
std::string FaultContent(const smev3::Dialect& dialect, const Fault& fault, std::string_view stage);

std::string EscapeXml(std::string_view text);
std::string XmlElement(const std::string& name, std::string_view content);

}  // namespace okno::testbed
