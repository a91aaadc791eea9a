// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "exchange/smev3/reader.h"
#include "exchange/smev3/verification.h"
#include "logic/context.h"
#include "storage/message_store.h"

namespace okno::exchange {

// A message on its way into the database, judged.
struct Arrival {
  storage::MessageRow row;
  std::optional<Uuid> original;             // of answers: the id of our message
  std::optional<smev3::AsyncStatus> async;  // what the bus itself says of our message
  std::optional<Uuid> cancelled;            // the request its sender takes back
  // A file can not be fetched now: nothing is stored or acknowledged, the bus brings it again.
  std::string later;
  // When certificates are judged: when the bus took the message, by its own signed word. An outage
  // on our side must not turn a good signature into an expired one.
  Instant signed_at;
  bool failed() const { return row.message.state == "failed"; }
};
// The bus signed it for another participant: not ours to answer.
inline constexpr char kForeignRecipient[] = "exchange.foreign_recipient";

// What a Get call brought before anything of it is known.
storage::MessageRow NewArrival(const Context& context, const storage::ConnectionRow& connection,
                               std::string_view call);
// It can not be taken; the first reason stands.
void Refuse(Arrival& arrival, const std::string& code, const std::string& text);
SignatureNote NoteOf(const smev3::Verdict& verdict);

// What a message is judged with.
struct Inspection {
  const Context& context;
  const storage::ConnectionRow& connection;
  const Runtime& runtime;
  std::string_view call;  // that brought it
  const smev3::Answer& answer;
  // Of a message judged again: as it was stored, with its files. Else null, and files are fetched.
  const storage::MessageRow* earlier = nullptr;
};
Arrival Inspect(const Inspection& inspection);
// Whether ЭП-СМЭВ was right: only then may the message be acknowledged as accepted.
bool IsSignedByBus(const Arrival& arrival);

// Verifies and stores the files of the content, inline ones and those by FTP.
void TakeFiles(const Inspection& inspection, const smev3::ReceivedContent& content,
               Arrival& arrival);
// Of files a process that was killed had not taken to the end; only what is older than a day.
void RemoveLeftovers(const std::string& data_folder);

}  // namespace okno::exchange
