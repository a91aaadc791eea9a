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
  int attempts = 0;  // refusals that count
  int tries = 0;     // all of them
  std::optional<Instant> tried_at, next_attempt_at, sent_at;
  std::optional<Instant> repeated_at;  // by hand: its term begins anew then
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

// What came under this id before without a right ЭП-СМЭВ.
std::optional<MessageId> FindRefused(db::Tx& tx, const ConnectionId& connection_id,
                                     const Uuid& smev_id);
// Those of them that wait for a decision are put aside: the message has come as the bus signed it.
void DropRefused(db::Tx& tx, const ConnectionId& connection_id, const Uuid& smev_id, Instant now);

// What is looked for in the journal; empty = any.
struct Filter {
  access::OrganizationId organization_id;
  std::optional<Uuid> subject;
  std::optional<Uuid> smev_id;
  std::string text;  // words, as websearch_to_tsquery reads them
  std::optional<bool> outgoing;
  std::string state, operation, version, content_namespace, error_code;
  std::string sender;  // a part of it
  std::optional<Instant> from, to;
  std::optional<MessageId> before;  // page: only older ones
  int limit = 50;
};
std::vector<MessageRow> List(db::Tx& tx, const Filter& filter);  // newest first, without content

// The request and all that was said to it, oldest first, without content.
std::vector<MessageRow> ListExchange(db::Tx& tx, const MessageId& request);

// The message of a connection that has been due longest, locked and taken until `until`: a worker
// that dies leaves it to the others then. Empty when nothing is due.
std::optional<MessageRow> TakeNext(db::Tx& tx, const ConnectionId& id, Instant now, Instant until);
void KeepTaken(db::Tx& tx, const MessageId& id, Instant until);
// When to look for due messages again; empty when none waits.
std::optional<Instant> FindNextAttempt(db::Tx& tx, const ConnectionId& id);
// Messages never tried, held back because the bus is away; each is returned once, at most 500 at a
// time: id, operation and subject only.
std::vector<Message> Hold(db::Tx& tx, const ConnectionId& id, std::string_view error);

// A further id for the message; its files must be brought again. When the old one may have arrived,
// `row` gets it as reference_message_id.
void GiveSmevId(db::Tx& tx, MessageRow& row, const Uuid& smev_id);
// It is about to be sent in this version of the envelope: should this process die now, the bus may
// have it.
void MarkUnderWay(db::Tx& tx, const MessageId& id, std::string_view version);
// False: it was known as sent already.
bool MarkSent(db::Tx& tx, const MessageId& id, Instant now);
struct Failure {
  int attempts = 0, tries = 0;
  std::string code, text;
  bool maybe_accepted = false;
  bool away = false;  // the bus was not there: due again as soon as it is
};
struct Delay {
  Instant tried_at, next_attempt_at;
};
bool MarkDelayed(db::Tx& tx, const MessageId& id, const Failure& failure, const Delay& delay);
// Of an attempt. False: it is no longer waiting, an answer has overtaken the attempt.
bool MarkFailed(db::Tx& tx, const MessageId& id, const Failure& failure);
// By the bus, which had taken it. False: it failed, was given up or answered before.
bool MarkRejected(db::Tx& tx, const MessageId& id, const Failure& failure);
void MarkProgress(db::Tx& tx, const MessageId& id, std::string_view state);
// False when the message is on its way, or nothing is left to send.
bool ResetDelivery(db::Tx& tx, const MessageId& id, Instant now);
// What failed because the bus was away becomes due now.
void WakePostponed(db::Tx& tx, const ConnectionId& connection_id, Instant now);
void SaveSeal(db::Tx& tx, const MessageId& id, int position, const Seal& seal, Instant now);

// A request taken after `since` and not yet answered, that `row` repeats under another id: the same
// content, the same files.
std::optional<MessageRow> FindRepeated(db::Tx& tx, const MessageRow& row, Instant since);

struct Envelope {
  MessageId message_id;
  access::OrganizationId organization_id;
  bool outgoing = false;
  std::string call;  // "SendRequest", "GetResponse" …
  std::optional<Uuid> smev_id;
  long long revision = 0;
  Instant at;
  std::string xml;
  // Of what we sent: version and certificate. Made with the same it may be sent again.
  std::string signed_with = {};
};
void KeepEnvelope(db::Tx& tx, const Envelope& envelope);
std::optional<std::string> FindSentEnvelope(db::Tx& tx, const MessageRow& row,
                                            std::string_view signed_with);
// What the bus handed out, as the call brought it.
struct ReceivedEnvelope {
  std::string call, xml;
};
std::optional<ReceivedEnvelope> FindReceivedEnvelope(db::Tx& tx, const MessageId& id);
bool IsAnswered(db::Tx& tx, const MessageId& request);  // or an answer waits to go
// An incoming message that could not be taken.
std::optional<MessageRow> FindByFingerprint(db::Tx& tx, const ConnectionId& connection_id,
                                            std::string_view fingerprint);
// Answers of ours to a request that have not left yet are given up. False, and nothing is changed,
// when its sender has one, or may have.
bool WithdrawAnswers(db::Tx& tx, const MessageId& request, Instant now);
bool Drop(db::Tx& tx, const MessageId& id);  // an incoming failed one
bool GiveUp(db::Tx& tx, const MessageId& id, Instant now);
// The same, but only of what has never gone out.
bool Withdraw(db::Tx& tx, const MessageId& id, Instant now);
// Every envelope that belongs to a message, in order of time: calls, answers, acknowledgements.
struct EnvelopeHead {
  Uuid id;
  bool outgoing = false;
  std::string call;
  Instant at;
  long long size = 0;
};
std::vector<EnvelopeHead> ListEnvelopes(db::Tx& tx, const MessageId& id);
std::optional<std::string> FindEnvelope(db::Tx& tx, const MessageId& id, const Uuid& envelope_id);

struct Resolution {
  std::string action, reason, state_before, error_code, user_name;
  Instant at;
};
void AddResolution(db::Tx& tx, const Message& message, const Resolution& resolution,
                   const std::optional<access::UserId>& user_id);
std::vector<Resolution> ListResolutions(db::Tx& tx, const MessageId& id);
std::optional<std::string> FindEnvelopeToShow(db::Tx& tx, const MessageId& id);

}  // namespace okno::exchange::storage
