// SPDX-License-Identifier: Apache-2.0
#include "storage/registry_store.h"

#include "testbed/queries.h"

namespace okno::testbed::storage {

namespace {

using Texts = std::vector<std::string>;

Participant ReadParticipant(const db::Row& row) {
  return {.mnemonic = row["mnemonic"].Text(),
          .name = row["name"].Text(),
          .upload_directory = row["upload_directory"].Text(),
          .ftp_password = row["ftp_password"].Text(),
          .quota_bytes = static_cast<std::uint64_t>(row["quota_bytes"].As<long long>()),
          .important = row["important"].As<bool>(),
          .aggregator = row["aggregator"].As<bool>(),
          .frgu_codes = row["frgu_codes"].As<Texts>(),
          .push_url = row["push_url"].Text()};
}

MessageType ReadType(const db::Row& row) {
  MessageType type;
  type.namespace_uri = row["namespace"].Text();
  type.request_root = row["request_root"].Text();
  type.response_root = row["response_root"].Text();
  type.title = row["title"].Text();
  type.routing_element = row["routing_element"].Text();
  type.schema_folder = row["schema_folder"].Text();
  type.family = row["family"].Text();
  type.senders = row["senders"].As<Texts>();
  type.broadcast = row["broadcast"].As<bool>();
  type.subscribers = row["subscribers"].As<Texts>();
  type.personal_signature = row["personal_signature"].As<bool>();
  type.persons = row["persons"].As<Texts>();
  for (const auto& route : row["routes"].As<Json>())
    type.routes.push_back({route.at("code"), route.at("mnemonic")});
  return type;
}

}  // namespace

void Save(db::Tx& tx, const Participant& participant,
          const std::vector<crypto::Certificate>& certificates) {
  tx.Queue(queries::kSaveParticipant, participant.mnemonic, participant.name,
           participant.upload_directory, participant.ftp_password,
           static_cast<long long>(participant.quota_bytes), participant.important,
           participant.aggregator, participant.frgu_codes, participant.push_url);
  if (!certificates.empty()) tx.Queue(queries::kRetireCertificates, participant.mnemonic);
  for (const auto& certificate : certificates) {
    tx.Queue(queries::kSaveCertificate, db::Bytes{certificate.sha256()}, participant.mnemonic,
             certificate.pem());
  }
}

void Save(db::Tx& tx, const MessageType& type) {
  tx.Queue(queries::kSaveMessageType, type.namespace_uri, type.request_root, type.response_root,
           type.title, type.routing_element, type.schema_folder, type.senders, type.family,
           type.broadcast, type.subscribers, type.personal_signature, type.persons);
  tx.Queue(queries::kDeleteRoutes, type.namespace_uri);
  for (const auto& route : type.routes)
    tx.Queue(queries::kInsertRoute, type.namespace_uri, route.code, route.mnemonic);
}

void SaveAuthorities(db::Tx& tx, const std::vector<crypto::Certificate>& authorities) {
  tx.Queue(queries::kDeleteAuthorities);
  for (const auto& authority : authorities)
    tx.Queue(queries::kInsertAuthority, db::Bytes{authority.sha256()}, authority.pem());
}

void SaveRevoked(db::Tx& tx, const std::vector<std::string>& serials) {
  tx.Queue(queries::kDeleteRevoked);
  for (const auto& serial : serials) tx.Queue(queries::kInsertRevoked, serial);
}

Registry::Contents LoadRegistry(db::Tx& tx) {
  Registry::Contents contents;
  auto participants = tx.Run(queries::kListParticipants);
  for (const auto& row : participants) contents.participants.push_back(ReadParticipant(row));
  auto types = tx.Run(queries::kListMessageTypes);
  for (const auto& row : types) contents.types.push_back(ReadType(row));
  auto certificates = tx.Run(queries::kListCertificates);
  for (const auto& row : certificates) {
    contents.certificates[row["sha256"].As<db::Bytes>().value] = {row["mnemonic"].Text(),
                                                                  row["active"].As<bool>()};
  }
  auto authorities = tx.Run(queries::kListAuthorities);
  for (const auto& row : authorities)
    contents.authorities.push_back(crypto::Certificate::FromPem(row["pem"].Text()).value());
  auto revoked = tx.Run(queries::kListRevoked);
  for (const auto& row : revoked) contents.revoked.insert(row["serial"].Text());
  return contents;
}

}  // namespace okno::testbed::storage
