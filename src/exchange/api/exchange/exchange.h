// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "base/id.h"
#include "crypto/gost.h"
#include "db/pool.h"
#include "files/store.h"
#include "time/time.h"

// Exchange through СМЭВ 3. The rooms above hand over content inside their own transaction; a worker
// signs and sends it (guaranteed delivery), polls the queues, verifies, stores and acknowledges.
// Nothing here knows what an application is.
namespace okno::exchange {

using MessageId = Id<struct SmevMessageTag>;  // our row; the СМЭВ id is a UUID v1 beside it
using ConnectionId = Id<struct SmevConnectionTag>;

struct Attachment {
  std::string name;  // file name; carried in the content, СМЭВ does not transmit it
  std::string content_type;
  std::string sha256_hex;  // where it lies in files::Store
  std::uint64_t size = 0;
  std::string content_id;  // AttachmentHeader/contentId; given by MakeContentId()
};
std::string MakeContentId();  // begins with a letter, unique

// Business content of a request or a final answer. `content_xml` is one element in a namespace (the
// child of MessagePrimaryContent), already valid by the message type's XSD.
struct Content {
  std::string content_xml;
  std::vector<Attachment>
      attachments;  // inline (MTOM): together at most 5 MB, else "exchange.attachments_too_large"
};
// What a message belongs to in the room above: ("application", id) or ("registration", id).
struct Subject {
  std::string kind;
  Uuid id;
};

// Queue a message for delivery on the organization's connection, in the caller's transaction.
// Refused: "exchange.no_connection" (the organization has none), "exchange.attachments_too_large",
// "exchange.content_malformed" (not one element in a namespace), "exchange.not_found" (no such
// request).
Result<MessageId> QueueRequest(db::Tx& tx, const access::OrganizationId& organization_id,
                               const Subject& subject, const Content& content, Instant now);
// An answer to a received request: final content, a refusal (RequestRejected) or an intermediate
// status.
Result<MessageId> QueueResponse(db::Tx& tx, const MessageId& request, const Content& content,
                                Instant now);
struct StatusNote {
  int code = 0;
  std::string description;  // ≤ 4000 characters
};
Result<MessageId> QueueStatus(db::Tx& tx, const MessageId& request, const StatusNote& note,
                              Instant now);
// RequestRejected: the final answer that there will be none.
struct Rejection {
  std::string code;         // ACCESS_DENIED, NO_DATA, UNKNOWN_REQUEST_DESCRIPTION, FAILURE
  std::string description;  // ≤ 4000 characters
};
Result<MessageId> QueueRejection(db::Tx& tx, const MessageId& request, const Rejection& rejection,
                                 Instant now);
// A waiting or failed delivery is tried again now, with a fresh count of attempts. Refused
// "exchange.not_found", "exchange.not_waiting".
Outcome Retry(db::Tx& tx, const MessageId& id, Instant now);

// A message as stored. `content_xml` is the child of MessagePrimaryContent, byte for byte.
struct Message {
  MessageId id;
  access::OrganizationId organization_id;
  ConnectionId connection_id;
  Uuid smev_id;
  bool outgoing = false;
  std::string operation;  // "request", "response", "status", "reject"
  std::string state;      // as in openapi.yaml
  Subject subject;        // of incoming requests: set by the room that took it
  std::string content_xml;
  std::string content_namespace, content_root;
  std::vector<Attachment> attachments;  // of incoming: already in files::Store
  std::string reply_to;
  std::string sender_name;        // mnemonic and name as СМЭВ gave them
  std::string signature_verdict;  // "signature.valid" or what is wrong
  std::string signer_name;
  std::optional<StatusNote> status;
  std::optional<Rejection> rejection;  // of operation "reject"
  std::string error_code, error;
  std::optional<MessageId> request;  // of an answer: our request it answers
  Instant created_at;
};
std::optional<Message> FindMessage(db::Tx& tx, const MessageId& id);
void SetSubject(db::Tx& tx, const MessageId& id, const Subject& subject);
// «Подпись верна: Минтруд, сертификат до 01.02.2027» or what is wrong, Russian.
std::string SignatureSentence(std::string_view verdict, std::string_view signer,
                              std::optional<Instant> valid_until);

// Events published (payload {"message_id", "subject_kind", "subject_id", …}; organization = the
// connection's owner):
//   exchange.request_sent        the bus has accepted our request (also after a broken connection
//   proved "already sent") exchange.delivery_delayed    an attempt failed, it will be repeated: +
//   "attempt", "next_attempt_at", "code" exchange.delivery_failed     attempts used up, or a final
//   fault: + "code". Also of a request the bus took first and
//                                refused after its own checks
//   exchange.request_received    a request for us: verified, stored and acknowledged
//   exchange.response_received   the final answer to our request (operation "response" or "reject")
//   exchange.response_refused    a final answer came that can not be trusted or read; it is kept in the journal: + "code"
//   exchange.status_received     an intermediate status of our request: + "code", "text"
//   exchange.response_sent       our final answer was accepted by the bus (of statuses nothing is
//   told)
// Each is told once, in the transaction that stores the fact. Different messages may overtake each
// other: a status can come after the final answer.

// How an organization talks to the bus.
struct Connection {
  ConnectionId id;
  access::OrganizationId organization_id;
  std::string mnemonic;                    // participant's code in СМЭВ
  std::string url;                         // base, e.g. http://127.0.0.1:8090/smev/v1.2/ws
  std::string version;                     // "1.1", "1.2", "1.3"; this release speaks 1.2
  std::string key_path, certificate_path;  // PEM files below the data folder, 0600
  std::string bus_certificate_pem;         // ЭП-СМЭВ we trust
  std::string trusted_roots_pem;           // for the sender's ЭП-ОВ
};
void SaveConnection(db::Tx& tx, const Connection& connection);
std::vector<Connection> ListConnections(db::Tx& tx);

}  // namespace okno::exchange
