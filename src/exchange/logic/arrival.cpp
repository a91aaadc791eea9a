// SPDX-License-Identifier: Apache-2.0
#include "logic/arrival.h"

#include "crypto/hash.h"
#include "text/strings.h"

namespace okno::exchange {

namespace {

void TakeNotes(const smev3::ReceivedMessage& received, Message& message) {
  const auto& notes = received.notes;
  message.reply_to = received.reply_to;
  message.sender_name = received.metadata.sender.ToString();
  message.recipient_name = received.metadata.recipient.ToString();
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

void VerifySender(const Inspection& inspection, const smev3::ReceivedMessage& received,
                  Arrival& arrival) {
  const auto& runtime = inspection.runtime;
  auto verdict = smev3::VerifySender(received, *runtime.trust, runtime.bus, arrival.signed_at);
  auto note = NoteOf(verdict);
  arrival.row.message.signature_verdict = note.verdict;
  arrival.row.message.signer_name = note.signer;
  arrival.row.signer_until = note.until;
  if (!verdict.valid()) Refuse(arrival, verdict.code, "");
}

// Participants that share one ЭП-СМЭВ are told apart by what it signs.
void CheckRecipient(const Inspection& inspection, const smev3::MessageMetadata& metadata,
                    Arrival& arrival) {
  const auto& named = metadata.recipient.mnemonic;
  const auto& own = inspection.connection.connection.mnemonic;
  if (named.empty() || metadata.type == "BROADCAST" || text::ToLower(named) == text::ToLower(own))
    return;
  Refuse(arrival, kForeignRecipient, named);
}

void TakeContent(const Inspection& inspection, const smev3::ReceivedContent& content,
                 Arrival& arrival) {
  auto& message = arrival.row.message;
  message.content_xml = content.xml;
  message.content_namespace = content.namespace_uri;
  message.content_root = content.root;
  arrival.row.size = content.xml.size();
  if (content.personal_signature) {
    auto verdict = smev3::VerifyPersonal(content, *inspection.runtime.trust, arrival.signed_at);
    message.personal_signature = NoteOf(verdict);
    if (!verdict.valid()) Refuse(arrival, verdict.code, "");
  }
  TakeFiles(inspection, content, arrival);
}

void TakeRejections(const std::vector<smev3::RejectionData>& rejections, Message& message) {
  message.operation = "reject";
  for (const auto& one : rejections) {
    Rejection rejection{one.code, one.description};
    if (!message.rejection) {
      message.rejection = std::move(rejection);
    } else {
      message.further_rejections.push_back(std::move(rejection));
    }
  }
}

void TakeBody(const Inspection& inspection, const smev3::ReceivedMessage& received,
              Arrival& arrival) {
  auto& message = arrival.row.message;
  if (const auto* content = std::get_if<smev3::ReceivedContent>(&received.body)) {
    TakeContent(inspection, *content, arrival);
  } else if (const auto* rejections =
                 std::get_if<std::vector<smev3::RejectionData>>(&received.body)) {
    TakeRejections(*rejections, message);
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

// What stays the same when the bus hands the message out again, with another time and signature of
// its own: a message that failed before is not kept twice.
std::string Fingerprint(const Inspection& inspection, const Arrival& arrival) {
  const auto& message = arrival.row.message;
  auto signed_by_bus = smev3::FindSigned(inspection.answer);
  std::string lasting = message.error_code + "\n" + message.smev_id.ToString() + "\n";
  if (!IsSignedByBus(arrival)) {
    auto block = signed_by_bus;
    for (auto child : signed_by_bus ? signed_by_bus.children() : std::vector<xml::Element>()) {
      if (child.name().starts_with("SenderProvided")) block = child;
    }
    lasting += block ? inspection.answer.source.BytesOf(block)
                     : std::string_view(inspection.answer.source.bytes());
  }
  return text::HexEncode(crypto::Sha256(lasting));
}

}  // namespace

storage::MessageRow NewArrival(const Context& context, const storage::ConnectionRow& connection,
                               std::string_view call) {
  storage::MessageRow row;
  auto& message = row.message;
  message.id = MessageId::New();
  message.organization_id = connection.connection.organization_id;
  message.connection_id = connection.connection.id;
  message.operation = call == "GetRequest"    ? "request"
                      : call == "GetResponse" ? "response"
                                              : "status";
  message.state = "received";
  message.version = connection.connection.version;
  message.created_at = context.clock.Now();
  return row;
}

void Refuse(Arrival& arrival, const std::string& code, const std::string& text) {
  if (arrival.failed()) return;
  arrival.row.message.state = "failed";
  arrival.row.message.error_code = code;
  arrival.row.message.error = text;
}

SignatureNote NoteOf(const smev3::Verdict& verdict) {
  SignatureNote note{verdict.code, {}, {}};
  if (!verdict.signer) return note;
  note.signer = verdict.signer->subject_name();
  note.until = verdict.signer->not_after();
  return note;
}

bool IsSignedByBus(const Arrival& arrival) {
  return arrival.row.message.bus_signature.verdict == "signature.valid";
}

Arrival Inspect(const Inspection& inspection) {
  const auto& answer = inspection.answer;
  auto id = smev3::FindReceivedId(answer);
  Arrival arrival{.row = NewArrival(inspection.context, inspection.connection, inspection.call)};
  arrival.row.message.smev_id = id.value_or(Uuid{});
  auto signed_by_bus = smev3::FindSigned(answer);
  auto bus =
      signed_by_bus ? smev3::VerifyBus(signed_by_bus, inspection.runtime.bus) : smev3::Verdict{};
  arrival.row.message.bus_signature = NoteOf(bus);
  if (!bus.valid()) {
    Refuse(arrival, bus.code, "");
  } else if (auto read = smev3::ReadReceived(answer, *inspection.runtime.dialect); !read) {
    Refuse(arrival, read.refusal().code, read.refusal().detail);
  } else if (!id || !*read) {
    Refuse(arrival, "smev.malformed", "MessageId");
  } else {
    arrival.original = (*read)->original_message_id;
    auto now = WireNow();
    arrival.signed_at = std::min((*read)->metadata.sent_at.value_or(now), now);
    TakeNotes(**read, arrival.row.message);
    CheckRecipient(inspection, (*read)->metadata, arrival);
    VerifySender(inspection, **read, arrival);
    TakeBody(inspection, **read, arrival);
  }
  // The bus may say several things of one message: its id does not tell them apart.
  if (arrival.async && inspection.call == "GetStatus" && !arrival.failed()) {
    auto status = signed_by_bus.child("AsyncProcessingStatus");
    arrival.row.message.reference_message_id = arrival.original;
    arrival.row.message.smev_id = Uuid{};
    arrival.row.fingerprint =
        "status/" + text::HexEncode(crypto::Sha256(answer.source.BytesOf(status)));
  }
  if (arrival.failed()) arrival.row.fingerprint = Fingerprint(inspection, arrival);
  return arrival;
}

}  // namespace okno::exchange
