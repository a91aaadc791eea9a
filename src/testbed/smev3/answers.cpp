// SPDX-License-Identifier: Apache-2.0
#include "smev3/answers.h"

#include <stdexcept>

#include "xml/document.h"
#include "xml/signature.h"

namespace okno::testbed {

namespace {

constexpr std::string_view kSignedId = "SIGNED_BY_SMEV";
constexpr std::string_view kZone = "Europe/Moscow";
constexpr std::string_view kXsi = "http://www.w3.org/2001/XMLSchema-instance";

std::string Escape(std::string_view text) {
  std::string escaped;
  for (char letter : text) {
    if (letter == '&')
      escaped += "&amp;";
    else if (letter == '<')
      escaped += "&lt;";
    else if (letter == '>')
      escaped += "&gt;";
    else
      escaped += letter;
  }
  return escaped;
}

std::string Element(const std::string& name, std::string_view content) {
  return "<" + name + ">" + std::string(content) + "</" + name + ">";
}

std::string Wrap(const smev3::Dialect& dialect, const std::string& wrapper,
                 const std::string& content) {
  return "<soap:Envelope xmlns:soap=\"" + std::string(smev3::kSoap) +
         "\"><soap:Body><typ:" + wrapper + " xmlns:typ=\"" + std::string(dialect.types) +
         "\" xmlns:bas=\"" + std::string(dialect.basic) + "\">" + content + "</typ:" + wrapper +
         "></soap:Body></soap:Envelope>";
}

std::string TypeWord(const storage::Message& message) {
  return message.queue == "requests" ? "REQUEST" : "RESPONSE";
}

// Identical in all versions so far but for the names, which the dialect's kind decides.
std::string Metadata(const storage::Message& message, std::string_view attributes,
                     std::string_view status, std::optional<Instant> delivered_at) {
  auto mnemonic = [](std::string_view text) { return Element("typ:Mnemonic", Escape(text)); };
  std::string content =
      Element("typ:MessageId", message.id.ToString()) +
      Element("typ:MessageType", TypeWord(message)) +
      Element("typ:Sender", mnemonic(message.sender)) +
      Element("typ:SendingTimestamp", FormatXsdDateTime(message.created_at, kZone)) +
      Element("typ:Recipient", mnemonic(message.recipient));
  if (delivered_at)
    content += Element("typ:DeliveryTimestamp", FormatXsdDateTime(*delivered_at, kZone));
  content += Element("typ:Status", status);
  return "<typ:MessageMetadata" + std::string(attributes) + ">" + content +
         "</typ:MessageMetadata>";
}

// The ds:Signature over the element `target`, made inside the whole text, as text. `text` has an
// empty element `holder` for it; nothing but the signature is ever serialised.
std::string SignInside(const std::string& text, std::string_view id, std::string_view target_name,
                       std::string_view holder_name, const crypto::Signer& signer) {
  auto document = xml::Document::Parse(text, {.bytes = 64 * 1024 * 1024});
  if (!document) throw std::logic_error("testbed: own XML is broken: " + document.refusal().code);
  auto find = [](auto self, xml::Element from, std::string_view name) -> xml::Element {
    if (from.name() == name) return from;
    for (auto child : from.children()) {
      if (auto found = self(self, child, name)) return found;
    }
    return {};
  };
  auto target = find(find, document->root(), target_name);
  auto holder = target.parent().child(holder_name);
  if (auto done = xml::SignById(target, id, holder, signer); !done) {
    throw std::runtime_error("testbed: can not sign: " + done.refusal().code);
  }
  return holder.child(smev3::kDsig, "Signature").Serialize();
}

std::string PutSignature(std::string text, std::string_view holder_name,
                         const std::string& signature) {
  auto empty = Element("typ:" + std::string(holder_name), "");
  text.replace(text.rfind(empty), empty.size(),
               Element("typ:" + std::string(holder_name), signature));
  return text;
}

std::string SignedText(const std::string& text, std::string_view id, std::string_view target_name,
                       const crypto::Signer& signer) {
  return PutSignature(text, "SMEVSignature",
                      SignInside(text, id, target_name, "SMEVSignature", signer));
}

// An id that the sender's block does not use itself.
std::string FreeId(std::string_view provided) {
  std::string id(kSignedId);
  while (provided.find(id) != std::string_view::npos) id += "_";
  return id;
}

std::string IdAttribute(const std::string& id) { return " Id=\"" + id + "\""; }

std::string EmptyHolder() { return Element("typ:SMEVSignature", ""); }

std::string ContentList(const storage::Message& message, smev3::Package& package) {
  std::string items;
  for (const auto& attachment : message.attachments) {
    auto part_id = attachment.content_id + "@okno-testbed";
    items +=
        Element("bas:AttachmentContent",
                Element("bas:Id", Escape(attachment.content_id)) +
                    Element("bas:Content", "<xop:Include xmlns:xop=\"" + std::string(smev3::kXop) +
                                               "\" href=\"" + smev3::ToHref(part_id) + "\"/>"));
    package.parts.push_back({part_id, attachment.mime_type, attachment.content});
  }
  return items.empty() ? items : Element("bas:AttachmentContentList", items);
}

// At most 500 characters fit; cut between characters.
std::string Shorten(std::string text) {
  constexpr std::size_t kMostBytes = 480;
  if (text.size() <= kMostBytes) return text;
  auto end = kMostBytes;
  while ((static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end);
}

std::string StatusContent(const storage::Message& refused, const Fault& fault) {
  return Element("typ:OriginalMessageId", refused.id.ToString()) +
         Element("typ:StatusCategory", refused.queue == "requests" ? "requestIsRejectedBySmev"
                                                                   : "responseIsRejectedBySmev") +
         Element("typ:StatusDetails", Escape(Shorten(fault.description)));
}

std::string StatusElement(const smev3::Dialect& dialect, const storage::Message& refused,
                          const Fault& fault) {
  auto name = "typ:AsyncProcessingStatus";
  auto smev_fault = "<typ:SmevFault xmlns:xsi=\"" + std::string(kXsi) + "\" xmlns:flt=\"" +
                    std::string(dialect.faults) + "\" xsi:type=\"flt:" + fault.name + "\">" +
                    Element("flt:Code", "okno-testbed:ASYNC:" + fault.name) +
                    Element("flt:Description", Escape(fault.description)) + "</typ:SmevFault>";
  return "<" + std::string(name) + " xmlns:typ=\"" + std::string(dialect.types) + "\">" +
         StatusContent(refused, fault) + smev_fault + "</" + name + ">";
}

}  // namespace

std::string EmptyEnvelope(const smev3::Dialect& dialect, std::string_view wrapper) {
  return Wrap(dialect, std::string(wrapper), "");
}

std::string ReceiptEnvelope(const smev3::Dialect& dialect, const storage::Message& message,
                            const crypto::Signer& signer) {
  auto wrapper = message.queue == "requests" ? "SendRequestResponse" : "SendResponseResponse";
  std::string id(kSignedId);
  auto text = Wrap(dialect, wrapper,
                   Metadata(message, IdAttribute(id), "requestIsQueued", {}) + EmptyHolder());
  return SignedText(text, id, "MessageMetadata", signer);
}

smev3::Package DeliveryPackage(const smev3::Dialect& dialect, const storage::Message& message,
                               Instant now, const crypto::Signer& signer) {
  smev3::Package package;
  auto id = FreeId(message.provided);
  if (message.queue == "statuses") {
    auto data = "<typ:AsyncProcessingStatusData" + IdAttribute(id) + ">" + message.provided +
                "</typ:AsyncProcessingStatusData>";
    auto text = Wrap(dialect, "GetStatusResponse",
                     Element("typ:SmevAsyncProcessingMessage", data + EmptyHolder()));
    package.envelope = SignedText(text, id, "AsyncProcessingStatusData", signer);
    return package;
  }
  bool request = message.queue == "requests";
  std::string name = request ? "Request" : "Response";
  std::string content;
  if (message.original_id) {
    content += Element("typ:OriginalMessageId", message.original_id->ToString()) +
               Element("typ:ReferenceMessageID", message.original_id->ToString());
  }
  content += message.provided;
  content +=
      Metadata(message, "", request ? "requestIsAcceptedBySmev" : "responseIsAcceptedBySmev", now);
  if (request) content += Element("typ:ReplyTo", Escape(message.reply_to));
  content += Element("typ:SenderInformationSystemSignature", message.signature);
  auto text = "<typ:" + name + IdAttribute(id) + ">" + content + "</typ:" + name + ">" +
              ContentList(message, package) + EmptyHolder();
  auto envelope =
      Wrap(dialect, "Get" + name + "Response", Element("typ:" + name + "Message", text));
  package.envelope = SignedText(envelope, id, name, signer);
  return package;
}

SignedBlock RejectionBlock(const smev3::Dialect& dialect, const Uuid& message_id,
                           const storage::Message& refused, const Fault& fault,
                           const crypto::Signer& signer) {
  auto provided = "<typ:SenderProvidedResponseData xmlns:typ=\"" + std::string(dialect.types) +
                  "\" Id=\"SIGNED_ASYNC_BY_SMEV\">" +
                  Element("typ:MessageID", message_id.ToString()) +
                  Element("typ:To", Escape(refused.sender)) +
                  StatusElement(dialect, refused, fault) + "</typ:SenderProvidedResponseData>";
  auto text = "<typ:Block xmlns:typ=\"" + std::string(dialect.types) + "\">" + provided +
              Element("typ:Holder", "") + "</typ:Block>";
  return {provided,
          SignInside(text, "SIGNED_ASYNC_BY_SMEV", "SenderProvidedResponseData", "Holder", signer)};
}

std::string StatusBlock(const smev3::Dialect& dialect, const storage::Message& refused,
                        const Fault& fault) {
  return StatusElement(dialect, refused, fault);
}

}  // namespace okno::testbed
