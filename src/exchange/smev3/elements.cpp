// SPDX-License-Identifier: Apache-2.0
#include "smev3/elements.h"

#include <libxml/tree.h>

namespace okno::exchange::smev3 {

namespace {

Party ReadParty(xml::Element element) {
  return element ? Party{element.child_text("Mnemonic"), element.child_text("HumanReadableName")}
                 : Party{};
}

}  // namespace

std::string Party::ToString() const {
  return mnemonic + (mnemonic.empty() || name.empty() ? "" : ", ") + name;
}

Refusal Malformed(std::string detail) {
  return {RefusalKind::kMalformed, "smev.malformed", std::move(detail), {}};
}

std::optional<Uuid> ReadId(xml::Element parent, std::string_view name) {
  return parent ? Uuid::Parse(parent.child_text(name)) : std::nullopt;
}

std::optional<Instant> ReadInstant(xml::Element parent, std::string_view name) {
  return ParseInstant(parent.child_text(name));
}

MessageMetadata ReadMetadata(xml::Element element) {
  MessageMetadata metadata;
  metadata.element = element;
  metadata.message_id = ReadId(element, "MessageId");
  metadata.type = element.child_text("MessageType");
  metadata.sender = ReadParty(element.child("Sender"));
  metadata.recipient = ReadParty(element.child("Recipient"));
  metadata.sent_at = ReadInstant(element, "SendingTimestamp");
  metadata.delivered_at = ReadInstant(element, "DeliveryTimestamp");
  metadata.destination = element.child_text("DestinationName");
  if (auto data = element.child("SupplementaryData"))
    metadata.interaction = data.child_text("InteractionType");
  metadata.status = element.child_text("Status");
  return metadata;
}

Fault ReadFaultElement(xml::Element element, std::string name) {
  return {std::move(name), element.child_text("Description"), element.child_text("Code"),
          element.child_text("SignatureVerificationFault")};
}

std::string SchemaType(xml::Element element) {
  constexpr char kXsi[] = "http://www.w3.org/2001/XMLSchema-instance";
  auto* value = xmlGetNsProp(element.native(), reinterpret_cast<const xmlChar*>("type"),
                             reinterpret_cast<const xmlChar*>(kXsi));
  if (value == nullptr) return {};
  std::string_view name(reinterpret_cast<const char*>(value));
  auto colon = name.find(':');
  std::string local(colon == std::string_view::npos ? name : name.substr(colon + 1));
  xmlFree(value);
  return local;
}

RequestNotes ReadNotes(xml::Element provided) {
  RequestNotes notes;
  notes.reference_message_id = ReadId(provided, "ReferenceMessageID");
  notes.transaction_code = provided.child_text("TransactionCode");
  notes.node_id = provided.child_text("NodeID");
  notes.end_of_life = ReadInstant(provided, "EOL");
  notes.test = static_cast<bool>(provided.child("TestMessage"));
  auto block = provided.child("BusinessProcessMetadata");
  if (!block) return notes;
  notes.metadata.frgu = block.child_text("frgu");
  if (auto info = block.child("CaseInfo")) {
    auto word = info.child_text("ServiceOrFunction");
    auto kind = word == "SERVICE"    ? CaseInfo::Kind::kService
                : word == "FUNCTION" ? CaseInfo::Kind::kFunction
                                     : CaseInfo::Kind::kNone;
    notes.metadata.case_info =
        CaseInfo{info.child_text("CaseNumber"), kind, info.child_text("ServiceOrFunctionCode")};
  }
  return notes;
}

}  // namespace okno::exchange::smev3
