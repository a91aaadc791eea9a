// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "exchange/smev3/dialect.h"
#include "exchange/smev3/multipart.h"
#include "exchange/smev3/source.h"
#include "smev3/builder.h"
#include "xml/document.h"

// What the bus answers, taken apart but not yet verified: see verification.h.
namespace okno::exchange::smev3 {

struct Fault {
  std::string name;  // "StaleMessageId"; "" when the fault has no detail of the faults namespace
  std::string text;  // Description, else faultstring
};

// The answer to any call: a fault, or the wrapper element inside soap:Body.
struct Answer {
  Source source;
  std::vector<BinaryPart> parts;
  xml::Element wrapper;  // "SendRequestResponse" …; empty when `fault`
  std::optional<Fault> fault;
};
// Refusals: those of ReadPackage and ReadEnvelope, "soap.malformed" (no Envelope/Body with one
// element).
Result<Answer> ReadAnswer(std::string_view content_type, std::string_view body);

struct MessageMetadata {
  xml::Element element;
  std::optional<Uuid> message_id;
  std::string sender;  // mnemonic, with the name where the dialect has one
  std::string status;
};
// The receipt of SendRequest and SendResponse. Refused "smev.malformed".
Result<MessageMetadata> ReadReceipt(const Answer& answer);

struct ReceivedAttachment {
  AttachmentHeader header;
  std::string bytes;
};
// The state of an earlier message as the bus itself tells it.
struct AsyncStatus {
  std::optional<Uuid> original_message_id;
  std::string category;  // "requestIsRejectedBySmev" …
  std::string details;
  std::optional<Fault> fault;
};
struct ReceivedContent {
  std::string xml;  // the child of MessagePrimaryContent, byte for byte
  std::string namespace_uri, root;
  std::vector<ReceivedAttachment> attachments;
};
struct ReceivedMessage {
  xml::Element signed_by_bus;  // Request, Response or AsyncProcessingStatusData
  xml::Element provided;       // SenderProvided…Data; empty for AsyncProcessingStatusData
  MessageMetadata metadata;
  std::optional<Uuid> original_message_id;  // of answers
  std::string reply_to;                     // of requests
  std::variant<ReceivedContent, RejectionData, StatusData, AsyncStatus> body;
};
// The message of GetRequestResponse, GetResponseResponse or GetStatusResponse; empty = empty queue.
// Refused "smev.malformed" (detail: what is missing), "smev.attachments_miscoordinated".
Result<std::optional<ReceivedMessage>> ReadReceived(const Answer& answer, const Dialect& dialect);
// What ЭП-СМЭВ must cover: Request, Response or AsyncProcessingStatusData; empty when there is
// none.
xml::Element FindSigned(const Answer& answer);
// The id to acknowledge, even of a message that ReadReceived refuses.
std::optional<Uuid> FindReceivedId(const Answer& answer);
bool HasMessage(const Answer& answer);

}  // namespace okno::exchange::smev3
