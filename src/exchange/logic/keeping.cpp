// SPDX-License-Identifier: Apache-2.0
#include "logic/keeping.h"

#include <stdexcept>

#include "logic/attempt.h"
#include "logic/events.h"

namespace okno::exchange {

namespace {

using Found = std::optional<storage::MessageRow>;

// How long a sender may go on repeating what it does not know to have arrived: an id lives a day.
constexpr std::chrono::hours kRepeats{48};

// Names are told in 1.1 and 1.3 only: "MFC001, МФЦ".
std::string_view MnemonicOf(std::string_view party) { return party.substr(0, party.find(',')); }

void Park(storage::MessageRow& row, const char* code) {
  row.message.state = "failed";
  row.message.error_code = code;
  row.fingerprint = code + ("/" + row.message.smev_id.ToString());
}

// The request a cancellation speaks of. Only who sent it may take it back.
void BindCancelled(db::Tx& tx, const Uuid& id, storage::MessageRow& row) {
  row.message.reference_message_id = id;
  if (row.message.state == "failed") return;
  auto request = storage::FindReceived(tx, row.message.connection_id, id);
  if (!request || request->message.operation != "request")
    return Park(row, "exchange.cancel_unknown");
  if (MnemonicOf(request->message.sender_name) != MnemonicOf(row.message.sender_name))
    return Park(row, "exchange.cancel_foreign");
  row.message.request = request->message.id;
  row.message.subject = request->message.subject;
  row.message.content_namespace = request->message.content_namespace;
}

// Our message that this one answers.
Found BindOriginal(db::Tx& tx, const Arrival& arrival, storage::MessageRow& row) {
  if (!arrival.original) return std::nullopt;
  auto original = storage::FindSent(tx, row.message.connection_id, *arrival.original);
  if (!original) return std::nullopt;
  row.message.request = original->message.id;
  row.message.subject = original->message.subject;
  if (row.message.content_root.empty())
    row.message.content_namespace = original->message.content_namespace;
  return original;
}

// A request taken before under another id: its sender had learnt nothing and sent it anew.
void BindRepeated(db::Tx& tx, storage::MessageRow& row, Instant now) {
  auto earlier = storage::FindRepeated(tx, row, now - kRepeats);
  if (!earlier) return;
  row.message.state = "handled";
  row.message.subject = earlier->message.subject;
  row.message.error_code = "exchange.request_repeated";
}

void KeepEnvelopes(db::Tx& tx, const storage::MessageRow& row, const Brought& brought,
                   Instant now) {
  const auto& message = row.message;
  auto id = message.smev_id == Uuid{} ? std::nullopt : std::optional(message.smev_id);
  storage::Envelope envelope{message.id, message.organization_id, true, std::string(brought.call),
                             id,         brought.revision,        now,  std::string(brought.asked)};
  if (!envelope.xml.empty()) storage::KeepEnvelope(tx, envelope);
  envelope.outgoing = false;
  envelope.xml = brought.answer;
  storage::KeepEnvelope(tx, envelope);
}

// What lies on our side: an administrator can mend it, and then the request can be taken after all.
bool IsOurs(std::string_view code) { return code == "certificate.untrusted"; }

// A final answer that can not be trusted will not come again: people must learn of it.
void TellRefused(db::Tx& tx, const Message& message) {
  if (message.operation != "response" && message.operation != "reject") return;
  Tell(tx, "exchange.response_refused", message, {{"code", message.error_code}});
}

void AnswerUntaken(db::Tx& tx, const Message& message, Instant now) {
  if (!IsOurs(message.error_code)) AnswerFailed(tx, message, now);
}

void TellCancelled(db::Tx& tx, const Message& message) {
  if (!message.request) return;
  auto request = message;
  request.id = *message.request;
  Tell(tx, "exchange.request_cancelled", request);
}

void RecordAsync(db::Tx& tx, const storage::MessageRow& original, const smev3::AsyncStatus& async) {
  bool rejected =
      async.category == "requestIsRejectedBySmev" || async.category == "responseIsRejectedBySmev";
  if (!rejected) {
    storage::MarkProgress(tx, original.message.id, "accepted");
    return;
  }
  auto code = async.fault && !async.fault->name.empty() ? smev3::FaultCode(async.fault->name)
                                                        : std::string("smev.rejected");
  auto text = async.fault && !async.fault->text.empty() ? async.fault->text : async.details;
  if (storage::MarkRejected(
          tx, original.message.id,
          {original.attempts, original.tries, code, text, original.maybe_accepted})) {
    Tell(tx, "exchange.delivery_failed", original.message, {{"code", code}, {"taken", true}});
  }
}

void AnnounceAnswer(db::Tx& tx, const Message& message, const storage::MessageRow& original,
                    const std::optional<smev3::AsyncStatus>& async, Instant now) {
  // What the bus says of an id that was replaced since is no news of the message as it is now.
  if (async && async->original_message_id != original.message.smev_id) return;
  // An answer proves that the bus has our message, even if its receipt never came.
  RecordSent(tx, original.message, now);
  if (async) return RecordAsync(tx, original, *async);
  if (original.message.operation != "request") return;
  storage::MarkProgress(tx, original.message.id, "delivered");
  if (message.status) {
    Tell(tx, "exchange.status_received", message,
         {{"code", message.status->code}, {"text", message.status->description}});
  } else {
    Tell(tx, "exchange.response_received", message);
  }
}

void Announce(db::Tx& tx, const Message& message, const Found& original,
              const std::optional<smev3::AsyncStatus>& async, Instant now) {
  if (message.state == "failed")
    return original ? TellRefused(tx, message) : AnswerUntaken(tx, message, now);
  if (message.operation == "cancel") return TellCancelled(tx, message);
  if (message.operation != "request") return AnnounceAnswer(tx, message, *original, async, now);
  if (message.state == "received") Tell(tx, "exchange.request_received", message);
}

}  // namespace

// The other side waits for an answer to what it sent; silence would leave it waiting for ever.
void AnswerFailed(db::Tx& tx, const Message& message, Instant now) {
  if (message.operation != "request" || message.reply_to.empty()) return;
  // The bus signed it for another: not ours to answer.
  if (message.error_code == kForeignRecipient || storage::IsAnswered(tx, message.id)) return;
  Rejection rejection{"FAILURE", "Запрос не принят: " + SignatureSentence(message.error_code,
                                                                          message.signer_name, {})};
  auto queued = QueueRejection(tx, message.id, rejection, now);
  if (!queued) throw std::logic_error("exchange: a stored request has no answer");
}

void KeepUnreadable(db::Tx& tx, const storage::MessageRow& row, const Brought& brought,
                    Instant now) {
  if (storage::Insert(tx, row)) KeepEnvelopes(tx, row, brought, now);
}

std::optional<MessageId> Keep(db::Tx& tx, const Arrival& arrival, const Brought& brought,
                              Instant now) {
  auto row = arrival.row;
  auto& message = row.message;
  if (arrival.cancelled) BindCancelled(tx, *arrival.cancelled, row);
  auto original = BindOriginal(tx, arrival, row);
  bool answers = message.operation != "request" && message.operation != "cancel";
  if (!original && answers && message.state != "failed") {
    Park(row, "exchange.unknown_request");
  }
  if (message.state == "received") BindRepeated(tx, row, now);
  bool settled = arrival.async || message.operation == "cancel";
  if (settled && message.state == "received") message.state = "handled";
  if (message.state != "failed")
    storage::DropRefused(tx, message.connection_id, message.smev_id, now);
  if (!storage::Insert(tx, row)) {
    auto known = storage::FindReceived(tx, message.connection_id, message.smev_id);
    return known ? std::optional(known->message.id) : std::nullopt;
  }
  KeepEnvelopes(tx, row, brought, now);
  Announce(tx, message, original, arrival.async, now);
  return message.id;
}

}  // namespace okno::exchange
