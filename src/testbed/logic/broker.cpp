// SPDX-License-Identifier: Apache-2.0
#include "logic/broker.h"

#include "logic/acceptance.h"
#include "smev3/answers.h"

namespace okno::testbed {

namespace {

// Turns the last ЭП-СМЭВ of an answer into one that does not verify.
void BreakSignature(std::string& envelope) {
  auto holder = envelope.rfind("SMEVSignature>");
  auto value = holder == std::string::npos
                   ? holder
                   : envelope.rfind("<", envelope.rfind("SignatureValue>", holder));
  if (value == std::string::npos || value < 8) return;
  auto& letter = envelope[value - 8];  // before the padding
  letter = letter == 'A' ? 'B' : 'A';
}

// Answers are read with the NodeID their request carried; the provider's own queue has none.
std::string NodeOf(std::string_view queue, xml::Element selector) {
  if (queue == "requests") return std::string("*");
  return queue == "responses" ? selector.child_text("NodeID") : std::string();
}

Checked<smev3::Package> Receipt(const Checked<storage::Message>& accepted,
                                const smev3::Dialect& dialect, const crypto::Signer& signer) {
  if (const auto* fault = std::get_if<Fault>(&accepted)) return *fault;
  return smev3::Package{ReceiptEnvelope(dialect, std::get<0>(accepted), signer), {}};
}

}  // namespace

Reply Broker::Handle(std::string_view content_type, std::string_view body) {
  if (failures_.Strikes("smev_failure")) {
    return {
        500,
        {FaultEnvelope(dialect_, {"SMEVFailure", "Сбой инфраструктуры (вызван на стенде)"}), {}}};
  }
  bool sends = false;
  auto answer = db_.Transact(db::Scope::System(), [&](db::Tx& tx) -> Checked<smev3::Package> {
    auto incoming = ReadIncoming(tx, content_type, body, dialect_, envelope_schema_, clock_.Now());
    if (auto* fault = std::get_if<Fault>(&incoming)) return *fault;
    sends = std::get<0>(incoming).wrapper.name().starts_with("Send");
    return Dispatch(tx, std::get<0>(incoming));
  });
  if (auto* fault = std::get_if<Fault>(&answer))
    return {500, {FaultEnvelope(dialect_, *fault), {}}};
  Reply reply{200, std::move(std::get<0>(answer))};
  bool is_signed = reply.package.envelope.find("SMEVSignature>") != std::string::npos;
  if (is_signed && failures_.Strikes("broken_signature")) BreakSignature(reply.package.envelope);
  reply.abandoned = sends && failures_.Strikes("reset_after_accept");
  return reply;
}

Checked<smev3::Package> Broker::Dispatch(db::Tx& tx, const Incoming& incoming) {
  auto call = incoming.wrapper.name();
  auto limit = settings_.attachment_limit;
  if (call == "SendRequestRequest") {
    return Receipt(AcceptRequest(tx, incoming, limit, clock_.Now()), dialect_, signer_);
  }
  if (call == "SendResponseRequest") {
    return Receipt(AcceptResponse(tx, incoming, limit, clock_.Now()), dialect_, signer_);
  }
  if (call == "GetRequestRequest") return Get(tx, incoming, "GetRequestResponse", "requests");
  if (call == "GetResponseRequest") return Get(tx, incoming, "GetResponseResponse", "responses");
  if (call == "GetStatusRequest") return Get(tx, incoming, "GetStatusResponse", "statuses");
  return Ack(tx, incoming);  // the schema of the envelope knows no further call
}

Checked<smev3::Package> Broker::Get(db::Tx& tx, const Incoming& incoming,
                                    std::string_view operation, std::string queue) {
  auto now = clock_.Now();
  Settle(tx, schemas_, dialect_, signer_, now);
  auto selector = incoming.signed_element;
  auto wanted = selector.child_text("NamespaceURI");
  if (!wanted.empty() && !storage::FindType(tx, wanted)) {
    return Fault{"UnknownMessageType", "Вид сведений не зарегистрирован"};
  }
  storage::Selection selection{incoming.sender.mnemonic, queue, NodeOf(queue, selector), wanted};
  auto message = storage::HandOut(tx, selection, now, now + settings_.visibility);
  if (!message) return smev3::Package{EmptyEnvelope(dialect_, operation), {}};
  return DeliveryPackage(dialect_, *message, now, signer_);
}

Checked<smev3::Package> Broker::Ack(db::Tx& tx, const Incoming& incoming) {
  auto target = incoming.signed_element;
  auto id = Uuid::Parse(target.text()).value();  // the schema has checked its form
  const auto& mnemonic = incoming.sender.mnemonic;
  auto now = clock_.Now();
  auto word = target.attribute("accepted").value_or("true");
  bool accepted = word != "false" && word != "0";
  bool found = failures_.Strikes("duplicate") && storage::HandOutAgain(tx, id, mnemonic, now);
  if (!found)
    found = storage::Acknowledge(tx, id, mnemonic, accepted ? "delivered" : "dropped", now);
  if (!found)
    return Fault{"TargetMessageIsNotFound",
                 "SMEV-501: среди неподтверждённых такого сообщения нет"};
  return smev3::Package{EmptyEnvelope(dialect_, "AckResponse"), {}};
}

}  // namespace okno::testbed
