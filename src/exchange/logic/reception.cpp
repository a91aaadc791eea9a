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

// What is known under the id of a message that can not be taken, or not now.
struct Earlier {
  std::optional<MessageId> taken, refused;
};
Earlier FindEarlier(db::Tx& tx, const Arrivals& arrivals, const Uuid& id) {
  const auto& connection = arrivals.connection.connection.id;
  auto taken = storage::FindReceived(tx, connection, id);
  if (taken) return {taken->message.id, std::nullopt};
  return {std::nullopt, storage::FindRefused(tx, connection, id)};
}

// A message that is here already, its acknowledgement lost or late: large files fetched again at
// every hand-out would make the next one late too.
std::optional<MessageId> FindTaken(const Arrivals& arrivals, const Uuid& id) {
  return arrivals.context.db.Transact(
      db::Scope::System(), [&](db::Tx& tx) { return FindEarlier(tx, arrivals, id).taken; });
}

// A message whose files can not be fetched now waits with the bus, and a row says so; the bus
// brings it again. Empty: it has waited too long, or was put aside by hand; then it is settled for
// good.
std::optional<Acknowledgement> PutOff(db::Tx& tx, const Arrivals& arrivals, Arrival& arrival,
                                      const Brought& brought) {
  auto now = arrivals.context.clock.Now();
  const auto& connection = arrivals.connection.connection;
  const auto& smev_id = arrival.row.message.smev_id;
  auto row = arrival.row;
  row.fingerprint = "waits/" + smev_id.ToString();
  auto known = storage::FindByFingerprint(tx, connection.id, row.fingerprint);
  if (known && known->message.state == "dropped")
    return Acknowledgement{.id = smev_id, .message = known->message.id};
  auto term = std::chrono::hours(connection.limits.delivery_hours);
  if (known && now - known->message.created_at >= term) {
    Refuse(arrival, arrival.later, "");
    arrival.row.fingerprint = "gone/" + smev_id.ToString();
    storage::DropRefused(tx, connection.id, smev_id, now);
    return std::nullopt;
  }
  row.message.state = "failed";
  row.message.error_code = arrival.later;
  row.message.attachments.clear();  // those fetched so far are fetched again
  KeepUnreadable(tx, row, brought, now);
  return Acknowledgement{.error = arrival.later};
}

}  // namespace

void KeepUnreadable(const Arrivals& arrivals, std::string_view call, std::string_view asked,
                    const CallResult& result) {
  auto now = arrivals.context.clock.Now();
  auto row = NewArrival(arrivals.context, arrivals.connection, call);
  row.message.state = "failed";
  row.message.error_code = result.error_code;
  row.message.error = result.error;
  row.fingerprint = "unreadable/" + std::string(call) + "/" + result.error + "/" +
                    FormatDate(LocalDate(now, "UTC"));
  arrivals.context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    KeepUnreadable(tx, row, {call, asked, result.body, arrivals.connection.revision}, now);
  });
}

Acknowledgement Receive(const Arrivals& arrivals, std::string_view call, std::string_view asked,
                        const smev3::Answer& answer) {
  const auto& context = arrivals.context;
  auto id = smev3::FindReceivedId(answer);
  if (auto known = id ? FindTaken(arrivals, *id) : std::nullopt)
    return {.id = id, .message = known};
  auto arrival = Inspect({.context = context,
                          .connection = arrivals.connection,
                          .runtime = arrivals.runtime,
                          .call = call,
                          .answer = answer});
  const Brought brought{call, asked, answer.source.bytes(), arrivals.connection.revision};
  if (!arrival.later.empty() && !id) return {.error = arrival.later};
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Acknowledgement {
    Earlier earlier;
    if (id && (arrival.failed() || !arrival.later.empty()))
      earlier = FindEarlier(tx, arrivals, *id);
    // A hand-out of something taken before, spoiled now or without its files.
    if (earlier.taken) return {.id = id, .message = earlier.taken};
    if (!arrival.later.empty()) {
      if (auto put_off = PutOff(tx, arrivals, arrival, brought)) return *put_off;
    }
    auto kept = Keep(tx, arrival, brought, context.clock.Now());
    if (IsSignedByBus(arrival)) return {.id = id, .message = kept};
    // docs/decisions/0010: once is not enough to throw a message away; and a certificate that is
    // not the pinned one may be the bus's new one.
    const auto& verdict = arrival.row.message.bus_signature.verdict;
    if (verdict == "signature.wrong_certificate") return {.message = kept, .error = verdict};
    if (!earlier.refused) return {.message = kept};
    return {.id = id, .accepted = smev3::Accepted::kNo, .message = kept ? kept : earlier.refused};
  });
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
  if (auto may_judge = MayJudge(**runtime); !may_judge) return may_judge.refusal();
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
    // Taken in spite of a refusal that its sender has seen, a request would be answered twice.
    if (!storage::WithdrawAnswers(tx, id, context.clock.Now()))
      return Refusal::Conflict("exchange.answered_already");
    if (!storage::Drop(tx, id)) return Refusal::Conflict("exchange.not_failed");
    auto kept =
        Keep(tx, arrival,
             {found->envelope->call, "", answer->source.bytes(), found->connection.revision},
             context.clock.Now());
    // What it was to be bound to is still not there.
    if (!kept) return Refusal::Conflict(found->row.message.error_code);
    write_down(tx);
    return *kept;
  });
}

}  // namespace okno::exchange
