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
#include "exchange/smev3/dialect.h"
#include "time/time.h"

// Signed SOAP envelopes of a participant. All refuse what SignById refuses
// ("smev_transform.no_namespace" …).
namespace okno::exchange::smev3 {

struct AttachmentHeader {
  std::string content_id;
  std::string mime_type;
  std::string signature;  // detached CMS, DER
};
struct PrimaryContent {
  std::string xml;                            // one element in a namespace
  std::vector<AttachmentHeader> attachments;  // contents travel as parts "cid:<content_id>"
};
struct RequestData {
  Uuid message_id;  // version 1
  PrimaryContent content;
};
struct RejectionData {
  std::string code;  // ACCESS_DENIED, NO_DATA, UNKNOWN_REQUEST_DESCRIPTION, FAILURE
  std::string description;
};
struct StatusData {
  int code = 0;
  std::string description;
};
struct ResponseData {
  Uuid message_id;
  std::string to;  // the request's ReplyTo, verbatim
  std::variant<PrimaryContent, RejectionData, StatusData> body;
};
// Which messages are asked for; all of the own queue when empty.
struct Selector {
  std::string namespace_uri, root;
};
enum class Queue { kRequests, kResponses };

Result<std::string> BuildSendRequest(const Dialect& dialect, const RequestData& data,
                                     const crypto::Signer& signer);
Result<std::string> BuildSendResponse(const Dialect& dialect, const ResponseData& data,
                                      const crypto::Signer& signer);
Result<std::string> BuildGet(const Dialect& dialect, Queue queue, const Selector& selector,
                             Instant now, const crypto::Signer& signer);
Result<std::string> BuildAck(const Dialect& dialect, const Uuid& message_id, bool accepted,
                             const crypto::Signer& signer);
Result<std::string> BuildGetStatus(const Dialect& dialect, Instant now,
                                   const crypto::Signer& signer);

}  // namespace okno::exchange::smev3
