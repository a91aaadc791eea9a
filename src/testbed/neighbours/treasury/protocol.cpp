// SPDX-License-Identifier: Apache-2.0
#include "neighbours/treasury/protocol.h"

#include "neighbours/treasury/desk.h"

namespace okno::testbed::neighbours {

std::string Attribute(const xml::Element& element, const char* name) {
  return element.attribute(name).value_or("");
}

std::optional<long long> ReadAmount(const std::string& text) {
  if (text.empty() || text.size() > 15 || text.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return std::stoll(text);
}

void AddProtocol(xml::Element root, const std::string& record_id, const Finding& finding) {
  auto row = root.Add(Gmp("Common"), "com", "ImportProtocol");
  row.SetAttribute("entityID", record_id);
  row.SetAttribute("code", std::to_string(finding.code));
  row.SetAttribute("description", finding.text);
}

}  // namespace okno::testbed::neighbours
