// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/participant.h"

#include <algorithm>

#include "http/client.h"
#include "logic/rules/fault_policy.h"
#include "smev3/incoming.h"
#include "smev3/outgoing.h"
#include "smev3/stored_files.h"

namespace okno::exchange::smev3 {

namespace {

Refusal Unavailable(const char* code, std::string detail) {
  return {RefusalKind::kUnavailable, code, std::move(detail), {}};
}

Refusal RefusalOf(const Fault& fault) {
  if (fault.name.empty()) return Refusal::Conflict("smev.fault", fault.text);
  const bool again = rules::AfterFault(fault.name) == rules::Next::kRepeat;
  return {again ? RefusalKind::kUnavailable : RefusalKind::kConflict,
          FaultCode(fault.name),
          fault.reason.empty() ? fault.text : fault.reason + ": " + fault.text,
          {}};
}

Result<Answer> ReadReply(http::ClientAnswer reply) {
  using Kind = http::ClientAnswer::Kind;
  if (reply.kind == Kind::kRefused) return Unavailable("participant.unreachable", reply.error);
  if (reply.kind != Kind::kAnswered) return Unavailable("participant.no_answer", reply.error);
  auto answer = ReadAnswer(reply.headers["content-type"], reply.body);
  if (!answer) {
    return Unavailable("participant.answer_malformed",
                       "HTTP " + std::to_string(reply.status) + ", " + answer.refusal().code);
  }
  if (answer->fault) return RefusalOf(*answer->fault);
  return answer;
}

}  // namespace

bool Incoming::trustworthy() const {
  return message.ok() && bus.valid() && sender.valid() && (!person || person->valid()) &&
         std::ranges::all_of(attachments, &Verdict::valid);
}

Participant::Participant(ParticipantOptions options) : options_(std::move(options)) {}

Result<Receipt> Participant::SendRequest(const OutgoingRequest& request) const {
  auto content = Prepare(request.content, options_);
  if (!content) return content.refusal();
  const auto id = request.message_id.value_or(Uuid::NewV1());
  const RequestData data{.message_id = id,
                         .reference_message_id = request.reference_message_id,
                         .transaction_code = request.transaction_code,
                         .node_id = options_.node_id,
                         .end_of_life = request.end_of_life,
                         .content = std::move(content->content),
                         .purpose = request.purpose,
                         .routing = request.routing};
  return TakeReceipt(id,
                     Call("SendRequest", BuildSendRequest(options_.dialect, data, *options_.signer),
                          std::move(content->parts)));
}

Result<Receipt> Participant::SendResponse(const std::string& to, const OutgoingAnswer& answer,
                                          std::optional<Uuid> message_id) const {
  ResponseData data{message_id.value_or(Uuid::NewV1()), to, {}};
  std::vector<BinaryPart> parts;
  if (const auto* content = std::get_if<OutgoingContent>(&answer)) {
    auto prepared = Prepare(*content, options_);
    if (!prepared) return prepared.refusal();
    data.body = std::move(prepared->content);
    parts = std::move(prepared->parts);
  } else if (const auto* rejections = std::get_if<std::vector<RejectionData>>(&answer)) {
    data.body = *rejections;
  } else {
    data.body = std::get<StatusData>(answer);
  }
  return TakeReceipt(
      data.message_id,
      Call("SendResponse", BuildSendResponse(options_.dialect, data, *options_.signer),
           std::move(parts)));
}

Result<std::optional<Incoming>> Participant::GetRequest(const Selector& selector) const {
  return Get(Queue::kRequests, selector);
}

Result<std::optional<Incoming>> Participant::GetResponse(const Selector& selector) const {
  return Get(Queue::kResponses, selector);
}

Result<std::optional<Incoming>> Participant::GetStatus() const {
  return TakeIncoming(
      Call("GetStatus", BuildGetStatus(options_.dialect, options_.clock.Now(), *options_.signer)));
}

Result<Verdict> Participant::Fetch(const ReceivedFile& file, const std::string& path) const {
  return FetchFile(file, path, options_);
}

Outcome Participant::Ack(const Uuid& message_id, Accepted accepted) const {
  const auto answer =
      Call("Ack", BuildAck(options_.dialect, message_id, accepted, *options_.signer));
  return answer ? Done() : Outcome(answer.refusal());
}

Result<std::vector<QueueLength>> Participant::GetIncomingQueueStatistics() const {
  const auto answer = Call("GetIncomingQueueStatistics",
                           BuildGetIncomingQueueStatistics(options_.dialect, options_.node_id,
                                                           options_.clock.Now(), *options_.signer));
  if (!answer) return answer.refusal();
  return ReadQueueStatistics(*answer);
}

Result<std::optional<Incoming>> Participant::Get(Queue queue, const Selector& selector) const {
  auto own = selector;
  if (own.node_id.empty()) own.node_id = options_.node_id;
  return TakeIncoming(
      Call(queue == Queue::kRequests ? "GetRequest" : "GetResponse",
           BuildGet(options_.dialect, queue, own, options_.clock.Now(), *options_.signer)));
}

Result<Answer> Participant::Call(std::string_view operation, Result<std::string> envelope,
                                 std::vector<BinaryPart> parts) const {
  if (!envelope) return envelope.refusal();
  auto wire = WritePackage({*std::move(envelope), std::move(parts)});
  return ReadReply(
      http::Send({.method = "POST",
                  .url = options_.url,
                  .headers = {{"Content-Type", wire.content_type},
                              {"SOAPAction", "\"urn:" + std::string(operation) + "\""}},
                  .body = std::move(wire.body),
                  .timeout = options_.timeout}));
}

Result<Receipt> Participant::TakeReceipt(const Uuid& id, Result<Answer> answer) const {
  if (!answer) return answer.refusal();
  auto metadata = ReadReceipt(*answer);
  if (!metadata) return metadata.refusal();
  auto bus = VerifyBusOf(metadata->element, options_.bus_certificate);
  if (!bus.valid()) return Unavailable("participant.receipt_untrusted", bus.code);
  return Receipt{id, *std::move(answer), *std::move(metadata), std::move(bus)};
}

Result<std::optional<Incoming>> Participant::TakeIncoming(Result<Answer> answer) const {
  if (!answer) return answer.refusal();
  if (!HasMessage(*answer)) return std::optional<Incoming>();
  return std::optional(ReadIncoming(*std::move(answer), options_));
}

}  // namespace okno::exchange::smev3
