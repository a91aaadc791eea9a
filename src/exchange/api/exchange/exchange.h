// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "base/id.h"
#include "crypto/gost.h"
#include "db/pool.h"
#include "exchange/smev3/blocks.h"
#include "files/store.h"
#include "text/messages.h"
#include "time/time.h"

// Exchange through СМЭВ 3. The rooms above hand over content inside their own transaction; a worker
// signs and sends it (guaranteed delivery), polls the queues, verifies, stores and acknowledges.
// Nothing here knows what an application is.
namespace okno::exchange {

using MessageId = Id<struct SmevMessageTag>;  // our row; the СМЭВ id is a UUID v1 beside it
using ConnectionId = Id<struct SmevConnectionTag>;

// A check of one signature: "signature.valid" or what is wrong, "" when there was none to check.
struct SignatureNote {
  std::string verdict;
  std::string signer;
  std::optional<Instant> until;  // its certificate
};

struct Attachment {
  std::string name;  // file name; only envelope 1.3 transmits it, and only of files by FTP
  std::string content_type;
  std::string sha256_hex;  // where it lies in files::Store
  std::uint64_t size = 0;
  std::string content_id;      // AttachmentHeader/contentId; given by MakeContentId()
  std::optional<Uuid> ftp_id;  // its FTP directory; set by this room when it travels by FTP
  SignatureNote signature;     // of received ones: SignaturePKCS7
};
std::string MakeContentId();  // begins with a letter, unique

// Business content of a request or a final answer. `content_xml` is one element in a namespace (the
// child of MessagePrimaryContent), already valid by the message type's XSD.
struct Content {
  std::string content_xml;
  // Inline (MTOM) while they are within Connection::Limits::inline_bytes together; more go by FTP,
  // within file_bytes, when the connection has file transfer. Else
  // "exchange.attachments_too_large".
  std::vector<Attachment> attachments = {};
  // ЭП-СП: who signs the content in person. Signed at once, in the caller's thread; an attribute Id
  // is put on the root of the content, which its XSD must allow.
  std::shared_ptr<const crypto::Signer> personal_signer = nullptr;
  // Of requests only, each optional:
  std::optional<Uuid> reference_message_id = {};  // СМЭВ id of the message that began the chain
  std::string transaction_code = {};              // at most 1500 characters
  std::optional<Instant> end_of_life = {};        // EOL: after it nobody needs the answer
  std::optional<smev3::CaseInfo> case_info = {};
  std::string frgu = {};  // code of the organization's own system when we send for another
};
// What a message belongs to in the room above: ("application", id) or ("registration", id).
struct Subject {
  std::string kind;
  Uuid id;
};

// Queue a message for delivery on the organization's connection, in the caller's transaction.
// Refused: "exchange.no_connection" (the organization has none), "exchange.attachments_too_large",
// "exchange.content_malformed" (not one element in a namespace), "exchange.not_found" (no such
// request), "smev.end_of_life_reached"; of a personal signature those of SignById.
Result<MessageId> QueueRequest(db::Tx& tx, const access::OrganizationId& organization_id,
                               const Subject& subject, const Content& content, Instant now);
// An answer to a received request: final content, a refusal (RequestRejected) or an intermediate
// status.
Result<MessageId> QueueResponse(db::Tx& tx, const MessageId& request, const Content& content,
                                Instant now);
struct StatusNote {
  int code = 0;
  std::string description;                                           // ≤ 4000 characters
  std::vector<std::pair<std::string, std::string>> parameters = {};  // key, value
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

// The signed SendRequest as it would go out now, made without the bus and without a trace. Its
// message id is not used again. Where there is no connection (envelope 1.2 then) or its key can not
// be read, the signature is left out and `unsigned_because` says why.
struct Preview {
  std::string envelope_xml;
  std::string version;           // of the envelope
  std::string sender;            // the participant's mnemonic, "" without a connection
  std::string unsigned_because;  // "" when signed; else a code, e.g. "exchange.no_connection"
};
struct PreviewResources {
  const files::Store& files;
  std::string data_folder;  // relative key paths of connections are taken below it
};
// Refused as QueueRequest is, but for "exchange.no_connection"; "file.missing".
Result<Preview> PreviewRequest(db::Tx& tx, const PreviewResources& resources,
                               const access::OrganizationId& organization_id,
                               const Content& content, Instant now);

// A waiting or failed delivery is tried again now, with a fresh count of attempts. Refused
// "exchange.not_found", "exchange.not_waiting".
Outcome Retry(db::Tx& tx, const MessageId& id, Instant now);

// The request is not sent any more, with certainty: it is still waiting and has never gone out.
// False when the bus may have it.
bool Withdraw(db::Tx& tx, const MessageId& id, Instant now);
// The envelope of ours that went out last, byte for byte; nothing while none has been built.
std::optional<std::string> FindSentEnvelope(db::Tx& tx, const MessageId& id);

// A message as stored. `content_xml` is the child of MessagePrimaryContent, byte for byte.
struct Message {
  MessageId id;
  access::OrganizationId organization_id;
  ConnectionId connection_id;
  Uuid smev_id;
  bool outgoing = false;
  std::string operation;  // "request", "response", "status", "reject", "cancel" (incoming, 1.1)
  std::string state;      // as in openapi.yaml
  Subject subject;        // of incoming requests: set by the room that took it
  std::string content_xml;
  std::string content_namespace, content_root;
  std::vector<Attachment> attachments;  // of incoming: already in files::Store
  std::string reply_to;
  std::string sender_name;        // mnemonic and name as СМЭВ gave them
  std::string recipient_name;     // of incoming
  std::string signature_verdict;  // ЭП-ОВ: "signature.valid" or what is wrong
  std::string signer_name;
  SignatureNote bus_signature;       // ЭП-СМЭВ, of incoming
  SignatureNote personal_signature;  // ЭП-СП over the content; of our own as it was made
  std::optional<StatusNote> status;
  std::optional<Rejection> rejection;         // of operation "reject"
  std::vector<Rejection> further_rejections;  // when there is more than one
  std::string error_code, error;
  std::optional<MessageId> request;  // of an answer: our request it answers
  Instant created_at;
  std::string version;  // of the envelope, "" while it is not built
  // Of requests, as in Content. `test`: data must not be changed by it (TestMessage).
  std::optional<Uuid> reference_message_id;
  std::string transaction_code, node_id, frgu;
  std::optional<Instant> end_of_life;
  std::optional<smev3::CaseInfo> case_info;
  bool test = false;
};
std::optional<Message> FindMessage(db::Tx& tx, const MessageId& id);
void SetSubject(db::Tx& tx, const MessageId& id, const Subject& subject);
// «Подпись верна: Минтруд, сертификат до 01.02.2027» or what is wrong.
std::string SignatureSentence(std::string_view verdict, std::string_view signer,
                              std::optional<Instant> valid_until,
                              text::Language language = text::Language::kRussian);

// Events published (payload {"message_id", "subject_kind", "subject_id", …}; organization = the
// connection's owner):
//   exchange.request_sent        the bus has accepted our request (also after a broken connection
//   proved "already sent") exchange.delivery_delayed    an attempt failed, it will be repeated: +
//   "attempt", "next_attempt_at", "code" exchange.delivery_failed     attempts used up, or a final
//   fault: + "code". Also of a request the bus took first and
//                                refused after its own checks: + "taken": true
//   exchange.request_received    a request for us: verified, stored and acknowledged
//   exchange.request_cancelled   the sender took a request back (1.1): message_id is the request's
//   exchange.response_received   the final answer to our request (operation "response" or "reject")
//   exchange.response_refused    a final answer came that can not be trusted or read; it is kept in
//   the journal: + "code" exchange.status_received     an intermediate status of our request: +
//   "code", "text" exchange.response_sent       our final answer was accepted by the bus (of
//   statuses nothing is told)
// Each is told once, in the transaction that stores the fact. Different messages may overtake each
// other: a status can come after the final answer.

// How an organization talks to the bus.
struct Connection {
  ConnectionId id;
  access::OrganizationId organization_id;
  std::string mnemonic;                    // participant's code in СМЭВ
  std::string url;                         // base, e.g. http://127.0.0.1:8090/smev/v1.2/ws
  std::string version;                     // "1.1", "1.2", "1.3"
  std::string key_path, certificate_path;  // PEM files below the data folder, 0600
  std::string bus_certificate_pem;         // ЭП-СМЭВ we trust
  std::string trusted_roots_pem;           // for the sender's ЭП-ОВ
  std::string node_id = {};  // NodeID of our requests; answers come to this node's queue
  // File transfer (FTP) of attachments over 5 MB.
  struct Ftp {
    std::string host = {};  // "" = none
    int port = 21;
    std::string user = {};
    std::string password_path = {};  // a file below the data folder, 0600
    std::string directory = {};      // our upload directory on the storage
    bool configured() const { return !host.empty(); }
    bool operator==(const Ftp&) const = default;
  } ftp = {};
  struct Limits {
    int max_in_flight = 4;  // messages on their way to the bus at once
    int max_attempts = 12;  // refusals of a living bus, then «доставка по запросу»
    int delivery_hours = 72;  // the same after so long, once the bus has refused again
    std::chrono::milliseconds poll_shortest{5000};  // pause after an empty poll, growing to
    std::chrono::milliseconds poll_longest{60000};  // this one while queues stay empty
    std::uint64_t inline_bytes = 5 * 1024 * 1024;   // attachments of a message inside the envelope
    std::uint64_t file_bytes = 1024 * 1024 * 1024;  // and by FTP, all together
    bool operator==(const Limits&) const = default;
  } limits = {};
};
void SaveConnection(db::Tx& tx, const Connection& connection);
std::vector<Connection> ListConnections(db::Tx& tx);

}  // namespace okno::exchange
