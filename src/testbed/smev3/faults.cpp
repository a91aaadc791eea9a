// SPDX-License-Identifier: Apache-2.0
#include "smev3/faults.h"

namespace okno::testbed {

Fault SignatureFault(std::string code, std::string description) {
  return {"SignatureVerificationFault",
          "SMEV-100: " + std::move(description),
          {{"SignatureVerificationFault", std::move(code)}}};
}

Fault InvalidContent(const std::string& description) {
  return {"InvalidContent", description, {{"ValidationError", description}}};
}

std::string EscapeXml(std::string_view text) {
  std::string escaped;
  for (char letter : text) {
    if (letter == '&')
      escaped += "&amp;";
    else if (letter == '<')
      escaped += "&lt;";
    else if (letter == '>')
      escaped += "&gt;";
    else if (letter == '"')
      escaped += "&quot;";
    else
      escaped += letter;
  }
  return escaped;
}

std::string XmlElement(const std::string& name, std::string_view content) {
  std::string element;
  element.reserve(2 * name.size() + content.size() + 5);
  return element.append("<").append(name).append(">").append(content).append("</").append(name) +
         ">";
}

std::string FaultContent(const smev3::Dialect& dialect, const Fault& fault,
                         std::string_view stage) {
  auto code = ("okno-testbed:" + std::string(stage) + ":" + fault.name)
                  .substr(0, dialect.fault_code_length);
  auto content =
      XmlElement("flt:Code", code) + XmlElement("flt:Description", EscapeXml(fault.description));
  for (const auto& [name, text] : fault.fields) {
    auto element = XmlElement("flt:" + name, EscapeXml(text));
    // The live bus never knows the place.
    if (name == "ValidationError") element.insert(name.size() + 5, " errorPosition=\"-1\"");
    content += element;
  }
  return content;
}

std::string FaultEnvelope(const smev3::Dialect& dialect, const Fault& fault) {
  auto detail = "<flt:" + fault.name + " xmlns:flt=\"" + std::string(dialect.faults) + "\">" +
                FaultContent(dialect, fault, "SYNC") + "</flt:" + fault.name + ">";
  return "<soap:Envelope xmlns:soap=\"" + std::string(smev3::kSoap) +
         "\"><soap:Body><soap:Fault><faultcode>soap:Server</faultcode>" +
         XmlElement("faultstring", EscapeXml(fault.description)) + XmlElement("detail", detail) +
         "</soap:Fault></soap:Body></soap:Envelope>";
}

}  // namespace okno::testbed
