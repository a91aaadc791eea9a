// SPDX-License-Identifier: Apache-2.0
#include "logic/reception.h"

#include <stdexcept>

#include "logic/arrival.h"
#include "logic/attempt.h"
#include "logic/keeping.h"

namespace okno::exchange {

namespace {

// Puts the stored inline files back where the envelope refers to them.
std::vector<smev3::BinaryPart> PartsOf(const Context& context, const storage::MessageRow& row,
                                       xml::Element wrapper) {
  std::vector<smev3::BinaryPart> parts;
  auto message = wrapper && !wrapper.children().empty() ? wrapper.children()[0] : xml::Element();
  auto list = message ? message.child("AttachmentContentList") : xml::Element();
  if (!list) return parts;
  for (auto item : list.children()) {
    auto content = item.child("Content");
    auto include = content ? content.child(smev3::kXop, "Include") : xml::Element();
    if (!include) continue;
    auto id = item.child_text("Id");
    for (const auto& attachment : row.message.attachments) {
      if (attachment.content_id != id || attachment.ftp_id) continue;
      parts.push_back({smev3::FromHref(include.attribute("href").value_or("")),
                       attachment.content_type, context.files.Read(attachment.sha256_hex)});
    }
  }
  return parts;
}

Result<smev3::Answer> AnswerOf(const Context& context, const storage::MessageRow& row,
                               std::string xml) {
  auto source = smev3::Source::Parse(std::move(xml));
  if (!source) return source.refusal();
  auto body = source->root().child(smev3::kSoap, "Body");
  auto wrapper = body && !body.children().empty() ? body.children()[0] : xml::Element();
  auto parts = PartsOf(context, row, wrapper);
  return smev3::Answer{std::move(*source), std::move(parts), wrapper, std::nullopt};
}

}  // namespace

Acknowledgement Receive(const Arrivals& arrivals, std::string_view call, std::string_view asked,
                        const smev3::Answer& answer) {
  const auto& context = arrivals.context;
  auto arrival = Inspect({.context = context,
                          .connection = arrivals.connection,
                          .runtime = arrivals.runtime,
                          .call = call,
                          .answer = answer,
                          .renewal = &arrivals.renewal});
  if (!arrival.later.empty()) return {.error = arrival.later};
  auto kept = context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return Keep(tx, arrival, {call, asked, answer.source.bytes(), arrivals.connection.revision},
                context.clock.Now());
  });
  auto id = smev3::FindReceivedId(answer);
  auto accepted = IsSignedByBus(arrival) ? smev3::Accepted::kYes : smev3::Accepted::kNo;
  return {.id = id, .accepted = accepted, .message = kept};
}

Result<MessageId> ReceiveAgain(const Context& context, const MessageId& id,
                               const std::function<void(db::Tx&)>& write_down) {
  struct Found {
    storage::MessageRow row;
    storage::ConnectionRow connection;
    std::optional<storage::ReceivedEnvelope> envelope;
  };
  auto found = context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> std::optional<Found> {
    auto row = storage::Find(tx, id);
    if (!row || row->message.outgoing || row->message.state != "failed") return std::nullopt;
    auto connection = storage::Find(tx, row->message.connection_id).value();
    return Found{std::move(*row), std::move(connection), storage::FindReceivedEnvelope(tx, id)};
  });
  if (!found) return Refusal::Conflict("exchange.not_failed");
  if (!found->envelope) return Refusal::Conflict("exchange.envelope_lost");
  auto runtime = context.runtimes.Get(found->connection);
  if (!runtime) return runtime.refusal();
  auto answer = AnswerOf(context, found->row, found->envelope->xml);
  if (!answer) return answer.refusal();
  auto arrival = Inspect({.context = context,
                          .connection = found->connection,
                          .runtime = **runtime,
                          .call = found->envelope->call,
                          .answer = *answer,
                          .earlier = &found->row});
  if (!arrival.later.empty()) return Refusal::Conflict(arrival.later);
  if (arrival.failed())
    return Refusal::Conflict(arrival.row.message.error_code, arrival.row.message.error);
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<MessageId> {
    if (!storage::Drop(tx, id)) return Refusal::Conflict("exchange.not_failed");
    auto kept =
        Keep(tx, arrival,
             {found->envelope->call, "", answer->source.bytes(), found->connection.revision},
             context.clock.Now());
    if (!kept) throw std::logic_error("exchange: a message taken again was not stored");
    write_down(tx);
    return *kept;
  });
}

}  // namespace okno::exchange
