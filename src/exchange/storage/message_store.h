// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/exchange.h"

namespace okno::exchange::storage {

// What a file by FTP is announced with, made once.
struct Seal {
  std::string hash;       // Streebog-256, raw; "" = not made yet
  std::string signature;  // detached CMS, DER
  bool uploaded = false;  // it lies in its directory
};

// A message with what only this room knows of it.
struct MessageRow {
  Message message;  // smev_id is zero until the first attempt
  std::vector<Uuid> previous_smev_ids;
  bool maybe_accepted = false;  // an attempt ended without an answer: the bus may have it
  std::optional<Instant> signer_until;
  int attempts = 0;
  std::optional<Instant> next_attempt_at, sent_at;
  std::uint64_t size = 0;
  std::string fingerprint;         // of an incoming envelope that could not be taken
  std::string personal_signature;  // of outgoing: ds:Signature over the content's root
  std::vector<Seal> seals;         // of attachments, in their order
};

// False: the same message is there already (an incoming one delivered again).
bool Insert(db::Tx& tx, const MessageRow& row);
std::optional<MessageRow> Find(db::Tx& tx, const MessageId& id);
std::optional<MessageRow> Lock(db::Tx& tx, const MessageId& id);
// Our message that the bus knows, or knew, by this id.
std::optional<MessageRow> FindSent(db::Tx& tx, const ConnectionId& connection_id,
                                   const Uuid& smev_id);
// A message taken from the bus under this id.
std::optional<MessageRow> FindReceived(db::Tx& tx, const ConnectionId& connection_id,
                                       const Uuid& smev_id);

struct Filter {
  access::OrganizationId organization_id;
  std::optional<Uuid> subject;
  std::optional<bool> outgoing;
  std::string state;
  std::optional<MessageId> before;  // page: only older ones
  int limit = 50;
};
std::vector<MessageRow> List(db::Tx& tx, const Filter& filter);  // newest first, without content

void GiveSmevId(db::Tx& tx, const MessageId& id, const Uuid& smev_id);
// It is about to be sent: should this process die now, the bus may have it.
void MarkUnderWay(db::Tx& tx, const MessageId& id);
// False: it was known as sent already.
bool MarkSent(db::Tx& tx, const MessageId& id, Instant now);
struct Failure {
  int attempts = 0;
  std::string code, text;
  bool maybe_accepted = false;
};
bool MarkDelayed(db::Tx& tx, const MessageId& id, const Failure& failure, Instant next_attempt_at);
bool MarkFailed(db::Tx& tx, const MessageId& id, const Failure& failure);
void MarkProgress(db::Tx& tx, const MessageId& id, std::string_view state);
bool ResetDelivery(db::Tx& tx, const MessageId& id);
// Messages of a connection that wait for their next attempt become due now.
std::vector<MessageId> WakePostponed(db::Tx& tx, const ConnectionId& connection_id, Instant now);

struct Envelope {
  MessageId message_id;
  access::OrganizationId organization_id;
  bool outgoing = false;
  std::string call;  // "SendRequest", "GetResponse" …
  std::optional<Uuid> smev_id;
  long long revision = 0;
  Instant at;
  std::string xml;
};
void KeepEnvelope(db::Tx& tx, const Envelope& envelope);
std::optional<std::string> FindSentEnvelope(db::Tx& tx, const MessageRow& row, long long revision);
std::optional<std::string> FindEnvelopeToShow(db::Tx& tx, const MessageId& id);

}  // namespace okno::exchange::storage
