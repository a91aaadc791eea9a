// SPDX-License-Identifier: Apache-2.0
#include "logic/acceptance.h"

#include "json/json.h"
#include "logic/attachments.h"
#include "logic/content_checks.h"
#include "logic/files.h"
#include "logic/letters.h"
#include "logic/rules/request_rules.h"
#include "text/strings.h"

namespace okno::testbed {

namespace {

// Opaque to participants; the live bus sends Base64 of a small JSON object too.
std::string MakeReplyTo(const storage::Message& message) {
  Json json{{"mid", message.id.ToString()},
            {"mnm", message.sender},
            {"ns", message.namespace_uri},
            {"sid", message.version}};
  if (!message.node_id.empty()) json["slc"] = message.node_id;
  if (message.eol) json["eol"] = FormatInstant(*message.eol);
  return text::Base64Encode(json::Dump(json));
}

storage::Message NewMessage(const Incoming& incoming, std::string queue, const Uuid& id,
                            Instant now) {
  storage::Message message;
  message.id = id;
  message.queue = std::move(queue);
  message.version = std::string(incoming.dialect.version);
  message.sender = incoming.sender->mnemonic;
  message.state = "accepted";
  message.created_at = now;
  message.provided = incoming.source.FragmentOf(incoming.signed_element);
  message.signature = incoming.source.FragmentOf(incoming.signature);
  return message;
}

std::optional<Fault> CheckCode(const Acceptance& acceptance, const std::string& code) {
  if (code.empty() || acceptance.settings.check_transaction_codes == Switch::kOff ||
      acceptance.codes.IsGenuine(code))
    return std::nullopt;
  return Fault{"TransactionCodeInvalid", "SMEV-405: код транзакции выдан не СПКТ"};
}

// Attachments, files and sizes, the last of the synchronous checks.
std::optional<Fault> AddContent(const Incoming& incoming, const Acceptance& acceptance,
                                storage::Message& message) {
  const auto& settings = acceptance.settings;
  auto attachments = ReadAttachments(incoming, settings.mtom_limit);
  if (auto* fault = std::get_if<Fault>(&attachments)) return *fault;
  auto files = ReadFiles(incoming, message.id, acceptance.files, settings.ftp_limit);
  if (auto* fault = std::get_if<Fault>(&files)) return *fault;
  if (auto fault = rules::CheckStructuredSize(incoming, settings.structured_limit)) return fault;
  message.attachments = std::move(std::get<0>(attachments));
  message.files = std::move(std::get<0>(files));
  for (const auto& attachment : message.attachments)
    message.attachments_size += attachment.content.size();
  for (const auto& file : message.files) message.attachments_size += file.size;
  return std::nullopt;
}

std::uint64_t FileBytes(const storage::Message& message) {
  std::uint64_t bytes = 0;
  for (const auto& file : message.files) bytes += file.size;
  return bytes;
}

// Runs the asynchronous checks or puts them off.
void CheckLater(const Incoming& incoming, const Acceptance& acceptance, Prepared& prepared) {
  auto& message = prepared.message;
  for (const auto& file : message.files)
    acceptance.files.Take(AreasOf(*incoming.sender), message.id, file.directory);
  if (acceptance.settings.check_content == Switch::kOff) return;
  if (FileBytes(message) > acceptance.settings.checked_at_once) {
    message.state = "queued";
    prepared.placement.state = "checking";
    return;
  }
  ContentChecks checks{*incoming.registry, acceptance.schemas, acceptance.files, acceptance.now};
  auto fault = CheckContent(checks, incoming.signed_element, message);
  if (!fault) return;
  message.state = "rejected";
  message.error = fault->description;
  prepared.placement.state = "withdrawn";
  prepared.letters.push_back(RejectionLetter(message, *fault));
}

// What became of the sender's own routing: a partial one goes to those that were found.
void TellRouting(rules::Recipients& recipients, Prepared& prepared) {
  if (recipients.all_found) return;
  auto& message = prepared.message;
  bool nobody = recipients.mnemonics.empty();
  Letter letter{message.id,
                nobody ? "requestIsRejectedBySmev" : "requestIsAcceptedBySmev",
                nobody ? "SMEV-404: ни один получатель маршрутизации не найден"
                       : "часть получателей маршрутизации не найдена",
                {},
                std::move(recipients.routed)};
  if (nobody) {
    letter.fault = Fault{"RecipientIsNotFound", letter.details};
    message.state = "rejected";
    message.error = letter.details;
    prepared.placement.state = "withdrawn";
    prepared.placement.recipients = {message.sender};  // the row only tells that it is known
  }
  prepared.letters.push_back(std::move(letter));
}

std::optional<Fault> CheckAnswerType(const Registry& registry, xml::Element content,
                                     const storage::Message& request) {
  if (!content) return std::nullopt;
  const auto* type = registry.FindType(content.namespace_uri());
  if (type == nullptr) return rules::TypeNotSupported(content);
  if (content.name() == type->request_root) {
    return Fault{"IncorrectResponseContentType",
                 "SMEV-402: вместо ответа отправлен запрос " + content.name()};
  }
  bool fits = type->response_root == content.name() && type->namespace_uri == request.namespace_uri;
  return fits ? std::nullopt : std::optional(rules::TypeNotSupported(content));
}

Fault AddressIsWrong(const std::string& to) {
  return {"RecipientIsNotFound", "SMEV-404: по адресу «" + to + "» получатель не найден"};
}

Fault AlreadySent(const Uuid& id) {
  return {"MessageIsAlreadySent",
          "SMEV-301: сообщение с идентификатором " + id.ToString() + " уже отправлено"};
}

bool IsAboutId(const Fault& fault) {
  return fault.name == "InvalidMessageIdFormat" || fault.name == "StaleMessageId";
}

std::optional<Fault> CheckLimits(db::Tx& tx, const Incoming& incoming, const Acceptance& acceptance,
                                 const Prepared& prepared) {
  for (const auto& mnemonic : prepared.placement.recipients) {
    const auto* recipient = incoming.registry->FindParticipant(mnemonic);
    auto quota = recipient == nullptr ? 0 : recipient->quota_bytes;
    auto limit = acceptance.settings.queue_limit;
    if (quota == 0 && limit == 0) continue;
    auto waiting = storage::CountWaiting(tx, mnemonic, prepared.message.queue);
    if (limit > 0 && waiting.messages >= static_cast<long long>(limit)) {
      return Fault{"DestinationOverflow",
                   "SMEV-600: очередь получателя " + mnemonic + " переполнена",
                   {{"MessageBrokerAddress", std::string(kBusMnemonic)},
                    {"DestinationName", mnemonic + "." + prepared.message.queue}}};
    }
    auto size = prepared.message.attachments_size;
    auto left = quota > waiting.bytes ? quota - waiting.bytes : 0;
    if (quota > 0 && size > left) {
      return Fault{"QuoteLimitExceeded",
                   "SMEV-203: квота хранилища получателя " + mnemonic + " исчерпана",
                   {{"RemainedTotalQuoteSize", std::to_string(left)},
                    {"RealTotalAttachmentSize", std::to_string(size)}}};
    }
  }
  return std::nullopt;
}

}  // namespace

Checked<Prepared> PrepareRequest(const Incoming& incoming, const Acceptance& acceptance) {
  auto provided = incoming.signed_element;
  auto id = rules::CheckId(provided.child_text("MessageID"), acceptance.now, acceptance.settings);
  if (auto* fault = std::get_if<Fault>(&id)) return *fault;
  auto content = rules::ContentOf(provided);
  auto found = rules::FindRequestType(*incoming.registry, content);
  if (auto* fault = std::get_if<Fault>(&found)) return *fault;
  const auto& type = *std::get<0>(found);
  if (auto fault = rules::CheckRights(incoming, type)) return *fault;
  if (auto fault = rules::CheckPerson(incoming, type)) return *fault;
  auto recipients = rules::FindRecipients(incoming, type, content);
  if (auto* fault = std::get_if<Fault>(&recipients)) return *fault;
  auto code = provided.child_text("TransactionCode");
  if (auto fault = CheckCode(acceptance, code)) return *fault;
  auto eol = rules::CheckLife(provided, acceptance.now);
  if (auto* fault = std::get_if<Fault>(&eol)) return *fault;

  Prepared prepared{NewMessage(incoming, "requests", std::get<0>(id), acceptance.now), {}, {}};
  auto& message = prepared.message;
  message.namespace_uri = content.namespace_uri();
  message.root = content.name();
  message.node_id = provided.child_text("NodeID");
  message.broadcast = type.broadcast;
  message.transaction_code = code;
  message.reference_id = Uuid::Parse(provided.child_text("ReferenceMessageID"));
  message.eol = std::get<0>(eol);
  message.reply_to = MakeReplyTo(message);
  if (auto fault = AddContent(incoming, acceptance, message)) return *fault;
  prepared.placement.recipients = std::get<0>(recipients).mnemonics;
  // Broadcasts have one priority.
  prepared.placement.priority = incoming.sender->important && !type.broadcast ? 0 : 1;
  TellRouting(std::get<0>(recipients), prepared);
  if (message.state == "accepted") CheckLater(incoming, acceptance, prepared);
  return prepared;
}

Checked<Prepared> PrepareResponse(const Incoming& incoming, const Acceptance& acceptance,
                                  const std::optional<storage::Message>& request) {
  auto provided = incoming.signed_element;
  auto id = rules::CheckId(provided.child_text("MessageID"), acceptance.now, acceptance.settings);
  if (auto* fault = std::get_if<Fault>(&id)) return *fault;
  if (provided.child("AsyncProcessingStatus"))
    return InvalidContent("AsyncProcessingStatus формирует только СМЭВ");
  auto content = rules::ContentOf(provided);
  auto to = provided.child_text("To");
  // Without a request the content alone can still be wrong, and that comes first.
  storage::Message any;
  if (!request && content) any.namespace_uri = content.namespace_uri();
  if (auto fault = CheckAnswerType(*incoming.registry, content, request ? *request : any))
    return *fault;
  if (!request || request->reply_to != to) return AddressIsWrong(to);
  if (request->broadcast) return Fault{"AccessDenied", "SMEV-401: на рассылку отвечать нельзя"};

  Prepared prepared{NewMessage(incoming, "responses", std::get<0>(id), acceptance.now), {}, {}};
  auto& message = prepared.message;
  message.node_id = request->node_id;
  message.original_id = request->id;
  message.reference_id = request->reference_id;
  message.transaction_code = request->transaction_code;
  message.namespace_uri = request->namespace_uri;
  message.root = content ? content.name() : std::string();
  if (auto fault = AddContent(incoming, acceptance, message)) return *fault;
  prepared.placement.recipients = {request->sender};
  CheckLater(incoming, acceptance, prepared);
  return prepared;
}

std::optional<Uuid> RequestOf(std::string_view to) {
  std::string text;
  if (!text::Base64Decode(to, text)) return std::nullopt;
  auto json = json::Parse(text);
  if (!json || !json->is_object()) return std::nullopt;
  auto id = json->find("mid");
  return id != json->end() && id->is_string() ? Uuid::Parse(id->get<std::string>()) : std::nullopt;
}

std::optional<Fault> Store(db::Tx& tx, const Incoming& incoming, const Acceptance& acceptance,
                           const Checked<Prepared>& checked) {
  const auto* prepared = std::get_if<Prepared>(&checked);
  auto fault = prepared == nullptr ? std::optional(std::get<Fault>(checked))
                                   : CheckLimits(tx, incoming, acceptance, *prepared);
  if (fault && !IsAboutId(*fault)) {
    // Looked up only now: the one statement of a good message finds duplicates by itself.
    auto id = Uuid::Parse(incoming.signed_element.child_text("MessageID"));
    return storage::Exists(tx, *id) ? AlreadySent(*id) : *fault;
  }
  if (fault) return fault;
  const auto& message = prepared->message;
  if (!storage::Insert(tx, message, prepared->placement)) return AlreadySent(message.id);
  for (const auto& letter : prepared->letters)
    SendLetter(tx, message, letter, acceptance.signer, acceptance.now);
  return std::nullopt;
}

}  // namespace okno::testbed
