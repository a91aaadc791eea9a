// SPDX-License-Identifier: Apache-2.0
#include "exchange/queries.h"
#include "storage/message_store.h"

// What is kept beside the messages: envelopes and decisions of people.
namespace okno::exchange::storage {

namespace {

std::optional<std::string> ReadXml(const db::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  return rows.front()["xml"].As<db::Bytes>().value;
}

}  // namespace

void KeepEnvelope(db::Tx& tx, const Envelope& envelope) {
  tx.Queue(queries::kInsertEnvelope, Uuid::NewV7(), envelope.organization_id, envelope.message_id,
           envelope.outgoing, envelope.call, envelope.smev_id, envelope.revision, envelope.at,
           db::Bytes{envelope.xml}, envelope.signed_with);
}

std::optional<std::string> FindSentEnvelope(db::Tx& tx, const MessageRow& row,
                                            std::string_view signed_with) {
  return ReadXml(
      tx.Run(queries::kFindSentEnvelope, row.message.id, row.message.smev_id, signed_with));
}

std::optional<ReceivedEnvelope> FindReceivedEnvelope(db::Tx& tx, const MessageId& id) {
  auto rows = tx.Run(queries::kFindReceivedEnvelope, id);
  if (rows.empty()) return std::nullopt;
  return ReceivedEnvelope{rows.front()["call"].Text(), ReadXml(rows).value()};
}

std::optional<std::string> FindEnvelopeToShow(db::Tx& tx, const MessageId& id) {
  return ReadXml(tx.Run(queries::kFindEnvelopeToShow, id));
}

std::vector<EnvelopeHead> ListEnvelopes(db::Tx& tx, const MessageId& id) {
  std::vector<EnvelopeHead> found;
  auto rows = tx.Run(queries::kListEnvelopes, id);
  for (const auto& row : rows) {
    found.push_back({row["id"].As<Uuid>(), row["outgoing"].As<bool>(), row["call"].Text(),
                     row["at"].As<Instant>(), row["size"].As<long long>()});
  }
  return found;
}

std::optional<std::string> FindEnvelope(db::Tx& tx, const MessageId& id, const Uuid& envelope_id) {
  return ReadXml(tx.Run(queries::kFindEnvelope, id, envelope_id));
}

void AddResolution(db::Tx& tx, const Message& message, const Resolution& resolution,
                   const std::optional<access::UserId>& user_id) {
  tx.Queue(queries::kInsertResolution, Uuid::NewV7(), message.organization_id, message.id,
           resolution.action, resolution.reason, resolution.state_before, resolution.error_code,
           user_id, resolution.user_name, resolution.at);
}

std::vector<Resolution> ListResolutions(db::Tx& tx, const MessageId& id) {
  std::vector<Resolution> found;
  auto rows = tx.Run(queries::kListResolutions, id);
  for (const auto& row : rows) {
    found.push_back({row["action"].Text(), row["reason"].Text(), row["state_before"].Text(),
                     row["error_code"].Text(), row["user_name"].Text(), row["at"].As<Instant>()});
  }
  return found;
}

}  // namespace okno::exchange::storage
