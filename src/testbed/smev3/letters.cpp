// SPDX-License-Identifier: Apache-2.0
#include "smev3/letters.h"

namespace okno::testbed {

namespace {

constexpr std::string_view kXsi = "http://www.w3.org/2001/XMLSchema-instance";
constexpr char kAsyncId[] = "SIGNED_ASYNC_BY_SMEV";

// At most 500 characters fit; cut between characters.
std::string Shorten(std::string text) {
  constexpr std::size_t kMostBytes = 480;
  if (text.size() <= kMostBytes) return text;
  auto end = kMostBytes;
  while ((static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end);
}

std::string Values(const std::string& list, const std::string& item,
                   const std::vector<rules::RoutedValue>& values) {
  std::string content;
  for (const auto& value : values) {
    content += XmlElement("rout:" + item, XmlElement("rout:Value", EscapeXml(value.value)) +
                                              XmlElement("rout:Code", value.code));
  }
  return content.empty() ? content : XmlElement("rout:" + list, content);
}

std::string RoutingStatus(const smev3::Dialect& dialect, const rules::Routed& routed) {
  if (!dialect.has_routing() || routed.empty()) return {};
  auto content = Values("DynamicRouting", "DynamicValue", routed.dynamic) +
                 Values("IdentifierRouting", "IdentifierValue", routed.identifiers);
  std::string records;
  for (const auto& record : routed.records) {
    records += XmlElement("rout:RegistryRecordRouting",
                          XmlElement("rout:RecordId", EscapeXml(record.record_id)) +
                              XmlElement("rout:Code", record.code) +
                              Values("DynamicRouting", "DynamicValue", record.dynamic) +
                              Values("IdentifierRouting", "IdentifierValue", record.identifiers));
  }
  if (!records.empty()) content += XmlElement("rout:RegistryRouting", records);
  auto element = XmlElement("rout:RoutingStatus", content);
  return element.insert(sizeof("<rout:RoutingStatus") - 1,
                        " xmlns:rout=\"" + std::string(dialect.routing) + "\"");
}

std::string StatusElement(const smev3::Dialect& dialect, const Letter& letter) {
  auto content = XmlElement("typ:OriginalMessageId", letter.original_id.ToString()) +
                 XmlElement("typ:StatusCategory", letter.category) +
                 XmlElement("typ:StatusDetails", EscapeXml(Shorten(letter.details))) +
                 RoutingStatus(dialect, letter.routed);
  if (letter.fault) {
    content += "<typ:SmevFault xmlns:xsi=\"" + std::string(kXsi) + "\" xmlns:flt=\"" +
               std::string(dialect.faults) + "\" xsi:type=\"flt:" + letter.fault->name + "\">" +
               FaultContent(dialect, *letter.fault, "ASYNC") + "</typ:SmevFault>";
  }
  return XmlElement("typ:AsyncProcessingStatus", content);
}

Letter ReadLetter(const std::string& stored) {
  auto json = json::Parse(stored).value();
  Letter letter{Uuid::Parse(json.at("original_id").get<std::string>()).value(), json.at("category"),
                json.at("details")};
  if (!json.contains("fault")) return letter;
  Fault fault{json.at("fault"), letter.details, {}};
  for (const auto& field : json.at("fields")) fault.fields.emplace_back(field.at(0), field.at(1));
  letter.fault = std::move(fault);
  return letter;
}

}  // namespace

std::string RejectedCategory(const smev3::Dialect& dialect, const storage::Message& message) {
  std::string word = "responseIsRejectedBySmev";
  return message.queue == "responses" && dialect.HasStatus(word) ? word : "requestIsRejectedBySmev";
}

SignedBlock LetterBlock(const smev3::Dialect& dialect, const Uuid& message_id,
                        const std::string& to, const Letter& letter, const crypto::Signer& signer) {
  auto types = std::string(dialect.types);
  auto provided = "<typ:SenderProvidedResponseData xmlns:typ=\"" + types + "\" Id=\"" + kAsyncId +
                  "\">" + XmlElement("typ:MessageID", message_id.ToString()) +
                  XmlElement("typ:To", EscapeXml(to)) + StatusElement(dialect, letter) +
                  "</typ:SenderProvidedResponseData>";
  auto text = "<typ:Block xmlns:typ=\"" + types + "\">" + provided + XmlElement("typ:Holder", "") +
              "</typ:Block>";
  auto whole = SignedText(text, kAsyncId, "SenderProvidedResponseData", "typ:Holder", signer);
  auto begin = whole.rfind("<typ:Holder>") + sizeof("<typ:Holder>") - 1;
  return {provided, whole.substr(begin, whole.rfind("</typ:Holder>") - begin)};
}

std::string StoreLetter(const Letter& letter) {
  Json json{{"original_id", letter.original_id.ToString()},
            {"category", letter.category},
            {"details", letter.details}};
  if (letter.fault) {
    json["fault"] = letter.fault->name;
    json["fields"] = Json::array();
    for (const auto& [name, text] : letter.fault->fields)
      json["fields"].push_back(Json::array({name, text}));
  }
  return json::Dump(json);
}

std::string StatusEnvelope(const Wording& wording, const storage::Message& message) {
  auto letter = ReadLetter(message.provided);
  // Kept for versions that lack the word.
  if (!wording.dialect.HasStatus(letter.category)) letter.category = "requestIsRejectedBySmev";
  auto content = "<typ:AsyncProcessingStatusData Id=\"SIGNED_BY_SMEV\">" +
                 StatusElement(wording.dialect, letter) + "</typ:AsyncProcessingStatusData>" +
                 XmlElement("typ:SMEVSignature", "");
  auto text = WrapInEnvelope(wording.dialect, "GetStatusResponse",
                             XmlElement("typ:SmevAsyncProcessingMessage", content));
  return SignedText(text, "SIGNED_BY_SMEV", "AsyncProcessingStatusData", "typ:SMEVSignature",
                    wording.signer);
}

}  // namespace okno::testbed
