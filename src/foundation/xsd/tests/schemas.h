// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "xsd/form.h"

namespace okno::xsd::testing {

inline std::string Head(const std::string& more = "") {
  return "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='urn:t' "
         "targetNamespace='urn:t' "
         "elementFormDefault='qualified' " +
         more + ">\n";
}
inline std::string Schema1(const std::string& body) { return Head() + body + "\n</xs:schema>"; }

// How a schema or its form of the root "R" is refused: "code detail"; "accepted" when it is not.
inline std::string Refused(const Files& files, const Limits& limits = {}) {
  const auto schema = Schema::Load(files, limits);
  if (!schema) return schema.refusal().code + " " + schema.refusal().detail;
  const auto form = Form::Make(*schema, "urn:t", "R");
  return form ? "accepted" : form.refusal().code + " " + form.refusal().detail;
}
inline std::string Refused(const std::string& body) {
  return Refused(Files{{"a.xsd", Schema1(body)}});
}

}  // namespace okno::xsd::testing
