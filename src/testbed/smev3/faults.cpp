// SPDX-License-Identifier: Apache-2.0
#include "smev3/faults.h"

#include "xml/document.h"

namespace okno::testbed {

Fault SignatureFault(std::string code, std::string description) {
  return {"SignatureVerificationFault",
          std::move(description),
          {{"SignatureVerificationFault", std::move(code)}}};
}

std::string FaultEnvelope(const smev3::Dialect& dialect, const Fault& fault) {
  auto document = xml::Document::Create(smev3::kSoap, "soap", "Envelope");
  auto element =
      document.root().Add(smev3::kSoap, "soap", "Body").Add(smev3::kSoap, "soap", "Fault");
  element.Add("", "", "faultcode", "soap:Server");
  element.Add("", "", "faultstring", fault.description);
  auto detail = element.Add("", "", "detail").Add(dialect.faults, "flt", fault.name);
  detail.Add(dialect.faults, "flt", "Code", "okno-testbed:SYNC:" + fault.name);
  detail.Add(dialect.faults, "flt", "Description", fault.description);
  for (const auto& [name, text] : fault.fields) detail.Add(dialect.faults, "flt", name, text);
  return document.Serialize();
}

}  // namespace okno::testbed
