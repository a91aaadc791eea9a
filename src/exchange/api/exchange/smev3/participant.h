// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "crypto/gost.h"
#include "exchange/smev3/builder.h"
#include "exchange/smev3/reader.h"
#include "exchange/smev3/verification.h"
#include "ftp/client.h"
#include "time/time.h"

// A participant of СМЭВ 3 without a database: every function is one exchange over HTTP, signed and
// verified, that blocks until the bus has answered. For tools, tests, and the neighbour systems of
// the test bed. The exchange proper (exchange.h) queues, repeats and remembers; this does not.
namespace okno::exchange::smev3 {

// The FTP storage of the bus, with the account we upload with; what is fetched has accounts of its
// own on the same server.
struct FileStorage {
  ftp::Server server;
  std::string directory = {};  // our upload directory; "" = where the login leads
};
inline constexpr std::uint64_t kMostFileBytes = 1024ULL * 1024 * 1024;  // by FTP, of a message (МР)

struct ParticipantOptions {
  std::string url;  // "http://bus:8090/smev/v1.2/ws"
  const Dialect& dialect;
  std::shared_ptr<const crypto::Signer> signer;  // ЭП-ОВ
  // ЭП-СМЭВ must carry this certificate. Empty: any is taken, see Incoming::bus.
  std::optional<crypto::Certificate> bus_certificate = {};
  // Senders' certificates must lead to these roots. Null: only dates are judged. Not owned.
  const crypto::TrustStore* trust = nullptr;
  const Clock& clock;
  std::string node_id = {};  // NodeID of what is sent and asked for; "" = none
  std::optional<FileStorage> storage = {};
  std::chrono::milliseconds timeout{30'000};
};

struct OutgoingFile {
  std::string mime_type;
  std::string bytes;
  std::string content_id = {};  // when the content names it; begins with a letter; "" = a new one
};
// Travels by FTP: brought to the storage before the message.
struct OutgoingStoredFile {
  std::string mime_type;
  std::string path;  // on this machine
};
struct OutgoingContent {
  std::string xml;                                    // one element in a namespace
  std::vector<OutgoingFile> files = {};               // travel inline, at most 5 MB together
  std::vector<OutgoingStoredFile> stored = {};        // at most kMostFileBytes together
  std::shared_ptr<const crypto::Signer> person = {};  // ЭП-СП over the content; null = none
  // SignaturePKCS7 of the files is the person's when there is one, else the system's.
};
struct OutgoingRequest {
  OutgoingContent content;
  std::optional<Uuid> message_id = {};  // version 1; a new one when empty
  std::optional<Uuid> reference_message_id = {};
  std::string transaction_code = {};
  std::optional<Instant> end_of_life = {};
  RequestData::Purpose purpose = RequestData::Purpose::kReal;
  Routing routing = {};
};
// An answer; rejections are one or more.
using OutgoingAnswer = std::variant<OutgoingContent, std::vector<RejectionData>, StatusData>;

// The bus has taken a message.
struct Receipt {
  Uuid message_id;
  Answer answer;             // owns what `metadata` points into
  MessageMetadata metadata;  // sender and recipient as the bus knows them, status
  Verdict bus;               // always right: a receipt that is not is refused
};

// What the bus handed out. Nothing in it may be believed unless the verdicts are right; that is the
// caller's to decide, because a tool shows what an agency must refuse.
struct Incoming {
  Answer answer;           // owns what the others point into
  std::optional<Uuid> id;  // to acknowledge; empty when the message hides it
  Result<ReceivedMessage> message;
  Verdict bus;                       // ЭП-СМЭВ, pinned when there is a bus certificate
  Verdict sender;                    // ЭП-ОВ of the sender
  std::optional<Verdict> person;     // ЭП-СП, when there is one
  std::vector<Verdict> attachments;  // of inline files, in their order

  bool trustworthy() const;  // readable, and every verdict is right
};

class Participant {
 public:
  explicit Participant(ParticipantOptions options);

  // Refusals of every call. Local: those of the builder; of files by FTP
  // "participant.storage_missing" (the options have none), "participant.file_unreadable" and
  // "participant.storage_failed" (it did not get there). On the way: "participant.unreachable"
  // (nothing was sent), "participant.no_answer" and "participant.answer_malformed" (the bus may
  // have acted), all kUnavailable. By the bus: FaultCode of its fault ("smev.stale_message_id"),
  // its own words as detail; kUnavailable when the same message may be repeated (SMEVFailure,
  // DestinationOverflow, QuoteLimitExceeded), else kConflict. A receipt whose ЭП-СМЭВ is wrong is
  // "participant.receipt_untrusted" with the verdict as detail.
  Result<Receipt> SendRequest(const OutgoingRequest& request) const;
  // `to` is the request's ReplyTo, verbatim.
  Result<Receipt> SendResponse(const std::string& to, const OutgoingAnswer& answer,
                               std::optional<Uuid> message_id = {}) const;
  // Empty = an empty queue.
  Result<std::optional<Incoming>> GetRequest(const Selector& selector = {}) const;
  Result<std::optional<Incoming>> GetResponse(const Selector& selector = {}) const;
  Result<std::optional<Incoming>> GetStatus() const;
  // Fetches a file that came by FTP to `path`, before the message is acknowledged. The verdict is
  // on its hash ("signature.hash_differs") and its SignaturePKCS7. Refused
  // "participant.storage_missing", "exchange.ftp_place_missing" (the bus named no place),
  // "participant.storage_failed".
  Result<Verdict> Fetch(const ReceivedFile& file, const std::string& path) const;
  Outcome Ack(const Uuid& message_id, Accepted accepted = Accepted::kYes) const;
  Result<std::vector<QueueLength>> GetIncomingQueueStatistics() const;  // 1.1 only

  const ParticipantOptions& options() const { return options_; }

 private:
  Result<Answer> Call(std::string_view operation, Result<std::string> envelope,
                      std::vector<BinaryPart> parts = {}) const;
  Result<Receipt> TakeReceipt(const Uuid& id, Result<Answer> answer) const;
  Result<std::optional<Incoming>> TakeIncoming(Result<Answer> answer) const;
  Result<std::optional<Incoming>> Get(Queue queue, const Selector& selector) const;

  ParticipantOptions options_;
};

}  // namespace okno::exchange::smev3
