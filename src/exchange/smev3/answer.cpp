// SPDX-License-Identifier: Apache-2.0
#include "smev3/reader.h"

namespace okno::exchange::smev3 {

namespace {

constexpr std::string_view kFaults =
    "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/faults/";

Refusal Malformed(std::string code) { return {RefusalKind::kMalformed, std::move(code), {}, {}}; }

// Faults declared empty come with Code and Description all the same; read what is there.
Fault ReadFault(xml::Element element) {
  Fault fault{"", element.child_text("faultstring")};
  auto detail = element.child("detail");
  auto entries = detail ? detail.children() : std::vector<xml::Element>();
  if (entries.size() == 1 && entries[0].namespace_uri().starts_with(kFaults)) {
    fault.name = entries[0].name();
    auto description = entries[0].child_text("Description");
    if (!description.empty()) fault.text = description;
  }
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
  if (content.size() != 1) return Malformed("soap.malformed");
  Answer answer{std::move(*source), std::move(package->parts), content[0], std::nullopt};
  if (content[0].Is(kSoap, "Fault")) {
    answer.fault = ReadFault(content[0]);
    answer.wrapper = {};
  }
  return answer;
}

}  // namespace okno::exchange::smev3
