// SPDX-License-Identifier: Apache-2.0
#include "storage/message_store.h"

#include <algorithm>

#include "exchange/queries.h"
#include "storage/search_text.h"

namespace okno::exchange {

namespace storage {

namespace {

std::vector<Uuid> ReadIds(const db::Cell& cell) {
  std::vector<Uuid> ids;
  for (const auto& text : cell.As<std::vector<std::string>>()) ids.push_back(*Uuid::Parse(text));
  return ids;
}

void ReadNotes(const db::Row& row, Message& message) {
  auto note = row["note"].Text();
  auto more = row["notes"].As<Json>();
  if (auto code = row["status_code"].Maybe<int>()) {
    message.status = StatusNote{*code, note};
    for (const auto& parameter : more.value("parameters", Json::array()))
      message.status->parameters.emplace_back(parameter.at(0), parameter.at(1));
  }
  auto rejection = row["rejection_code"].Text();
  if (!rejection.empty()) message.rejection = Rejection{rejection, note};
  for (const auto& further : more.value("rejections", Json::array()))
    message.further_rejections.push_back({further.at(0), further.at(1)});
}

Json NotesOf(const Message& message) {
  Json notes = Json::object();
  if (message.status) {
    for (const auto& [key, value] : message.status->parameters)
      notes["parameters"].push_back({key, value});
  }
  for (const auto& further : message.further_rejections)
    notes["rejections"].push_back({further.code, further.description});
  return notes;
}

SignatureNote ReadSignature(const db::Row& row, const char* verdict, const char* signer,
                            const char* until) {
  return {row[verdict].Text(), row[signer].Text(), row[until].Maybe<Instant>()};
}

constexpr std::pair<smev3::CaseInfo::Kind, std::string_view> kServiceKinds[] = {
    {smev3::CaseInfo::Kind::kNone, ""},
    {smev3::CaseInfo::Kind::kService, "SERVICE"},
    {smev3::CaseInfo::Kind::kFunction, "FUNCTION"}};

void ReadRequestNotes(const db::Row& row, Message& message) {
  message.reference_message_id = row["reference_id"].Maybe<Uuid>();
  message.transaction_code = row["transaction_code"].Text();
  message.node_id = row["node_id"].Text();
  message.frgu = row["frgu"].Text();
  message.end_of_life = row["end_of_life"].Maybe<Instant>();
  message.test = row["is_test"].As<bool>();
  smev3::CaseInfo info{row["case_number"].Text(), smev3::CaseInfo::Kind::kNone,
                       row["service_code"].Text()};
  for (const auto& [kind, word] : kServiceKinds) {
    if (row["service_kind"].raw() == word) info.kind = kind;
  }
  if (info != smev3::CaseInfo{}) message.case_info = info;
}

std::string_view ServiceKindOf(const Message& message) {
  auto kind = message.case_info.value_or(smev3::CaseInfo{}).kind;
  for (const auto& [known, word] : kServiceKinds) {
    if (known == kind) return word;
  }
  return {};
}

Message ReadMessage(const db::Row& row) {
  Message message;
  message.id = row["id"].As<MessageId>();
  message.organization_id = row["organization_id"].As<access::OrganizationId>();
  message.connection_id = row["connection_id"].As<ConnectionId>();
  message.smev_id = row["smev_id"].Maybe<Uuid>().value_or(Uuid{});
  message.outgoing = row["outgoing"].As<bool>();
  message.operation = row["operation"].Text();
  message.state = row["state"].Text();
  message.subject = {row["subject_kind"].Text(), row["subject_id"].Maybe<Uuid>().value_or(Uuid{})};
  message.content_xml = row["content_xml"].Text();
  message.content_namespace = row["content_namespace"].Text();
  message.content_root = row["content_root"].Text();
  message.reply_to = row["reply_to"].Text();
  message.sender_name = row["sender_name"].Text();
  message.signature_verdict = row["signature_verdict"].Text();
  message.signer_name = row["signer_name"].Text();
  message.error_code = row["error_code"].Text();
  message.error = row["error"].Text();
  message.request = row["request_id"].Maybe<MessageId>();
  message.created_at = row["created_at"].As<Instant>();
  message.recipient_name = row["recipient_name"].Text();
  message.version = row["version"].Text();
  message.bus_signature = ReadSignature(row, "bus_verdict", "bus_signer", "bus_signer_until");
  message.personal_signature =
      ReadSignature(row, "personal_verdict", "personal_signer", "personal_until");
  ReadNotes(row, message);
  ReadRequestNotes(row, message);
  return message;
}

MessageRow Read(const db::Row& row) {
  MessageRow found;
  found.message = ReadMessage(row);
  found.previous_smev_ids = ReadIds(row["previous_smev_ids"]);
  found.maybe_accepted = row["maybe_accepted"].As<bool>();
  found.signer_until = row["signer_until"].Maybe<Instant>();
  found.attempts = row["attempts"].As<int>();
  found.tries = row["tries"].As<int>();
  found.tried_at = row["tried_at"].Maybe<Instant>();
  found.repeated_at = row["repeated_at"].Maybe<Instant>();
  found.next_attempt_at = row["next_attempt_at"].Maybe<Instant>();
  found.sent_at = row["sent_at"].Maybe<Instant>();
  found.personal_signature = row["personal_signature"].Text();
  found.size = static_cast<std::uint64_t>(row["size"].As<long long>());
  return found;
}

std::string ReadBytes(const db::Cell& cell) {
  return cell.is_null() ? std::string() : cell.As<db::Bytes>().value;
}

std::optional<MessageRow> ReadOne(db::Tx& tx, const db::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  auto found = Read(rows.front());
  auto attachments = tx.Run(queries::kListAttachments, found.message.id);
  for (const auto& row : attachments) {
    found.message.attachments.push_back(
        {row["name"].Text(), row["content_type"].Text(), row["sha256_hex"].Text(),
         static_cast<std::uint64_t>(row["size"].As<long long>()), row["content_id"].Text(),
         row["ftp_id"].Maybe<Uuid>(),
         ReadSignature(row, "verdict", "signer_name", "signer_until")});
    found.seals.push_back(
        {ReadBytes(row["hash"]), ReadBytes(row["signature"]), !row["uploaded_at"].is_null()});
  }
  return found;
}

std::optional<Uuid> Present(const Uuid& id) {
  return id == Uuid{} ? std::nullopt : std::optional(id);
}

void InsertAttachments(db::Tx& tx, const Message& message) {
  int position = 0;
  for (const auto& attachment : message.attachments) {
    tx.Queue(queries::kInsertAttachment, message.id, position++, message.organization_id,
             attachment.name, attachment.content_type, attachment.sha256_hex, attachment.size,
             attachment.content_id, attachment.ftp_id, std::optional<db::Bytes>(),
             std::optional<db::Bytes>(), attachment.signature.verdict, attachment.signature.signer,
             attachment.signature.until);
  }
}

}  // namespace

bool Insert(db::Tx& tx, const MessageRow& row) {
  const auto& message = row.message;
  auto status_code = message.status ? std::optional(message.status->code) : std::nullopt;
  auto note = message.status ? message.status->description
                             : message.rejection.value_or(Rejection{}).description;
  auto fingerprint = row.fingerprint.empty() ? std::nullopt : std::optional(row.fingerprint);
  auto info = message.case_info.value_or(smev3::CaseInfo{});
  const auto& bus = message.bus_signature;
  const auto& personal = message.personal_signature;
  auto inserted = tx.Run(
      queries::kInsertMessage, message.id, message.organization_id, message.connection_id,
      message.outgoing, message.operation, message.state, Present(message.smev_id), message.request,
      message.subject.kind, Present(message.subject.id), message.content_namespace,
      message.content_root, message.content_xml, message.reply_to, message.sender_name,
      message.recipient_name, message.signature_verdict, message.signer_name, row.signer_until,
      status_code, message.rejection.value_or(Rejection{}).code, note, NotesOf(message),
      message.error_code, message.error, message.created_at, row.size, fingerprint, message.version,
      message.reference_message_id, message.transaction_code, message.node_id, message.end_of_life,
      message.test, info.case_number, ServiceKindOf(message), info.code, message.frgu,
      row.personal_signature, bus.verdict, bus.signer, bus.until, personal.verdict, personal.signer,
      personal.until, SearchText(message));
  if (inserted.affected() == 0) return false;
  InsertAttachments(tx, message);
  return true;
}

std::optional<MessageRow> Find(db::Tx& tx, const MessageId& id) {
  return ReadOne(tx, tx.Run(queries::kFindMessage, id));
}

std::optional<MessageRow> Lock(db::Tx& tx, const MessageId& id) {
  return ReadOne(tx, tx.Run(queries::kLockMessage, id));
}

std::optional<MessageRow> FindSent(db::Tx& tx, const ConnectionId& connection_id,
                                   const Uuid& smev_id) {
  if (auto found = ReadOne(tx, tx.Run(queries::kFindSentMessage, connection_id, smev_id)))
    return found;
  return ReadOne(tx, tx.Run(queries::kFindSentMessageByPreviousId, connection_id, smev_id));
}

std::optional<MessageRow> FindReceived(db::Tx& tx, const ConnectionId& connection_id,
                                       const Uuid& smev_id) {
  return ReadOne(tx, tx.Run(queries::kFindReceivedMessage, connection_id, smev_id));
}

std::vector<MessageRow> List(db::Tx& tx, const Filter& filter) {
  Uuid last;
  last.bytes.fill(0xff);
  auto before = filter.before ? filter.before->uuid : last;
  auto run = [&](const db::Query& query, const auto&... more) {
    return tx.Run(query, filter.organization_id, before, filter.outgoing, filter.state,
                  filter.operation, filter.version, filter.content_namespace, filter.error_code,
                  filter.sender, filter.from, filter.to, filter.limit, more...);
  };
  // A statement for each index to walk; what else is given is a condition of all of them.
  auto rows = filter.subject   ? run(queries::kListMessagesOfSubject, *filter.subject, filter.text,
                                     filter.smev_id)
              : filter.smev_id ? run(queries::kListMessagesOfSmevId, *filter.smev_id, filter.text)
              : filter.text.empty() ? run(queries::kListMessages)
                                    : run(queries::kSearchMessages, filter.text);
  std::vector<MessageRow> found;
  for (const auto& row : rows) found.push_back(Read(row));
  return found;
}

std::vector<MessageRow> ListExchange(db::Tx& tx, const MessageId& request) {
  std::vector<MessageRow> found;
  for (const auto& row : tx.Run(queries::kListExchange, request)) found.push_back(Read(row));
  return found;
}

std::optional<MessageRow> TakeNext(db::Tx& tx, const ConnectionId& id, Instant now, Instant until) {
  auto taken = tx.Run(queries::kTakeNextMessage, id, now, until);
  return taken.empty() ? std::nullopt : Find(tx, taken.front()["id"].As<MessageId>());
}

void KeepTaken(db::Tx& tx, const MessageId& id, Instant until) {
  tx.Run(queries::kKeepTaken, id, until);
}

std::optional<Instant> FindNextAttempt(db::Tx& tx, const ConnectionId& id) {
  return tx.Run(queries::kFindNextAttempt, id).front()["at"].Maybe<Instant>();
}

std::vector<Message> Hold(db::Tx& tx, const ConnectionId& id, std::string_view error) {
  constexpr int kMost = 500;
  std::vector<Message> held;
  auto rows = tx.Run(queries::kHoldMessages, id, error, kMost);
  for (const auto& row : rows) {
    Message message;
    message.id = row["id"].As<MessageId>();
    message.operation = row["operation"].Text();
    message.subject = {row["subject_kind"].Text(),
                       row["subject_id"].Maybe<Uuid>().value_or(Uuid{})};
    held.push_back(std::move(message));
  }
  return held;
}

void GiveSmevId(db::Tx& tx, MessageRow& row, const Uuid& smev_id) {
  auto& message = row.message;
  tx.Queue(queries::kResetUploads, message.id);
  auto given = tx.Run(queries::kGiveSmevId, message.id, smev_id);
  message.smev_id = smev_id;
  message.reference_message_id = given.front()["reference_id"].Maybe<Uuid>();
  for (auto& seal : row.seals) seal.uploaded = false;
}

void MarkUnderWay(db::Tx& tx, const MessageId& id, std::string_view version) {
  tx.Queue(queries::kMarkUnderWay, id, version);
}

bool MarkSent(db::Tx& tx, const MessageId& id, Instant now) {
  return tx.Run(queries::kMarkSent, id, now).affected() == 1;
}

bool MarkDelayed(db::Tx& tx, const MessageId& id, const Failure& failure, const Delay& delay) {
  return tx.Run(queries::kMarkDelayed, id, failure.attempts, failure.tries, delay.tried_at,
                failure.away, delay.next_attempt_at, failure.code, failure.text,
                failure.maybe_accepted)
             .affected() == 1;
}

bool MarkFailed(db::Tx& tx, const MessageId& id, const Failure& failure) {
  return tx.Run(queries::kMarkFailed, id, failure.attempts, failure.tries, failure.code,
                failure.text, failure.maybe_accepted)
             .affected() == 1;
}

bool MarkRejected(db::Tx& tx, const MessageId& id, const Failure& failure) {
  return tx.Run(queries::kMarkRejected, id, failure.attempts, failure.tries, failure.code,
                failure.text, failure.maybe_accepted)
             .affected() == 1;
}

void MarkProgress(db::Tx& tx, const MessageId& id, std::string_view state) {
  tx.Run(queries::kMarkProgress, id, state);
}

bool ResetDelivery(db::Tx& tx, const MessageId& id, Instant now) {
  return tx.Run(queries::kResetDelivery, id, now).affected() == 1;
}

void WakePostponed(db::Tx& tx, const ConnectionId& connection_id, Instant now) {
  tx.Run(queries::kWakePostponed, connection_id, now);
}

void SaveSeal(db::Tx& tx, const MessageId& id, int position, const Seal& seal, Instant now) {
  tx.Queue(queries::kSaveSeal, id, position, db::Bytes{seal.hash}, db::Bytes{seal.signature},
           seal.uploaded ? std::optional(now) : std::nullopt);
}

std::optional<MessageId> FindRefused(db::Tx& tx, const ConnectionId& connection_id,
                                     const Uuid& smev_id) {
  auto rows = tx.Run(queries::kFindRefusedMessage, connection_id, smev_id);
  return rows.empty() ? std::nullopt : std::optional(rows.front()["id"].As<MessageId>());
}

void DropRefused(db::Tx& tx, const ConnectionId& connection_id, const Uuid& smev_id, Instant now) {
  tx.Queue(queries::kDropRefusedMessages, connection_id, smev_id, "Пришло снова и принято",
           "Система", now);
}

std::optional<MessageRow> FindRepeated(db::Tx& tx, const MessageRow& row, Instant since) {
  const auto& message = row.message;
  if (message.operation != "request" || !message.reference_message_id) return std::nullopt;
  auto found = ReadOne(
      tx, tx.Run(queries::kFindRepeatedRequest, message.connection_id,
                 *message.reference_message_id, message.sender_name, message.content_xml, since));
  bool same = found && std::ranges::equal(found->message.attachments, message.attachments, {},
                                          &Attachment::sha256_hex, &Attachment::sha256_hex);
  return same ? found : std::nullopt;
}

bool IsAnswered(db::Tx& tx, const MessageId& request) {
  return !tx.Run(queries::kIsAnswered, request).empty();
}

std::optional<MessageRow> FindByFingerprint(db::Tx& tx, const ConnectionId& connection_id,
                                            std::string_view fingerprint) {
  return ReadOne(tx, tx.Run(queries::kFindByFingerprint, connection_id, fingerprint));
}

bool WithdrawAnswers(db::Tx& tx, const MessageId& request, Instant now) {
  if (!tx.Run(queries::kFindAnswerGone, request, now).empty()) return false;
  tx.Run(queries::kWithdrawAnswers, request, now);
  return true;
}

bool Drop(db::Tx& tx, const MessageId& id) {
  return tx.Run(queries::kDropMessage, id).affected() == 1;
}

bool GiveUp(db::Tx& tx, const MessageId& id, Instant now) {
  return tx.Run(queries::kGiveUpMessage, id, now).affected() == 1;
}

bool Withdraw(db::Tx& tx, const MessageId& id, Instant now) {
  return tx.Run(queries::kWithdrawMessage, id, now).affected() == 1;
}

}  // namespace storage

std::optional<Message> FindMessage(db::Tx& tx, const MessageId& id) {
  auto row = storage::Find(tx, id);
  return row ? std::optional(std::move(row->message)) : std::nullopt;
}

void SetSubject(db::Tx& tx, const MessageId& id, const Subject& subject) {
  tx.Run(queries::kSetSubject, id, subject.kind, subject.id);
}

}  // namespace okno::exchange
