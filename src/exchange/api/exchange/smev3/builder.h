// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "crypto/gost.h"
#include "exchange/smev3/blocks.h"
#include "exchange/smev3/dialect.h"
#include "time/time.h"

// SOAP envelopes of a participant, signed with its ЭП-ОВ. All refuse what SignById refuses
// ("smev_transform.no_namespace" …) and "smev.operation_unsupported" (detail: the operation) when
// the dialect has no such call or block.
namespace okno::exchange::smev3 {

struct PrimaryContent {
  std::string xml;  // one element in a namespace
  // ЭП-СП: ds:Signature over the root of `xml`, see SignPersonally; "" = none.
  std::string personal_signature;
  std::vector<AttachmentHeader> attachments;
  std::vector<RefAttachmentHeader> files;
};
struct RequestData {
  Uuid message_id;                           // version 1
  std::optional<Uuid> reference_message_id;  // the message that began the chain
  std::string transaction_code;
  std::string node_id;
  std::optional<Instant> end_of_life;  // EOL
  PrimaryContent content;
  BusinessProcessMetadata metadata;
  enum class Purpose { kReal, kTest } purpose = Purpose::kReal;  // kTest: TestMessage
  Routing routing;                                               // 1.3 only
};
struct ResponseData {
  Uuid message_id;
  std::string to;  // the request's ReplyTo, verbatim
  // One or more rejections, or exactly one of the others.
  std::variant<PrimaryContent, std::vector<RejectionData>, StatusData> body;
};
// Which messages are asked for; all of the own queue when empty.
struct Selector {
  std::string namespace_uri, root;
  std::string node_id;  // answers to requests sent with this NodeID
};
enum class Queue { kRequests, kResponses };
// Ack with accepted="false" says that ЭП-СМЭВ did not verify.
enum class Accepted { kNo, kYes };

Result<std::string> BuildSendRequest(const Dialect& dialect, const RequestData& data,
                                     const crypto::Signer& signer);
Result<std::string> BuildSendResponse(const Dialect& dialect, const ResponseData& data,
                                      const crypto::Signer& signer);
Result<std::string> BuildGet(const Dialect& dialect, Queue queue, const Selector& selector,
                             Instant now, const crypto::Signer& signer);
Result<std::string> BuildAck(const Dialect& dialect, const Uuid& message_id, Accepted accepted,
                             const crypto::Signer& signer);
Result<std::string> BuildGetStatus(const Dialect& dialect, Instant now,
                                   const crypto::Signer& signer);
// 1.1 only.
Result<std::string> BuildGetIncomingQueueStatistics(const Dialect& dialect,
                                                    std::string_view node_id, Instant now,
                                                    const crypto::Signer& signer);

// The SendRequest as it would be sent, but without CallerInformationSystemSignature: for people to
// look at where there is no key to sign with. The real bus refuses it.
Result<std::string> BuildUnsignedRequest(const Dialect& dialect, const RequestData& data);

// Content signed by a person: an attribute Id is put on the root and the signature made over it.
// The profile keeps the signature right wherever the root is put later, so that it can be made
// when the person signs and sent when the bus answers.
struct PersonallySigned {
  std::string xml;        // the content with its Id
  std::string signature;  // ds:Signature
};
Result<PersonallySigned> SignPersonally(std::string_view content_xml, const crypto::Signer& person);

}  // namespace okno::exchange::smev3
