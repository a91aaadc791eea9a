// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace okno::exchange::smev3 {

inline constexpr std::string_view kSoap = "http://schemas.xmlsoap.org/soap/envelope/";
inline constexpr std::string_view kXop = "http://www.w3.org/2004/08/xop/include";
inline constexpr std::string_view kDsig = "http://www.w3.org/2000/09/xmldsig#";

// What one version of the envelope looks like. A new version is a new row in dialect.cpp; the
// reader and the builder ask the row and never compare version numbers.
struct Dialect {
  std::string_view version;  // "1.2"
  std::string_view types;    // namespaces
  std::string_view basic;
  std::string_view faults;
  enum class Metadata {
    kShort,  // mnemonics only
  } metadata;
};

// The dialects this release speaks.
std::span<const Dialect> Dialects();
const Dialect* FindDialect(std::string_view version);  // nullptr: not spoken

// "InvalidContent" -> "smev.invalid_content": the code under which a fault is kept and shown.
std::string FaultCode(std::string_view fault_name);

}  // namespace okno::exchange::smev3
