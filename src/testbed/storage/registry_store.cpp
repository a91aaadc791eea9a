// SPDX-License-Identifier: Apache-2.0
#include "storage/registry_store.h"

#include "testbed/queries.h"

namespace okno::testbed::storage {

namespace {

MessageType ReadType(const db::Row& row) {
  return {row["namespace"].Text(),
          row["request_root"].Text(),
          row["response_root"].Text(),
          row["title"].Text(),
          row["routing_element"].Text(),
          row["schema_folder"].Text(),
          row["senders"].As<std::vector<std::string>>(),
          {}};
}

}  // namespace

void Save(db::Tx& tx, const Participant& participant, const crypto::Certificate& certificate) {
  tx.Run(queries::kSaveParticipant, participant.mnemonic, participant.name, certificate.pem(),
         db::Bytes{certificate.sha256()});
}

std::optional<Participant> FindByCertificate(db::Tx& tx, const crypto::Certificate& certificate) {
  auto rows = tx.Run(queries::kFindParticipantByCertificate, db::Bytes{certificate.sha256()});
  if (rows.empty()) return std::nullopt;
  return Participant{rows.front()["mnemonic"].Text(), rows.front()["name"].Text()};
}

bool Exists(db::Tx& tx, std::string_view mnemonic) {
  return !tx.Run(queries::kFindParticipant, mnemonic).empty();
}

void Save(db::Tx& tx, const MessageType& type) {
  tx.Run(queries::kSaveMessageType, type.namespace_uri, type.request_root, type.response_root,
         type.title, type.routing_element, type.schema_folder, type.senders);
  tx.Run(queries::kDeleteRoutes, type.namespace_uri);
  for (const auto& route : type.routes) {
    tx.Run(queries::kInsertRoute, type.namespace_uri, route.code, route.mnemonic);
  }
}

std::optional<MessageType> FindType(db::Tx& tx, std::string_view namespace_uri) {
  auto rows = tx.Run(queries::kFindMessageType, namespace_uri);
  return rows.empty() ? std::nullopt : std::optional(ReadType(rows.front()));
}

std::vector<MessageType> ListTypes(db::Tx& tx) {
  std::vector<MessageType> types;
  auto rows = tx.Run(queries::kListMessageTypes);
  for (const auto& row : rows) {
    types.push_back(ReadType(row));
    for (const auto& route : row["routes"].As<Json>()) {
      types.back().routes.push_back({route.at("code"), route.at("mnemonic")});
    }
  }
  return types;
}

std::optional<std::string> FindRecipient(db::Tx& tx, std::string_view namespace_uri,
                                         std::string_view code) {
  auto rows = tx.Run(queries::kFindRoute, namespace_uri, code);
  return rows.empty() ? std::nullopt : std::optional(rows.front()["mnemonic"].Text());
}

}  // namespace okno::testbed::storage
