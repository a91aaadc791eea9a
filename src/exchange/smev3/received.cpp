// SPDX-License-Identifier: Apache-2.0
#include <libxml/tree.h>

#include <algorithm>
#include <charconv>

#include "smev3/reader.h"
#include "text/strings.h"

namespace okno::exchange::smev3 {

namespace {

Refusal Malformed(std::string detail) {
  return {RefusalKind::kMalformed, "smev.malformed", std::move(detail), {}};
}

std::optional<Uuid> ReadId(xml::Element parent, std::string_view name) {
  return parent ? Uuid::Parse(parent.child_text(name)) : std::nullopt;
}

MessageMetadata ReadMetadata(xml::Element element) {
  MessageMetadata metadata;
  metadata.element = element;
  metadata.message_id = ReadId(element, "MessageId");
  if (auto sender = element.child("Sender")) {
    metadata.sender = sender.child_text("Mnemonic");
    auto name = sender.child_text("HumanReadableName");
    if (!name.empty()) metadata.sender += (metadata.sender.empty() ? "" : ", ") + name;
  }
  metadata.status = element.child_text("Status");
  return metadata;
}

struct Holder {
  xml::Element message;  // RequestMessage, ResponseMessage, SmevAsyncProcessingMessage
  xml::Element signed_by_bus;
};

Holder FindHolder(const Answer& answer) {
  if (!answer.wrapper) return {};
  for (auto message : answer.wrapper.children()) {
    for (std::string_view name : {"Request", "Response", "AsyncProcessingStatusData"}) {
      if (auto found = message.child(name)) return {message, found};
    }
    return {message, {}};
  }
  return {};
}

const BinaryPart* FindPart(const Answer& answer, xml::Element content) {
  auto include = content.child(kXop, "Include");
  if (!include) return nullptr;
  auto id = FromHref(include.attribute("href").value_or(""));
  auto found = std::find_if(answer.parts.begin(), answer.parts.end(),
                            [&](const BinaryPart& part) { return part.content_id == id; });
  return found == answer.parts.end() ? nullptr : &*found;
}

// The bytes of the attachment with this id: a part of the package, or Base64 in place.
std::optional<std::string> ReadBytes(const Answer& answer, xml::Element list,
                                     std::string_view content_id) {
  for (auto item : list.children()) {
    if (item.child_text("Id") != content_id) continue;
    auto content = item.child("Content");
    if (!content) return std::nullopt;
    if (const auto* part = FindPart(answer, content)) return part->bytes;
    std::string bytes;
    bool decoded = text::Base64Decode(content.text(), bytes);
    return decoded ? std::optional(bytes) : std::nullopt;
  }
  return std::nullopt;
}

Result<std::vector<ReceivedAttachment>> ReadAttachments(const Answer& answer, xml::Element message,
                                                        xml::Element provided) {
  std::vector<ReceivedAttachment> attachments;
  auto headers = provided.child("AttachmentHeaderList");
  auto contents = message.child("AttachmentContentList");
  auto count = [](xml::Element list) { return list ? list.children().size() : 0; };
  Refusal miscoordinated{RefusalKind::kMalformed, "smev.attachments_miscoordinated", {}, {}};
  if (count(headers) != count(contents)) return miscoordinated;
  if (!headers) return attachments;
  for (auto header : headers.children()) {
    ReceivedAttachment attachment;
    attachment.header.content_id = header.child_text("contentId");
    attachment.header.mime_type = header.child_text("MimeType");
    if (!text::Base64Decode(header.child_text("SignaturePKCS7"), attachment.header.signature)) {
      return Malformed("SignaturePKCS7");
    }
    auto bytes = ReadBytes(answer, contents, attachment.header.content_id);
    if (!bytes) return miscoordinated;
    attachment.bytes = std::move(*bytes);
    attachments.push_back(std::move(attachment));
  }
  return attachments;
}

Result<ReceivedContent> ReadContent(const Answer& answer, xml::Element message,
                                    xml::Element provided) {
  auto children = provided.child("MessagePrimaryContent").children();
  if (children.size() != 1) return Malformed("MessagePrimaryContent");
  auto attachments = ReadAttachments(answer, message, provided);
  if (!attachments) return attachments.refusal();
  return ReceivedContent{answer.source.FragmentOf(children[0]), children[0].namespace_uri(),
                         children[0].name(), std::move(*attachments)};
}

// Local name in xsi:type="ns:InvalidContent"; "" when there is none.
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

AsyncStatus ReadAsync(xml::Element element) {
  AsyncStatus status;
  status.original_message_id = ReadId(element, "OriginalMessageId");
  status.category = element.child_text("StatusCategory");
  status.details = element.child_text("StatusDetails");
  if (auto fault = element.child("SmevFault")) {
    status.fault = Fault{SchemaType(fault), fault.child_text("Description")};
  }
  return status;
}

Result<StatusData> ReadStatus(xml::Element element) {
  StatusData status;
  auto code = element.child_text("StatusCode");
  auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), status.code);
  if (error != std::errc() || end != code.data() + code.size()) return Malformed("StatusCode");
  status.description = element.child_text("StatusDescription");
  return status;
}

template <typename T>
Outcome Put(Result<T> part, ReceivedMessage& message) {
  if (!part) return part.refusal();
  message.body = std::move(*part);
  return Done();
}

Outcome ReadBody(const Answer& answer, xml::Element holder, ReceivedMessage& message) {
  auto provided = message.provided;
  if (provided.child("MessagePrimaryContent")) {
    return Put(ReadContent(answer, holder, provided), message);
  }
  if (auto rejected = provided.child("RequestRejected")) {
    message.body = RejectionData{rejected.child_text("RejectionReasonCode"),
                                 rejected.child_text("RejectionReasonDescription")};
    return Done();
  }
  if (auto status = provided.child("RequestStatus")) return Put(ReadStatus(status), message);
  if (auto status = provided.child("AsyncProcessingStatus")) {
    message.body = ReadAsync(status);
    return Done();
  }
  return Malformed(provided.name());
}

}  // namespace

Result<MessageMetadata> ReadReceipt(const Answer& answer) {
  auto element = answer.wrapper ? answer.wrapper.child("MessageMetadata") : xml::Element();
  if (!element) return Malformed("MessageMetadata");
  return ReadMetadata(element);
}

bool HasMessage(const Answer& answer) {
  return answer.wrapper && !answer.wrapper.children().empty();
}

xml::Element FindSigned(const Answer& answer) { return FindHolder(answer).signed_by_bus; }

std::optional<Uuid> FindReceivedId(const Answer& answer) {
  auto signed_by_bus = FindHolder(answer).signed_by_bus;
  if (!signed_by_bus) return std::nullopt;
  if (auto id = ReadId(signed_by_bus.child("MessageMetadata"), "MessageId")) return id;
  for (auto child : signed_by_bus.children()) {
    if (auto id = ReadId(child, "MessageID")) return id;
  }
  return ReadId(signed_by_bus.child("AsyncProcessingStatus"), "OriginalMessageId");
}

Result<std::optional<ReceivedMessage>> ReadReceived(const Answer& answer, const Dialect& dialect) {
  if (!HasMessage(answer)) return std::optional<ReceivedMessage>();
  auto [holder, signed_by_bus] = FindHolder(answer);
  // What the bus itself writes is of our dialect; the sender's block inside may be of another.
  if (!signed_by_bus || signed_by_bus.namespace_uri() != dialect.types) return Malformed("Request");
  ReceivedMessage message;
  message.signed_by_bus = signed_by_bus;
  if (auto status = signed_by_bus.child("AsyncProcessingStatus")) {
    message.body = ReadAsync(status);
    return std::optional(std::move(message));
  }
  bool request = signed_by_bus.name() == "Request";
  message.provided =
      signed_by_bus.child(request ? "SenderProvidedRequestData" : "SenderProvidedResponseData");
  auto metadata = signed_by_bus.child("MessageMetadata");
  if (!message.provided || !metadata) return Malformed(signed_by_bus.name());
  message.metadata = ReadMetadata(metadata);
  message.original_message_id = ReadId(signed_by_bus, "OriginalMessageId");
  message.reply_to = signed_by_bus.child_text("ReplyTo");
  if (!message.metadata.message_id)
    message.metadata.message_id = ReadId(message.provided, "MessageID");
  if (!message.metadata.message_id) return Malformed("MessageId");
  if (auto read = ReadBody(answer, holder, message); !read) return read.refusal();
  return std::optional(std::move(message));
}

}  // namespace okno::exchange::smev3
