// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
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
};
Fault SignatureFault(std::string code, std::string description);
std::string FaultEnvelope(const smev3::Dialect& dialect, const Fault& fault);

}  // namespace okno::testbed
