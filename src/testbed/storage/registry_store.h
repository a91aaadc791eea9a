// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/gost.h"
#include "db/pool.h"

namespace okno::testbed::storage {

struct Participant {
  std::string mnemonic, name;
};
struct Route {
  std::string code;  // "" = by the type alone
  std::string mnemonic;
};
struct MessageType {
  std::string namespace_uri, request_root, response_root, title;
  std::string routing_element;
  std::string schema_folder;
  std::vector<std::string> senders;  // who may send requests; empty = everybody
  std::vector<Route> routes;         // only when listed or saved
};

void Save(db::Tx& tx, const Participant& participant, const crypto::Certificate& certificate);
std::optional<Participant> FindByCertificate(db::Tx& tx, const crypto::Certificate& certificate);
bool Exists(db::Tx& tx, std::string_view mnemonic);

void Save(db::Tx& tx, const MessageType& type);
std::optional<MessageType> FindType(db::Tx& tx, std::string_view namespace_uri);
std::vector<MessageType> ListTypes(db::Tx& tx);
std::optional<std::string> FindRecipient(db::Tx& tx, std::string_view namespace_uri,
                                         std::string_view code);

}  // namespace okno::testbed::storage
