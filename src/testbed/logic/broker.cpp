// SPDX-License-Identifier: Apache-2.0
#include "logic/broker.h"

#include "log/log.h"
#include "logic/letters.h"
#include "smev3/letters.h"
#include "smev3/wire_form.h"

namespace okno::testbed {

Reply Broker::Handle(std::string_view content_type, std::string_view body) {
  auto settings = services_.settings.Get();
  bool troubled = services_.failures.any();
  if (troubled) {
    if (auto reply = StrikeBefore("", "")) return *reply;
  }
  auto incoming = ReadIncoming(
      content_type, body,
      {dialect_, envelope_schema_, settings, services_.registry.Get(), services_.clock.Now()});
  if (auto* fault = std::get_if<Fault>(&incoming)) return Write(*fault, settings, "", "");
  const auto& call = std::get<0>(incoming);
  if (troubled) {
    if (auto reply = StrikeBefore(call.sender->mnemonic, call.operation)) return *reply;
  }
  return Write(Dispatch(call, settings), settings, call.sender->mnemonic, call.operation);
}

// Failures that keep the call from being carried out. Those for everybody strike before the call is
// read.
std::optional<Reply> Broker::StrikeBefore(std::string_view participant,
                                          std::string_view operation) {
  auto strikes = [&](std::string_view mode) {
    return services_.failures.Strikes(mode, participant, operation);
  };
  if (auto order = strikes("slow")) services_.failures.Wait(order->delay);
  if (strikes("refuse")) return Reply{503, "text/plain; charset=utf-8", "Стенд отказывает", false};
  if (strikes("reset")) return Reply{500, "", "", true};
  std::optional<Fault> fault;
  if (strikes("smev_failure"))
    fault = Fault{"SMEVFailure", "SMEV-1: сбой инфраструктуры (вызван на стенде)"};
  if (auto order = fault ? std::nullopt : strikes("fault"))
    fault = Fault{order->fault, order->fault + " (вызвано на стенде)"};
  if (!fault) return std::nullopt;
  return Write(*fault, services_.settings.Get(), "", "");
}

Reply Broker::Write(Checked<smev3::Package> answer, const Settings& settings,
                    std::string_view participant, std::string_view operation) {
  Reply reply;
  const auto* fault = std::get_if<Fault>(&answer);
  if (fault != nullptr) reply.status = 500;
  auto package = fault != nullptr ? smev3::Package{FaultEnvelope(dialect_, *fault), {}}
                                  : std::move(std::get<0>(answer));
  auto& failures = services_.failures;
  bool troubled = failures.any() && !operation.empty();
  auto strikes = [&](std::string_view mode) {
    return troubled && failures.Strikes(mode, participant, operation).has_value();
  };
  bool is_signed = package.envelope.find("SMEVSignature>") != std::string::npos;
  if (is_signed && strikes("broken_signature")) BreakSignature(package.envelope);
  auto form = settings.answers;
  bool truncated = strikes("truncated_multipart"), wrong_boundary = strikes("wrong_boundary");
  if (truncated || wrong_boundary) form = AnswerForm::kMultipart;
  auto wire = WriteAnswer(std::move(package), form);
  if (truncated) wire.body.resize(wire.body.size() / 2);
  if (wrong_boundary) ChangeBoundary(wire.content_type);
  reply.content_type = std::move(wire.content_type);
  reply.body = std::move(wire.body);
  bool accepted = fault == nullptr && operation.starts_with("Send");
  reply.abandoned = accepted && strikes("reset_after_accept");
  return reply;
}

Checked<smev3::Package> Broker::Dispatch(const Incoming& incoming, const Settings& settings) {
  const auto& operation = incoming.operation;
  if (operation == "SendRequest") return SendRequest(incoming, settings);
  if (operation == "SendResponse") return SendResponse(incoming, settings);
  if (operation == "GetRequest") return Get(incoming, settings, "requests");
  if (operation == "GetResponse") return Get(incoming, settings, "responses");
  if (operation == "GetStatus") return Get(incoming, settings, "statuses");
  if (operation == "Ack") return Ack(incoming);
  return Statistics(incoming);  // the dialect knows no further operation
}

Acceptance Broker::AcceptanceAt(const Settings& settings, Instant now) const {
  return {settings, services_.schemas, services_.files, services_.codes, services_.signer, now};
}

Wording Broker::WordingFor(const Incoming& incoming, const Settings& settings) const {
  return {dialect_, *incoming.registry, services_.signer, settings.answers};
}

Checked<smev3::Package> Broker::SendRequest(const Incoming& incoming, const Settings& settings) {
  auto acceptance = AcceptanceAt(settings, services_.clock.Now());
  return Accept(incoming, acceptance, PrepareRequest(incoming, acceptance));
}

Checked<smev3::Package> Broker::SendResponse(const Incoming& incoming, const Settings& settings) {
  auto acceptance = AcceptanceAt(settings, services_.clock.Now());
  std::optional<storage::Message> request;
  if (auto id = RequestOf(incoming.signed_element.child_text("To"))) {
    request = services_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      return storage::FindRequestFor(tx, *id, incoming.sender->mnemonic);
    });
  }
  return Accept(incoming, acceptance, PrepareResponse(incoming, acceptance, request));
}

Checked<smev3::Package> Broker::Accept(const Incoming& incoming, const Acceptance& acceptance,
                                       const Checked<Prepared>& checked) {
  auto fault = services_.db.Transact(
      db::Scope::System(), [&](db::Tx& tx) { return Store(tx, incoming, acceptance, checked); });
  if (fault) return *fault;
  const auto& prepared = std::get<0>(checked);
  Announce(prepared, *incoming.registry);
  return smev3::Package{ReceiptEnvelope(WordingFor(incoming, acceptance.settings), prepared.message,
                                        prepared.placement.recipients.front()),
                        {}};
}

void Broker::Announce(const Prepared& prepared, const Registry& registry) {
  if (prepared.message.eol) queues_.Expects(*prepared.message.eol);
  if (prepared.message.state == "queued") background_.CheckSoon();
  auto notify = [&](const std::string& mnemonic) {
    const auto* participant = registry.FindParticipant(mnemonic);
    if (participant != nullptr && !participant->push_url.empty()) background_.NotifySoon(mnemonic);
  };
  if (prepared.placement.state == "ready") {
    for (const auto& mnemonic : prepared.placement.recipients) notify(mnemonic);
  }
  if (!prepared.letters.empty()) notify(prepared.message.sender);
}

Checked<smev3::Package> Broker::Get(const Incoming& incoming, const Settings& settings,
                                    const std::string& queue) {
  auto now = services_.clock.Now();
  auto selection = Queues::Select(incoming, queue);
  if (auto* fault = std::get_if<Fault>(&selection)) return *fault;
  queues_.ExpireDue(now);
  auto handed = services_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return queues_.HandOut(tx, std::get<0>(selection), settings, now);
  });
  bool found = handed.message.has_value();
  if (settings.anti_flood == Switch::kOn &&
      services_.flood.Counts(incoming.sender->mnemonic, queue, found, now))
    return Fault{"SMEVFailure", "SMEV-700: пустая очередь опрашивается слишком часто"};
  if (!found) return smev3::Package{EmptyEnvelope(dialect_, incoming.operation + "Response"), {}};
  auto wording = WordingFor(incoming, settings);
  if (queue == "statuses") return smev3::Package{StatusEnvelope(wording, *handed.message), {}};
  if (storage::IsCancel(*handed.message))
    return smev3::Package{CancelEnvelope(wording, *handed.message, now), {}};
  try {
    return DeliveryPackage(wording, *handed.message, handed.files, now);
  } catch (const std::exception& error) {
    // Nothing a sender writes may stop another's queue: the message goes back.
    log::Error("testbed_delivery_impossible",
               {{"message_id", handed.message->id.ToString()}, {"what", error.what()}});
    SendBack(*handed.message, now);
    return smev3::Package{EmptyEnvelope(dialect_, incoming.operation + "Response"), {}};
  }
}

void Broker::SendBack(const storage::Message& message, Instant now) {
  Fault fault{"InvalidContent", "SMEV-403: сообщение не удаётся передать получателю"};
  services_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    storage::Withdraw(tx, message.id, message.recipient, now);
    SendLetter(tx, message, RejectionLetter(message, fault), services_.signer, now);
  });
}

Checked<smev3::Package> Broker::Ack(const Incoming& incoming) {
  auto done = services_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return queues_.Acknowledge(tx, incoming, services_.clock.Now());
  });
  if (!done.found) {
    return Fault{"TargetMessageIsNotFound", "SMEV-501: среди неподтверждённых нет сообщения " +
                                                incoming.signed_element.text()};
  }
  if (done.files_of) services_.files.Remove(*done.files_of);
  return smev3::Package{EmptyEnvelope(dialect_, "AckResponse"), {}};
}

Checked<smev3::Package> Broker::Statistics(const Incoming& incoming) {
  auto node = incoming.wrapper.child_text("NodeID");
  auto queues = services_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return storage::CountQueues(tx, incoming.sender->mnemonic);
  });
  if (!node.empty())
    std::erase_if(queues, [&](const auto& queue) { return queue.node_id != node; });
  return smev3::Package{StatisticsEnvelope(dialect_, incoming.sender->mnemonic, queues), {}};
}

}  // namespace okno::testbed
