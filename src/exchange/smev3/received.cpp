// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "smev3/elements.h"

namespace okno::exchange::smev3 {

namespace {

template <typename Number>
bool ReadNumber(const std::string& text, Number& number) {
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

struct Holder {
  xml::Element message;  // RequestMessage, ResponseMessage, SmevAsyncProcessingMessage
  xml::Element signed_by_bus;
};

Holder FindHolder(const Answer& answer) {
  if (!answer.wrapper) return {};
  for (auto message : answer.wrapper.children()) {
    for (std::string_view name : {"Request", "Response", "Cancel", "AsyncProcessingStatusData"}) {
      if (auto found = message.child(name)) return {message, found};
    }
    return {message, {}};
  }
  return {};
}

AsyncStatus ReadAsync(xml::Element element) {
  AsyncStatus status;
  status.original_message_id = ReadId(element, "OriginalMessageId");
  status.category = element.child_text("StatusCategory");
  status.details = element.child_text("StatusDetails");
  if (auto fault = element.child("SmevFault"))
    status.fault = ReadFaultElement(fault, SchemaType(fault));
  return status;
}

Result<StatusData> ReadStatus(xml::Element element) {
  StatusData status;
  if (!ReadNumber(element.child_text("StatusCode"), status.code)) return Malformed("StatusCode");
  status.description = element.child_text("StatusDescription");
  for (auto child : element.children()) {
    if (child.name() == "StatusParameter")
      status.parameters.emplace_back(child.child_text("Key"), child.child_text("Value"));
  }
  return status;
}

std::vector<RejectionData> ReadRejections(xml::Element provided) {
  std::vector<RejectionData> rejections;
  for (auto child : provided.children()) {
    if (child.name() == "RequestRejected") {
      rejections.push_back({child.child_text("RejectionReasonCode"),
                            child.child_text("RejectionReasonDescription")});
    }
  }
  return rejections;
}

template <typename T>
Outcome Put(Result<T> part, ReceivedMessage& message) {
  if (!part) return part.refusal();
  message.body = std::move(*part);
  return Done();
}

Outcome ReadBody(const Answer& answer, xml::Element holder, ReceivedMessage& message) {
  auto provided = message.provided;
  if (provided.child("MessagePrimaryContent"))
    return Put(ReadContent(answer, holder, message.signed_by_bus, provided), message);
  if (provided.child("RequestRejected")) {
    message.body = ReadRejections(provided);
    return Done();
  }
  if (auto status = provided.child("RequestStatus")) return Put(ReadStatus(status), message);
  if (auto status = provided.child("AsyncProcessingStatus")) {
    message.body = ReadAsync(status);
    return Done();
  }
  return Malformed(provided.name());
}

// What the bus itself writes beside the sender's block.
Outcome ReadEnvelopeOf(ReceivedMessage& message) {
  auto element = message.signed_by_bus;
  auto metadata = element.child("MessageMetadata");
  if (!metadata) return Malformed(element.name());
  message.metadata = ReadMetadata(metadata);
  message.original_message_id = ReadId(element, "OriginalMessageId");
  message.reference_message_id = ReadId(element, "ReferenceMessageID");
  message.original_transaction_code = element.child_text("OriginalTransactionCode");
  message.reply_to = element.child_text("ReplyTo");
  auto named = message.provided ? message.provided : element;
  if (!message.metadata.message_id) message.metadata.message_id = ReadId(named, "MessageID");
  return message.metadata.message_id ? Done() : Malformed("MessageId");
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
  if (auto id = ReadId(signed_by_bus, "MessageID")) return id;  // of Cancel
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
  if (signed_by_bus.name() == "Cancel") {
    if (!dialect.has_cancel()) return Malformed("Cancel");
    message.body = Cancellation{ReadId(signed_by_bus, "MessageReference")};
    if (auto read = ReadEnvelopeOf(message); !read) return read.refusal();
    return std::optional(std::move(message));
  }
  bool request = signed_by_bus.name() == "Request";
  message.provided =
      signed_by_bus.child(request ? "SenderProvidedRequestData" : "SenderProvidedResponseData");
  if (!message.provided) return Malformed(signed_by_bus.name());
  if (auto read = ReadEnvelopeOf(message); !read) return read.refusal();
  if (request) message.notes = ReadNotes(message.provided);
  if (auto read = ReadBody(answer, holder, message); !read) return read.refusal();
  return std::optional(std::move(message));
}

Result<std::vector<QueueLength>> ReadQueueStatistics(const Answer& answer) {
  if (!answer.wrapper || answer.wrapper.name() != "GetIncomingQueueStatisticsResponse")
    return Malformed("GetIncomingQueueStatisticsResponse");
  std::vector<QueueLength> queues;
  for (auto element : answer.wrapper.children()) {
    QueueLength queue{element.attribute("queueName").value_or(""), 0};
    bool known = element.name() == "QueueStatistics" &&
                 ReadNumber(element.attribute("pendingMessageNumber").value_or(""), queue.waiting);
    if (!known) return Malformed("QueueStatistics");
    queues.push_back(std::move(queue));
  }
  return queues;
}

}  // namespace okno::exchange::smev3
