// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/builder.h"

#include "smev3/call.h"
#include "xml/signature.h"

namespace okno::exchange::smev3 {

namespace {

void AddRejections(const Call& call, xml::Element data, const std::vector<RejectionData>& all) {
  for (const auto& rejection : all) {
    auto element = call.Types(data, "RequestRejected");
    call.Types(element, "RejectionReasonCode", rejection.code);
    call.Types(element, "RejectionReasonDescription", rejection.description);
  }
}

void AddStatus(const Call& call, xml::Element data, const StatusData& status) {
  auto element = call.Types(data, "RequestStatus");
  call.Types(element, "StatusCode", std::to_string(status.code));
  for (const auto& [key, value] : status.parameters) {
    auto parameter = call.Types(element, "StatusParameter");
    call.Types(parameter, "Key", key);
    call.Types(parameter, "Value", value);
  }
  call.Types(element, "StatusDescription", status.description);
}

// SenderProvidedRequestData and the contents of its attachments.
Result<xml::Element> AddRequestData(const Call& call, const RequestData& data) {
  auto provided = call.Types(call.wrapper, "SenderProvidedRequestData");
  call.Types(provided, "MessageID", data.message_id.ToString());
  if (data.reference_message_id)
    call.Types(provided, "ReferenceMessageID", data.reference_message_id->ToString());
  call.TypesIfAny(provided, "TransactionCode", data.transaction_code);
  call.TypesIfAny(provided, "NodeID", data.node_id);
  if (data.end_of_life) call.Types(provided, "EOL", FormatXsdDateTime(*data.end_of_life, kMoscow));
  if (auto added = AddContent(call, provided, data.content); !added) return added.refusal();
  AddMetadata(call, provided, data.metadata);
  if (data.purpose == RequestData::Purpose::kTest) call.Types(provided, "TestMessage");
  AddContentList(call, data.content);
  return provided;
}

Result<std::string> SignAndWrite(Call& call, xml::Element target, const crypto::Signer& signer) {
  if (auto done = call.Sign(target, signer); !done) return done.refusal();
  return call.document.Serialize();
}

}  // namespace

Refusal Unsupported(std::string_view operation) {
  return Refusal::Conflict("smev.operation_unsupported", std::string(operation));
}

Call::Call(const Dialect& call_dialect, std::string_view operation)
    : dialect(call_dialect), document(xml::Document::Create(kSoap, "soap", "Envelope")) {
  document.root().Add(kSoap, "soap", "Header");  // its absence is a fault: PoorSOAPEnvelopeFormat
  auto body = document.root().Add(kSoap, "soap", "Body");
  wrapper = body.Add(dialect.types, "typ", std::string(operation) + "Request");
}

Outcome Call::Sign(xml::Element target, const crypto::Signer& signer) {
  return xml::SignById(target, kSignedId, Types(wrapper, "CallerInformationSystemSignature"),
                       signer);
}

Result<std::string> BuildSendRequest(const Dialect& dialect, const RequestData& data,
                                     const crypto::Signer& signer) {
  Call call(dialect, "SendRequest");
  auto provided = AddRequestData(call, data);
  if (!provided) return provided.refusal();
  if (auto done = call.Sign(*provided, signer); !done) return done.refusal();
  if (auto added = AddRouting(call, data, &signer); !added) return added.refusal();
  return call.document.Serialize();
}

Result<std::string> BuildUnsignedRequest(const Dialect& dialect, const RequestData& data) {
  Call call(dialect, "SendRequest");
  auto provided = AddRequestData(call, data);
  if (!provided) return provided.refusal();
  if (auto added = AddRouting(call, data, nullptr); !added) return added.refusal();
  return call.document.Serialize();
}

Result<std::string> BuildSendResponse(const Dialect& dialect, const ResponseData& data,
                                      const crypto::Signer& signer) {
  Call call(dialect, "SendResponse");
  auto provided = call.Types(call.wrapper, "SenderProvidedResponseData");
  call.Types(provided, "MessageID", data.message_id.ToString());
  call.Types(provided, "To", data.to);
  if (const auto* content = std::get_if<PrimaryContent>(&data.body)) {
    if (auto added = AddContent(call, provided, *content); !added) return added.refusal();
    AddContentList(call, *content);
  } else if (const auto* rejections = std::get_if<std::vector<RejectionData>>(&data.body)) {
    AddRejections(call, provided, *rejections);
  } else {
    AddStatus(call, provided, std::get<StatusData>(data.body));
  }
  return SignAndWrite(call, provided, signer);
}

Result<std::string> BuildGet(const Dialect& dialect, Queue queue, const Selector& selector,
                             Instant now, const crypto::Signer& signer) {
  Call call(dialect, queue == Queue::kRequests ? "GetRequest" : "GetResponse");
  auto element = call.Basic(call.wrapper, "MessageTypeSelector");
  if (!selector.namespace_uri.empty()) {
    call.Basic(element, "NamespaceURI", selector.namespace_uri);
    call.Basic(element, "RootElementLocalName", selector.root);
  }
  call.Basic(element, "Timestamp", FormatXsdDateTime(now, kMoscow));
  if (!selector.node_id.empty()) call.Basic(element, "NodeID", selector.node_id);
  return SignAndWrite(call, element, signer);
}

Result<std::string> BuildAck(const Dialect& dialect, const Uuid& message_id, Accepted accepted,
                             const crypto::Signer& signer) {
  Call call(dialect, "Ack");
  auto target = call.Basic(call.wrapper, "AckTargetMessage", message_id.ToString());
  target.SetAttribute("accepted", accepted == Accepted::kYes ? "true" : "false");
  return SignAndWrite(call, target, signer);
}

Result<std::string> BuildGetStatus(const Dialect& dialect, Instant now,
                                   const crypto::Signer& signer) {
  Call call(dialect, "GetStatus");
  auto timestamp = call.Basic(call.wrapper, "Timestamp", FormatXsdDateTime(now, kMoscow));
  return SignAndWrite(call, timestamp, signer);
}

Result<std::string> BuildGetIncomingQueueStatistics(const Dialect& dialect,
                                                    std::string_view node_id, Instant now,
                                                    const crypto::Signer& signer) {
  constexpr std::string_view kOperation = "GetIncomingQueueStatistics";
  if (!dialect.HasOperation(kOperation)) return Unsupported(kOperation);
  Call call(dialect, kOperation);
  call.TypesIfAny(call.wrapper, "NodeID", node_id);
  auto timestamp = call.Basic(call.wrapper, "Timestamp", FormatXsdDateTime(now, kMoscow));
  return SignAndWrite(call, timestamp, signer);
}

}  // namespace okno::exchange::smev3
