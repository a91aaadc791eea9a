// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace okno::exchange::smev3 {

inline constexpr std::string_view kSoap = "http://schemas.xmlsoap.org/soap/envelope/";
inline constexpr std::string_view kXop = "http://www.w3.org/2004/08/xop/include";
inline constexpr std::string_view kDsig = "http://www.w3.org/2000/09/xmldsig#";
// The WSDL's namespace is this + "/" + version, BusinessProcessMetadata's below.
inline constexpr std::string_view kService =
    "urn://x-artefacts-smev-gov-ru/services/message-exchange";
inline constexpr std::string_view kBusinessProcessMetadata =
    "urn://x-artefacts-smev-gov-ru/services/message-exchange/business-process-metadata/1.0";

// What one version of the envelope looks like. A new version is a new row in dialect.cpp; the
// reader, the builder and the test bed ask the row and never compare version numbers.
struct Dialect {
  std::string_view version;  // "1.2"; also the name of its folder below content/smev
  std::string_view types;    // namespaces
  std::string_view basic;
  std::string_view faults;
  std::string_view routing;    // "" = the version knows no Routing block
  std::string_view directive;  // registries of records as content; "" = none
  enum class Metadata {
    kLong,   // with HumanReadableName, DestinationName, SupplementaryData (1.1)
    kShort,  // mnemonics only (1.2)
    kNamed,  // short, with HumanReadableName (1.3)
  } metadata;
  enum class Presence { kRequired, kOptional };
  Presence accepted;                               // AckTargetMessage/@accepted
  Presence reply_to;                               // Request/ReplyTo
  Presence sender;                                 // MessageMetadata/Sender
  enum class Wildcards { kSkip, kLax } wildcards;  // processContents of foreign elements
  enum class Headers { kBase, kNamed } headers;    // kNamed: FileName, NamespaceUri, Archive
  std::size_t fault_code_length;                   // characters of SmevFault/Code
  std::span<const std::string_view> operations;    // "SendRequest" …, in the order of the WSDL
  std::span<const std::string_view> statuses;      // values of InteractionStatusType

  bool HasOperation(std::string_view operation) const;
  bool HasStatus(std::string_view status) const;
  bool has_routing() const { return !routing.empty(); }
  bool has_cancel() const { return metadata == Metadata::kLong; }  // MessageType CANCEL
};

// The dialects this release speaks, oldest first.
std::span<const Dialect> Dialects();
const Dialect* FindDialect(std::string_view version);  // nullptr: not spoken

// "InvalidContent" -> "smev.invalid_content": the code under which a fault is kept and shown.
std::string FaultCode(std::string_view fault_name);

}  // namespace okno::exchange::smev3
