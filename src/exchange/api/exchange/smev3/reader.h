// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "exchange/smev3/blocks.h"
#include "exchange/smev3/dialect.h"
#include "exchange/smev3/multipart.h"
#include "exchange/smev3/source.h"
#include "time/time.h"
#include "xml/document.h"

// What the bus answers, taken apart but not yet verified: see verification.h.
namespace okno::exchange::smev3 {

struct Fault {
  std::string name;  // "StaleMessageId"; "" when the fault has no detail of the faults namespace
  std::string text;  // Description, else faultstring
  std::string code;  // Code as the bus writes it, may be empty
  // SignatureVerificationFault: "NoSignatureFound" …; else "".
  std::string reason;
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

// Who sent or gets a message; the name only in dialects that have one.
struct Party {
  std::string mnemonic, name;
  std::string ToString() const;  // "MSZ001, Минтруд"
};
struct MessageMetadata {
  xml::Element element;
  std::optional<Uuid> message_id;
  std::string type;  // REQUEST, BROADCAST, RESPONSE, CANCEL
  Party sender, recipient;
  std::optional<Instant> sent_at, delivered_at;
  std::string destination, interaction;  // 1.1: DestinationName, InteractionType
  std::string status;
};
// The receipt of SendRequest and SendResponse. Refused "smev.malformed".
Result<MessageMetadata> ReadReceipt(const Answer& answer);

struct ReceivedAttachment {
  AttachmentHeader header;
  std::string bytes;
};
// A file that must be fetched by FTP before the message is acknowledged. `place` is empty when the
// bus gave no credentials for it.
struct ReceivedFile {
  RefAttachmentHeader header;
  std::optional<FsAttachment> place;
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
  xml::Element element;             // the same in the tree
  xml::Element personal_signature;  // PersonalSignature, may be empty
  std::vector<ReceivedAttachment> attachments;
  std::vector<ReceivedFile> files;
};
// The sender takes an earlier request back (1.1).
struct Cancellation {
  std::optional<Uuid> message_reference;  // the request taken back
};
// What a sender says of a request besides its content.
struct RequestNotes {
  std::optional<Uuid> reference_message_id;
  std::string transaction_code, node_id;
  std::optional<Instant> end_of_life;
  BusinessProcessMetadata metadata;
  bool test = false;  // TestMessage: data must not be changed by it
};
struct ReceivedMessage {
  xml::Element signed_by_bus;  // Request, Response, Cancel or AsyncProcessingStatusData
  xml::Element provided;       // SenderProvided…Data; empty for AsyncProcessingStatusData, Cancel
  MessageMetadata metadata;
  std::optional<Uuid> original_message_id;   // of answers
  std::optional<Uuid> reference_message_id;  // of answers: the first request of the chain
  std::string original_transaction_code;     // of answers
  std::string reply_to;                      // of requests
  RequestNotes notes;                        // of requests
  std::variant<ReceivedContent, std::vector<RejectionData>, StatusData, AsyncStatus, Cancellation>
      body;
};
// The message of GetRequestResponse, GetResponseResponse or GetStatusResponse; empty = empty queue.
// Refused "smev.malformed" (detail: what is missing), "smev.attachments_miscoordinated".
Result<std::optional<ReceivedMessage>> ReadReceived(const Answer& answer, const Dialect& dialect);
// What ЭП-СМЭВ must cover: Request, Response, Cancel or AsyncProcessingStatusData; empty when there
// is none.
xml::Element FindSigned(const Answer& answer);
// The id to acknowledge, even of a message that ReadReceived refuses.
std::optional<Uuid> FindReceivedId(const Answer& answer);
bool HasMessage(const Answer& answer);

// GetIncomingQueueStatistics (1.1). Refused "smev.malformed".
struct QueueLength {
  std::string queue;
  long long waiting = 0;
};
Result<std::vector<QueueLength>> ReadQueueStatistics(const Answer& answer);

}  // namespace okno::exchange::smev3
