// SPDX-License-Identifier: Apache-2.0
#include "smev3/builder.h"

#include "exchange/smev3/multipart.h"
#include "text/strings.h"
#include "xml/document.h"
#include "xml/signature.h"

namespace okno::exchange::smev3 {

namespace {

constexpr std::string_view kSignedId = "SIGNED_BY_CALLER";
constexpr std::string_view kZone =
    "Europe/Moscow";  // the zone of the bus; only the offset in a timestamp

// An envelope with its call's wrapper element open for content.
struct Call {
  Call(const Dialect& call_dialect, std::string_view wrapper_name)
      : dialect(call_dialect), document(xml::Document::Create(kSoap, "soap", "Envelope")) {
    document.root().Add(kSoap, "soap", "Header");  // its absence is a fault: PoorSOAPEnvelopeFormat
    auto body = document.root().Add(kSoap, "soap", "Body");
    wrapper = body.Add(dialect.types, "typ", wrapper_name);
  }
  xml::Element Types(xml::Element to, std::string_view name, std::string_view text = {}) const {
    return to.Add(dialect.types, "typ", name, text);
  }
  xml::Element Basic(xml::Element to, std::string_view name, std::string_view text = {}) const {
    return to.Add(dialect.basic, "bas", name, text);
  }
  Result<std::string> Sign(xml::Element target, const crypto::Signer& signer) {
    auto holder = Types(wrapper, "CallerInformationSystemSignature");
    if (auto signed_ = xml::SignById(target, kSignedId, holder, signer); !signed_)
      return signed_.refusal();
    return document.Serialize();
  }

  const Dialect& dialect;
  xml::Document document;
  xml::Element wrapper;
};

Outcome AddContent(const Call& call, xml::Element data, const PrimaryContent& content) {
  auto document = xml::Document::Parse(content.xml);
  if (!document) return document.refusal();
  call.Basic(data, "MessagePrimaryContent").AddCopyOf(document->root());
  if (content.attachments.empty()) return Done();
  auto headers = call.Basic(data, "AttachmentHeaderList");
  for (const auto& attachment : content.attachments) {
    auto header = call.Basic(headers, "AttachmentHeader");
    call.Basic(header, "contentId", attachment.content_id);
    call.Basic(header, "MimeType", attachment.mime_type);
    call.Basic(header, "SignaturePKCS7", text::Base64Encode(attachment.signature));
  }
  return Done();
}

void AddContentList(const Call& call, const PrimaryContent& content) {
  if (content.attachments.empty()) return;
  auto list = call.Basic(call.wrapper, "AttachmentContentList");
  for (const auto& attachment : content.attachments) {
    auto item = call.Basic(list, "AttachmentContent");
    call.Basic(item, "Id", attachment.content_id);
    auto include = call.Basic(item, "Content").Add(kXop, "xop", "Include");
    include.SetAttribute("href", ToHref(attachment.content_id));
  }
}

void AddRejection(const Call& call, xml::Element data, const RejectionData& rejection) {
  auto element = call.Types(data, "RequestRejected");
  call.Types(element, "RejectionReasonCode", rejection.code);
  call.Types(element, "RejectionReasonDescription", rejection.description);
}

void AddStatus(const Call& call, xml::Element data, const StatusData& status) {
  auto element = call.Types(data, "RequestStatus");
  call.Types(element, "StatusCode", std::to_string(status.code));
  call.Types(element, "StatusDescription", status.description);
}

}  // namespace

Result<std::string> BuildSendRequest(const Dialect& dialect, const RequestData& data,
                                     const crypto::Signer& signer) {
  Call call(dialect, "SendRequestRequest");
  auto provided = call.Types(call.wrapper, "SenderProvidedRequestData");
  call.Types(provided, "MessageID", data.message_id.ToString());
  if (auto added = AddContent(call, provided, data.content); !added) return added.refusal();
  AddContentList(call, data.content);
  return call.Sign(provided, signer);
}

Result<std::string> BuildSendResponse(const Dialect& dialect, const ResponseData& data,
                                      const crypto::Signer& signer) {
  Call call(dialect, "SendResponseRequest");
  auto provided = call.Types(call.wrapper, "SenderProvidedResponseData");
  call.Types(provided, "MessageID", data.message_id.ToString());
  call.Types(provided, "To", data.to);
  if (const auto* content = std::get_if<PrimaryContent>(&data.body)) {
    if (auto added = AddContent(call, provided, *content); !added) return added.refusal();
    AddContentList(call, *content);
  } else if (const auto* rejection = std::get_if<RejectionData>(&data.body)) {
    AddRejection(call, provided, *rejection);
  } else {
    AddStatus(call, provided, std::get<StatusData>(data.body));
  }
  return call.Sign(provided, signer);
}

Result<std::string> BuildGet(const Dialect& dialect, Queue queue, const Selector& selector,
                             Instant now, const crypto::Signer& signer) {
  Call call(dialect, queue == Queue::kRequests ? "GetRequestRequest" : "GetResponseRequest");
  auto element = call.Basic(call.wrapper, "MessageTypeSelector");
  if (!selector.namespace_uri.empty()) {
    call.Basic(element, "NamespaceURI", selector.namespace_uri);
    call.Basic(element, "RootElementLocalName", selector.root);
  }
  call.Basic(element, "Timestamp", FormatXsdDateTime(now, kZone));
  return call.Sign(element, signer);
}

Result<std::string> BuildAck(const Dialect& dialect, const Uuid& message_id, bool accepted,
                             const crypto::Signer& signer) {
  Call call(dialect, "AckRequest");
  auto target = call.Basic(call.wrapper, "AckTargetMessage", message_id.ToString());
  target.SetAttribute("accepted", accepted ? "true" : "false");
  return call.Sign(target, signer);
}

Result<std::string> BuildGetStatus(const Dialect& dialect, Instant now,
                                   const crypto::Signer& signer) {
  Call call(dialect, "GetStatusRequest");
  auto timestamp = call.Basic(call.wrapper, "Timestamp", FormatXsdDateTime(now, kZone));
  return call.Sign(timestamp, signer);
}

}  // namespace okno::exchange::smev3
