// SPDX-License-Identifier: Apache-2.0
#include "smev3/elements.h"

namespace okno::exchange::smev3 {

namespace {

constexpr std::string_view kFaults =
    "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/faults/";

// Faults declared empty come with Code and Description all the same; read what is there.
Fault ReadFault(xml::Element element) {
  auto detail = element.child("detail");
  auto entries = detail ? detail.children() : std::vector<xml::Element>();
  Fault fault;
  if (entries.size() == 1 && entries[0].namespace_uri().starts_with(kFaults))
    fault = ReadFaultElement(entries[0], entries[0].name());
  if (fault.text.empty()) fault.text = element.child_text("faultstring");
  return fault;
}

}  // namespace

Result<Answer> ReadAnswer(std::string_view content_type, std::string_view body) {
  auto package = ReadPackage(content_type, body);
  if (!package) return package.refusal();
  auto source = ReadEnvelope(*package);
  if (!source) return source.refusal();
  auto soap_body =
      source->root().Is(kSoap, "Envelope") ? source->root().child(kSoap, "Body") : xml::Element();
  auto content = soap_body ? soap_body.children() : std::vector<xml::Element>();
  if (content.size() != 1) return Refusal{RefusalKind::kMalformed, "soap.malformed", {}, {}};
  Answer answer{std::move(*source), std::move(package->parts), content[0], std::nullopt};
  if (content[0].Is(kSoap, "Fault")) {
    answer.fault = ReadFault(content[0]);
    answer.wrapper = {};
  }
  return answer;
}

}  // namespace okno::exchange::smev3
