// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>

namespace okno::testbed {

// How the answers of the bus travel.
enum class AnswerForm {
  kInline,           // "inline": text/xml always, attachments as Base64 in place
  kWithAttachments,  // "attachments": multipart/XOP only when there are attachments
  kMultipart,        // "multipart": always, faults too; SignaturePKCS7 goes as a part, as the live
                     // bus does
};
enum class Switch { kOff, kOn };

// What can be set at the start and changed while the test bed runs (PUT /control/settings); a
// change lasts until it ends.
struct Settings {
  std::chrono::seconds visibility{15 * 60};  // an unacknowledged message is handed out again after
  std::chrono::seconds id_life{24 * 3600};   // a MessageID older than this is stale
  std::chrono::seconds file_life{7 * 24 * 3600};  // files of a message and their accounts
  std::uint64_t mtom_limit = 5 * 1024 * 1024;    // bytes of a message's attachments in the envelope
  std::uint64_t ftp_limit = 1024 * 1024 * 1024;  // bytes of a message's files on the FTP server
  std::uint64_t structured_limit = 5 * 1024 * 1024;  // bytes of SenderProvided…Data
  // Files up to this size together are checked before the receipt is given; larger ones would keep
  // the sender waiting and are left to the background.
  std::uint64_t checked_at_once = 64 * 1024 * 1024;
  std::uint64_t queue_limit = 0;  // messages a queue holds; 0 = without bound
  AnswerForm answers = AnswerForm::kWithAttachments;
  Switch require_header = Switch::kOn;  // no soap:Header: PoorSOAPEnvelopeFormat
  Switch check_content = Switch::kOn;   // the asynchronous stage; off: all is handed on unchecked
  Switch check_transaction_codes = Switch::kOn;
  Switch anti_flood = Switch::kOff;  // ten empty polls in a row faster than one in 30 s: refused
  bool operator==(const Settings&) const = default;
};

}  // namespace okno::testbed
