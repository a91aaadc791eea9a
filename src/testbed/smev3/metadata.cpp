// SPDX-License-Identifier: Apache-2.0
#include "smev3/metadata.h"

namespace okno::testbed {

namespace {

using Kind = smev3::Dialect::Metadata;

std::string NameOf(const Registry& registry, const std::string& mnemonic) {
  if (mnemonic == kBusMnemonic) return "СМЭВ";
  const auto* participant = registry.FindParticipant(mnemonic);
  return participant == nullptr ? mnemonic : participant->name;
}

std::string Party(const Wording& wording, const std::string& element, const std::string& mnemonic) {
  auto content = XmlElement("typ:Mnemonic", EscapeXml(mnemonic));
  if (wording.dialect.metadata != Kind::kShort)
    content += XmlElement("typ:HumanReadableName", EscapeXml(NameOf(wording.registry, mnemonic)));
  return XmlElement("typ:" + element, content);
}

std::string TypeWord(const storage::Message& message) {
  if (message.broadcast) return "BROADCAST";
  if (storage::IsCancel(message)) return "CANCEL";
  return message.queue == "requests" ? "REQUEST" : "RESPONSE";
}

}  // namespace

std::string MetadataContent(const Wording& wording, const storage::Message& message,
                            std::string_view status, std::optional<Instant> delivered_at) {
  bool is_long = wording.dialect.metadata == Kind::kLong;
  auto content = XmlElement("typ:MessageId", message.id.ToString()) +
                 XmlElement("typ:MessageType", TypeWord(message)) +
                 Party(wording, "Sender", message.sender) +
                 XmlElement("typ:SendingTimestamp", FormatXsdDateTime(message.created_at, kMoscow));
  if (is_long) content += XmlElement("typ:DestinationName", "unknown");
  content += Party(wording, "Recipient", message.recipient);
  if (is_long) {
    // The words of the live bus.
    content += XmlElement("typ:SupplementaryData",
                          XmlElement("typ:DetectedContentTypeName", "not detected") +
                              XmlElement("typ:InteractionType", "NotDetected"));
  }
  if (delivered_at)
    content += XmlElement("typ:DeliveryTimestamp", FormatXsdDateTime(*delivered_at, kMoscow));
  return content + XmlElement("typ:Status", status);
}

}  // namespace okno::testbed
