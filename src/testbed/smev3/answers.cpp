// SPDX-License-Identifier: Apache-2.0
#include "smev3/answers.h"

#include <stdexcept>

#include "smev3/metadata.h"
#include "text/strings.h"
#include "xml/document.h"
#include "xml/signature.h"

namespace okno::testbed {

namespace {

constexpr char kHolder[] = "typ:SMEVSignature";

xml::Element FindFirst(xml::Element from, std::string_view name) {
  if (from.name() == name) return from;
  for (auto child : from.children()) {
    if (auto found = FindFirst(child, name)) return found;
  }
  return {};
}

// An id that neither the sender's block nor its signature uses itself.
std::string FreeId(const storage::Message& message) {
  std::string id("SIGNED_BY_SMEV");
  while (message.provided.find(id) != std::string::npos ||
         message.signature.find(id) != std::string::npos)
    id += "_";
  return id;
}

std::string OpenSigned(const std::string& name, const std::string& id) {
  return "<" + name + " Id=\"" + id + "\">";
}

std::string ContentList(const Wording& wording, const storage::Message& message,
                        smev3::Package& package) {
  std::string items;
  for (const auto& attachment : message.attachments) {
    std::string content;
    if (wording.form == AnswerForm::kInline) {
      content = text::Base64Encode(attachment.content);
    } else {
      // CXF names parts by the namespace of their element; hrefs are percent-encoded.
      auto part_id = message.id.ToString() + "-" + std::to_string(package.parts.size() + 1) + "@" +
                     std::string(wording.dialect.basic);
      package.parts.push_back({part_id, attachment.mime_type, attachment.content});
      content = "<xop:Include xmlns:xop=\"" + std::string(smev3::kXop) + "\" href=\"" +
                smev3::ToHref(part_id) + "\"/>";
    }
    items +=
        XmlElement("bas:AttachmentContent", XmlElement("bas:Id", EscapeXml(attachment.content_id)) +
                                                XmlElement("bas:Content", content));
  }
  return items.empty() ? items : XmlElement("bas:AttachmentContentList", items);
}

std::string FileList(const std::vector<FileAccess>& files) {
  std::string items;
  for (const auto& file : files) {
    items += XmlElement("bas:FSAttachment",
                        XmlElement("bas:uuid", file.directory.ToString()) +
                            XmlElement("bas:UserName", file.user_name) +
                            XmlElement("bas:Password", file.password) +
                            XmlElement("bas:FileName", "/" + EscapeXml(file.file_name)));
  }
  return items.empty() ? items : XmlElement("bas:FSAttachmentsList", items);
}

std::string Correlation(const storage::Message& message) {
  std::string content;
  if (message.original_id)
    content += XmlElement("typ:OriginalMessageId", message.original_id->ToString());
  if (!message.transaction_code.empty() && message.original_id)
    content += XmlElement("typ:OriginalTransactionCode", EscapeXml(message.transaction_code));
  auto reference = message.reference_id ? message.reference_id : message.original_id;
  if (message.original_id) content += XmlElement("typ:ReferenceMessageID", reference->ToString());
  return content;
}

}  // namespace

std::string WrapInEnvelope(const smev3::Dialect& dialect, std::string_view wrapper,
                           std::string_view content) {
  std::string name(wrapper);
  std::string text;
  text.reserve(content.size() + 512);
  return text.append("<soap:Envelope xmlns:soap=\"")
      .append(smev3::kSoap)
      .append("\"><soap:Body><typ:" + name + " xmlns:typ=\"")
      .append(dialect.types)
      .append("\" xmlns:bas=\"")
      .append(dialect.basic)
      .append("\">")
      .append(content)
      .append("</typ:" + name + "></soap:Body></soap:Envelope>");
}

std::string SignedText(const std::string& text, std::string_view id, std::string_view target,
                       const std::string& holder, const crypto::Signer& signer) {
  // Deeper than what is let in: the sender's block stands further inside.
  auto document = xml::Document::Parse(text, {.bytes = 64 * 1024 * 1024, .depth = 300});
  if (!document) throw std::logic_error("testbed: own XML is broken: " + document.refusal().code);
  auto signature =
      xml::WriteSignature(FindFirst(document->root(), target), id, xml::Placing::kDetached, signer);
  if (!signature) throw std::runtime_error("testbed: can not sign: " + signature.refusal().code);
  auto empty = XmlElement(holder, "");
  auto result = text;
  return result.replace(result.rfind(empty), empty.size(), XmlElement(holder, *signature));
}

std::string EmptyEnvelope(const smev3::Dialect& dialect, std::string_view wrapper) {
  return WrapInEnvelope(dialect, wrapper, "");
}

std::string ReceiptEnvelope(const Wording& wording, const storage::Message& message,
                            const std::string& recipient) {
  bool request = message.queue == "requests";
  auto copy = message;
  copy.recipient = recipient;
  auto status = !request && wording.dialect.HasStatus("responseIsQueued") ? "responseIsQueued"
                                                                          : "requestIsQueued";
  auto metadata = OpenSigned("typ:MessageMetadata", "SIGNED_BY_SMEV") +
                  MetadataContent(wording, copy, status, {}) + "</typ:MessageMetadata>";
  auto text =
      WrapInEnvelope(wording.dialect, request ? "SendRequestResponse" : "SendResponseResponse",
                     metadata + XmlElement(kHolder, ""));
  return SignedText(text, "SIGNED_BY_SMEV", "MessageMetadata", kHolder, wording.signer);
}

std::string CancelEnvelope(const Wording& wording, const storage::Message& message, Instant now) {
  auto id = FreeId(message);
  auto status = "requestIsAcceptedBySmev";
  auto content = OpenSigned("typ:Cancel", id) + message.provided +
                 XmlElement("typ:MessageID", message.id.ToString()) +
                 XmlElement("typ:MessageMetadata", MetadataContent(wording, message, status, now)) +
                 XmlElement("typ:SenderInformationSystemSignature", message.signature) +
                 "</typ:Cancel>" + XmlElement(kHolder, "");
  auto envelope = WrapInEnvelope(wording.dialect, "GetRequestResponse",
                                 XmlElement("typ:RequestMessage", content));
  return SignedText(envelope, id, "Cancel", kHolder, wording.signer);
}

smev3::Package DeliveryPackage(const Wording& wording, const storage::Message& message,
                               const std::vector<FileAccess>& files, Instant now) {
  smev3::Package package;
  bool request = message.queue == "requests";
  auto status = request                                           ? "requestIsAcceptedBySmev"
                : wording.dialect.HasStatus("messageIsDelivered") ? "messageIsDelivered"
                                                                  : "responseIsAcceptedBySmev";
  std::string name = request ? "Request" : "Response";
  auto id = FreeId(message);
  auto content = OpenSigned("typ:" + name, id) + Correlation(message) + message.provided +
                 XmlElement("typ:MessageMetadata", MetadataContent(wording, message, status, now)) +
                 FileList(files);
  if (request) content += XmlElement("typ:ReplyTo", EscapeXml(message.reply_to));
  content += XmlElement("typ:SenderInformationSystemSignature", message.signature) +
             "</typ:" + name + ">" + ContentList(wording, message, package) +
             XmlElement(kHolder, "");
  auto envelope = WrapInEnvelope(wording.dialect, "Get" + name + "Response",
                                 XmlElement("typ:" + name + "Message", content));
  package.envelope = SignedText(envelope, id, name, kHolder, wording.signer);
  return package;
}

std::string StatisticsEnvelope(const smev3::Dialect& dialect, const std::string& mnemonic,
                               const std::vector<storage::QueueCount>& queues) {
  std::string content;
  for (const auto& queue : queues) {
    auto name = mnemonic + "." + queue.queue + (queue.node_id.empty() ? "" : "." + queue.node_id);
    content += "<typ:QueueStatistics queueName=\"" + EscapeXml(name) +
               "\" pendingMessageNumber=\"" + std::to_string(queue.messages) + "\"/>";
  }
  return WrapInEnvelope(dialect, "GetIncomingQueueStatisticsResponse", content);
}

}  // namespace okno::testbed
