// SPDX-License-Identifier: Apache-2.0
#include "logic/keeping.h"

#include <stdexcept>

#include "logic/attempt.h"
#include "logic/events.h"

namespace okno::exchange {

namespace {

using Found = std::optional<storage::MessageRow>;

// The request a cancellation speaks of, if it has come.
void BindCancelled(db::Tx& tx, const Uuid& id, storage::MessageRow& row) {
  row.message.reference_message_id = id;
  auto request = storage::FindReceived(tx, row.message.connection_id, id);
  if (!request) return;
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
void BindRepeated(db::Tx& tx, storage::MessageRow& row) {
  auto earlier = storage::FindRepeated(tx, row);
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

// The other side waits for an answer to what it sent; silence would leave it waiting for ever.
void AnswerFailed(db::Tx& tx, const Message& message, Instant now) {
  if (message.operation != "request" || message.reply_to.empty()) return;
  if (message.error_code == kForeignRecipient) return;
  Rejection rejection{"FAILURE", "Запрос не принят: " + SignatureSentence(message.error_code,
                                                                          message.signer_name, {})};
  auto queued = QueueRejection(tx, message.id, rejection, now);
  if (!queued) throw std::logic_error("exchange: a stored request has no answer");
}

// A final answer that can not be trusted will not come again: people must learn of it.
void TellRefused(db::Tx& tx, const Message& message) {
  if (message.operation != "response" && message.operation != "reject") return;
  Tell(tx, "exchange.response_refused", message, {{"code", message.error_code}});
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
    return original ? TellRefused(tx, message) : AnswerFailed(tx, message, now);
  if (message.operation == "cancel") return TellCancelled(tx, message);
  if (message.operation != "request") return AnnounceAnswer(tx, message, *original, async, now);
  if (message.state == "received") Tell(tx, "exchange.request_received", message);
}

}  // namespace

std::optional<MessageId> Keep(db::Tx& tx, const Arrival& arrival, const Brought& brought,
                              Instant now) {
  auto row = arrival.row;
  auto& message = row.message;
  if (arrival.cancelled) BindCancelled(tx, *arrival.cancelled, row);
  auto original = BindOriginal(tx, arrival, row);
  bool answers = message.operation != "request" && message.operation != "cancel";
  if (!original && answers && message.state != "failed") {
    message.state = "failed";
    message.error_code = "exchange.unknown_request";
    row.fingerprint = message.error_code + "/" + message.smev_id.ToString();
  }
  if (message.state == "received") BindRepeated(tx, row);
  bool settled = arrival.async || message.operation == "cancel";
  if (settled && message.state == "received") message.state = "handled";
  if (!storage::Insert(tx, row)) {
    auto known = storage::FindReceived(tx, message.connection_id, message.smev_id);
    return known ? std::optional(known->message.id) : std::nullopt;
  }
  KeepEnvelopes(tx, row, brought, now);
  Announce(tx, message, original, arrival.async, now);
  return message.id;
}

}  // namespace okno::exchange
