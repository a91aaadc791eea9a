// SPDX-License-Identifier: Apache-2.0
#include "logic/reception.h"

#include "crypto/hash.h"
#include "exchange/smev3/verification.h"
#include "logic/attempt.h"
#include "logic/events.h"
#include "logic/rules/file_names.h"
#include "text/strings.h"

namespace okno::exchange {

namespace {

// A message on its way into the database.
struct Arrival {
  storage::MessageRow row;
  std::optional<Uuid> original;             // of answers: the id of our message
  std::optional<smev3::AsyncStatus> async;  // what the bus itself says of our message
  std::optional<Uuid> cancelled;            // the request its sender takes back
};

SignatureNote NoteOf(const smev3::Verdict& verdict) {
  SignatureNote note{verdict.code, {}, {}};
  if (!verdict.signer) return note;
  note.signer = verdict.signer->subject_name();
  note.until = verdict.signer->not_after();
  return note;
}

class Reception {
 public:
  Reception(const Context& context, const storage::ConnectionRow& connection,
            const Runtime& runtime, std::string_view call, const smev3::Answer& answer)
      : context_(context),
        connection_(connection),
        runtime_(runtime),
        call_(call),
        answer_(answer) {}

  Acknowledgement Run() {
    auto id = smev3::FindReceivedId(answer_);
    auto signed_by_bus = smev3::FindSigned(answer_);
    auto bus = signed_by_bus ? smev3::VerifyBus(signed_by_bus, runtime_.bus) : smev3::Verdict{};
    if (!bus.valid()) {
      Keep(Refused(id, bus.code, ""));
      return {id, false};
    }
    auto message = smev3::ReadReceived(answer_, *runtime_.dialect);
    if (!message) {
      Keep(Refused(id, message.refusal().code, message.refusal().detail));
    } else if (!id || !*message) {
      Keep(Refused(id, "smev.malformed", "MessageId"));
    } else {
      auto arrival = Read(**message, *id);
      arrival.row.message.bus_signature = NoteOf(bus);
      Keep(arrival);
    }
    return {id, true};
  }

 private:
  storage::MessageRow NewRow(const std::optional<Uuid>& id) const {
    storage::MessageRow row;
    auto& message = row.message;
    message.id = MessageId::New();
    message.organization_id = connection_.connection.organization_id;
    message.connection_id = connection_.connection.id;
    message.smev_id = id.value_or(Uuid{});
    message.operation = call_ == "GetRequest"    ? "request"
                        : call_ == "GetResponse" ? "response"
                                                 : "status";
    message.state = "received";
    message.version = runtime_.dialect->version;
    message.created_at = context_.clock.Now();
    return row;
  }

  Arrival Refused(const std::optional<Uuid>& id, const std::string& code,
                  const std::string& text) const {
    Arrival arrival{NewRow(id), {}, {}};
    Refuse(arrival, code, text);
    arrival.row.message.signature_verdict = code.starts_with("signature.") ? code : "";
    return arrival;
  }

  void Refuse(Arrival& arrival, const std::string& code, const std::string& text) const {
    arrival.row.message.state = "failed";
    arrival.row.message.error_code = code;
    arrival.row.message.error = text;
    arrival.row.fingerprint = text::HexEncode(crypto::Sha256(answer_.source.bytes()));
  }

  Arrival Read(const smev3::ReceivedMessage& received, const Uuid& id) const {
    Arrival arrival{NewRow(id), received.original_message_id, {}};
    auto& message = arrival.row.message;
    message.reply_to = received.reply_to;
    message.sender_name = received.metadata.sender.ToString();
    message.recipient_name = received.metadata.recipient.ToString();
    TakeNotes(received, message);
    auto verdict = smev3::VerifySender(received, runtime_.trust, runtime_.bus, WireNow());
    message.signature_verdict = verdict.code;
    if (verdict.signer) {
      message.signer_name = verdict.signer->subject_name();
      arrival.row.signer_until = verdict.signer->not_after();
    }
    if (!verdict.valid()) Refuse(arrival, verdict.code, "");
    ReadBody(received, arrival);
    return arrival;
  }

  static void TakeNotes(const smev3::ReceivedMessage& received, Message& message) {
    const auto& notes = received.notes;
    message.reference_message_id =
        notes.reference_message_id ? notes.reference_message_id : received.reference_message_id;
    message.transaction_code = received.original_transaction_code.empty()
                                   ? notes.transaction_code
                                   : received.original_transaction_code;
    message.node_id = notes.node_id;
    message.end_of_life = notes.end_of_life;
    message.case_info = notes.metadata.case_info;
    message.frgu = notes.metadata.frgu;
    message.test = notes.test;
  }

  void ReadBody(const smev3::ReceivedMessage& received, Arrival& arrival) const {
    auto& message = arrival.row.message;
    if (const auto* content = std::get_if<smev3::ReceivedContent>(&received.body)) {
      message.content_xml = content->xml;
      message.content_namespace = content->namespace_uri;
      message.content_root = content->root;
      arrival.row.size = content->xml.size();
      VerifyPersonal(*content, arrival);
      if (message.state != "failed") StoreFiles(*content, arrival);
    } else if (const auto* rejections =
                   std::get_if<std::vector<smev3::RejectionData>>(&received.body)) {
      message.operation = "reject";
      for (const auto& one : *rejections)
        message.further_rejections.push_back({one.code, one.description});
      message.rejection = message.further_rejections.front();
      message.further_rejections.erase(message.further_rejections.begin());
    } else if (const auto* status = std::get_if<smev3::StatusData>(&received.body)) {
      message.operation = "status";
      message.status = StatusNote{status->code, status->description, status->parameters};
    } else if (const auto* cancel = std::get_if<smev3::Cancellation>(&received.body)) {
      message.operation = "cancel";
      arrival.cancelled = cancel->message_reference;
    } else {
      arrival.async = std::get<smev3::AsyncStatus>(received.body);
      message.operation = "status";
      arrival.original = arrival.async->original_message_id;
    }
  }

  void VerifyPersonal(const smev3::ReceivedContent& content, Arrival& arrival) const {
    if (!content.personal_signature) return;
    auto verdict = smev3::VerifyPersonal(content, runtime_.trust, WireNow());
    arrival.row.message.personal_signature = NoteOf(verdict);
    if (!verdict.valid()) Refuse(arrival, verdict.code, "");
  }

  // Before the transaction: files are durable by the time a row names them.
  void StoreFiles(const smev3::ReceivedContent& content, Arrival& arrival) const {
    int number = 0;
    for (const auto& attachment : content.attachments) {
      auto name = rules::FileName(++number, attachment.header.mime_type);
      auto verdict = smev3::VerifyAttachment(attachment.header.signature, attachment.bytes,
                                             runtime_.trust, WireNow());
      if (!verdict.valid()) {
        arrival.row.message.signature_verdict = verdict.code;
        return Refuse(arrival, verdict.code, name);
      }
      auto stored = context_.files.PutBytes(attachment.bytes, name, {});
      if (!stored) return Refuse(arrival, stored.refusal().code, stored.refusal().detail);
      arrival.row.size += stored->size;
      arrival.row.message.attachments.push_back({name,
                                                 stored->content_type,
                                                 stored->sha256_hex,
                                                 stored->size,
                                                 attachment.header.content_id,
                                                 {},
                                                 NoteOf(verdict)});
    }
  }

  void Keep(const Arrival& arrival) const {
    context_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      auto row = arrival.row;
      auto original = arrival.original
                          ? storage::FindSent(tx, row.message.connection_id, *arrival.original)
                          : std::nullopt;
      if (original) {
        row.message.request = original->message.id;
        row.message.subject = original->message.subject;
        if (row.message.content_root.empty())
          row.message.content_namespace = original->message.content_namespace;
      } else if (arrival.cancelled) {
        FindCancelled(tx, *arrival.cancelled, row);
      } else if (row.message.state != "failed" && row.message.operation != "request") {
        auto orphan = arrival;
        Refuse(orphan, "exchange.unknown_request", "");
        row = orphan.row;
      }
      if (arrival.async && row.message.state == "received") row.message.state = "handled";
      if (!storage::Insert(tx, row)) return;
      KeepXml(tx, row);
      Announce(tx, row, original, arrival.async);
    });
  }

  // The request a cancellation speaks of, if it has come.
  static void FindCancelled(db::Tx& tx, const Uuid& id, storage::MessageRow& row) {
    row.message.reference_message_id = id;
    auto request = storage::FindReceived(tx, row.message.connection_id, id);
    if (!request) return;
    row.message.request = request->message.id;
    row.message.subject = request->message.subject;
    row.message.content_namespace = request->message.content_namespace;
  }

  void KeepXml(db::Tx& tx, const storage::MessageRow& row) const {
    auto id = row.message.smev_id == Uuid{} ? std::nullopt : std::optional(row.message.smev_id);
    storage::KeepEnvelope(
        tx, {row.message.id, row.message.organization_id, false, std::string(call_), id,
             connection_.revision, context_.clock.Now(), answer_.source.bytes()});
  }

  void Announce(db::Tx& tx, const storage::MessageRow& row,
                const std::optional<storage::MessageRow>& original,
                const std::optional<smev3::AsyncStatus>& async) const {
    const auto& message = row.message;
    if (message.state == "failed") {
      if (original) return TellRefused(tx, message);
      return AnswerFailed(tx, message);
    }
    if (message.operation == "request") return Tell(tx, "exchange.request_received", message);
    if (message.operation == "cancel") return TellCancelled(tx, message);
    // An answer proves that the bus has our message, even if its receipt never came.
    RecordSent(tx, original->message, context_.clock.Now());
    if (async) return RecordAsync(tx, *original, *async);
    if (original->message.operation != "request") return;
    storage::MarkProgress(tx, original->message.id, "delivered");
    if (message.status) {
      Tell(tx, "exchange.status_received", message,
           {{"code", message.status->code}, {"text", message.status->description}});
    } else {
      Tell(tx, "exchange.response_received", message);
    }
  }

  static void TellCancelled(db::Tx& tx, const Message& message) {
    if (!message.request) return;
    auto request = message;
    request.id = *message.request;
    Tell(tx, "exchange.request_cancelled", request);
  }

  // The other side waits for an answer to what it sent; silence would leave it waiting for ever.
  void AnswerFailed(db::Tx& tx, const Message& message) const {
    if (message.operation != "request" || message.reply_to.empty()) return;
    Rejection rejection{
        "FAILURE",
        "Запрос не принят: " + SignatureSentence(message.error_code, message.signer_name, {})};
    auto queued = QueueRejection(tx, message.id, rejection, context_.clock.Now());
    if (!queued) throw std::logic_error("exchange: a stored request has no answer");
  }

  // A final answer that can not be trusted will not come again: people must learn of it.
  static void TellRefused(db::Tx& tx, const Message& message) {
    if (message.operation != "response" && message.operation != "reject") return;
    Tell(tx, "exchange.response_refused", message, {{"code", message.error_code}});
  }

  static void RecordAsync(db::Tx& tx, const storage::MessageRow& original,
                          const smev3::AsyncStatus& async) {
    bool rejected =
        async.category == "requestIsRejectedBySmev" || async.category == "responseIsRejectedBySmev";
    if (!rejected) {
      storage::MarkProgress(tx, original.message.id, "accepted");
      return;
    }
    auto code = async.fault && !async.fault->name.empty() ? smev3::FaultCode(async.fault->name)
                                                          : std::string("smev.rejected");
    auto text = async.fault && !async.fault->text.empty() ? async.fault->text : async.details;
    if (storage::MarkFailed(tx, original.message.id,
                            {original.attempts, code, text, original.maybe_accepted})) {
      Tell(tx, "exchange.delivery_failed", original.message, {{"code", code}});
    }
  }

  const Context& context_;
  const storage::ConnectionRow& connection_;
  const Runtime& runtime_;
  std::string_view call_;
  const smev3::Answer& answer_;
};

}  // namespace

Acknowledgement Receive(const Context& context, const storage::ConnectionRow& connection,
                        const Runtime& runtime, std::string_view call,
                        const smev3::Answer& answer) {
  return Reception(context, connection, runtime, call, answer).Run();
}

}  // namespace okno::exchange
