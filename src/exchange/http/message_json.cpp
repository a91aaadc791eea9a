// SPDX-License-Identifier: Apache-2.0
#include "http/message_json.h"

#include <algorithm>
#include <iterator>

#include "exchange/texts.h"
#include "logic/sentences.h"
#include "text/quotes.h"

namespace okno::exchange {

namespace {

struct Operation {
  std::string_view name;
  text::Message outgoing, incoming;
};
constexpr Operation kOperations[] = {
    {"request",
     {"", "Исходящий запрос", "Outgoing request"},
     {"", "Входящий запрос", "Incoming request"}},
    {"response",
     {"", "Отправленный ответ", "Answer sent"},
     {"", "Ответ на запрос", "Answer to a request"}},
    {"reject",
     {"", "Отправленный отказ", "Rejection sent"},
     {"", "Отказ на запрос", "Rejection of a request"}},
    {"cancel",
     {"", "Отзыв запроса", "Request taken back"},
     {"", "Отзыв запроса", "Request taken back"}},
    {"status",
     {"", "Отправленный статус", "Status sent"},
     {"", "Статус запроса", "Status of a request"}},
};

std::string OperationWord(const Message& message, text::Language language) {
  const auto* operation = std::ranges::find(kOperations, message.operation, &Operation::name);
  if (operation == std::end(kOperations)) operation = std::prev(std::end(kOperations));
  const auto& words = message.outgoing ? operation->outgoing : operation->incoming;
  return std::string(language == text::Language::kEnglish ? words.english : words.russian);
}

std::string TitleOf(const Message& message, const Words& words) {
  auto title = OperationWord(message, words.language);
  if (message.status) return title + ": " + message.status->description;
  if (message.rejection) return title + ": " + message.rejection->description;
  const auto type = words.titles.find(message.content_namespace);
  if (type == words.titles.end()) return title;
  const bool english = words.language == text::Language::kEnglish;
  return title + (english ? " “" + type->second + "”" : " " + text::Quoted(type->second));
}

void Put(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}
void Put(Json& json, const char* key, const std::optional<Instant>& at) {
  if (at) json[key] = FormatInstant(*at);
}

void PutSignature(Json& list, const char* kind, const SignatureNote& note, text::Language language,
                  const std::string& name = {}) {
  if (note.verdict.empty()) return;
  Json json{{"kind", kind},
            {"verdict", note.verdict},
            {"sentence", SignatureSentence(note.verdict, note.signer, note.until, language)}};
  Put(json, "name", name);
  list.push_back(std::move(json));
}

Json SignaturesOf(const storage::MessageRow& row, text::Language language) {
  const auto& message = row.message;
  Json list = Json::array();
  PutSignature(list, "bus", message.bus_signature, language);
  PutSignature(list, "sender", {message.signature_verdict, message.signer_name, row.signer_until},
               language);
  PutSignature(list, "person", message.personal_signature, language);
  for (const auto& attachment : message.attachments)
    PutSignature(list, "attachment", attachment.signature, language, attachment.name);
  return list;
}

Json AttachmentsOf(const Message& message) {
  Json list = Json::array();
  for (const auto& attachment : message.attachments) {
    list.push_back({{"name", attachment.name},
                    {"content_type", attachment.content_type},
                    {"size", attachment.size},
                    {"way", attachment.ftp_id ? "ftp" : "inline"}});
  }
  return list;
}

Json EnvelopesOf(const std::vector<storage::EnvelopeHead>& envelopes) {
  Json list = Json::array();
  for (const auto& envelope : envelopes) {
    list.push_back({{"id", envelope.id.ToString()},
                    {"direction", envelope.outgoing ? "outgoing" : "incoming"},
                    {"call", envelope.call},
                    {"at", FormatInstant(envelope.at)},
                    {"size", envelope.size}});
  }
  return list;
}

Json ResolutionsOf(const std::vector<storage::Resolution>& resolutions) {
  Json list = Json::array();
  for (const auto& one : resolutions) {
    list.push_back({{"action", one.action},
                    {"reason", one.reason},
                    {"state_before", one.state_before},
                    {"error_code", one.error_code},
                    {"by", one.user_name},
                    {"at", FormatInstant(one.at)}});
  }
  return list;
}

Json ExchangeOf(const Words& words, const std::vector<storage::MessageRow>& rows) {
  Json list = Json::array();
  for (const auto& row : rows) {
    list.push_back({{"id", row.message.id.ToString()},
                    {"operation", row.message.operation},
                    {"direction", row.message.outgoing ? "outgoing" : "incoming"},
                    {"state", row.message.state},
                    {"title", TitleOf(row.message, words)},
                    {"created_at", FormatInstant(row.message.created_at)}});
  }
  return list;
}

Json ParametersOf(const StatusNote& status) {
  Json list = Json::array();
  for (const auto& [key, value] : status.parameters)
    list.push_back({{"key", key}, {"value", value}});
  return list;
}

std::string_view AdviceFor(const Message& message) {
  if (message.outgoing)
    return AdviceOn(message.error_code,
                    message.state == "waiting" ? Delivery::kWaiting : Delivery::kOver);
  return message.state == "failed" ? "exchange.advice.decide" : "";
}

// The error as it came, and for people: what happened and what to do.
void PutError(Json& json, const Message& message, text::Language language) {
  Put(json, "error_code", message.error_code);
  Put(json, "error", message.error);
  if (message.error_code.empty()) return;
  const auto sentence = TextOf(message.error_code, language);
  if (sentence != message.error_code) json["error_sentence"] = sentence;
  if (const auto advice = AdviceFor(message); !advice.empty())
    json["advice"] = TextOf(advice, language);
}

void PutRequestNotes(Json& json, const Message& message) {
  Put(json, "transaction_code", message.transaction_code);
  Put(json, "node_id", message.node_id);
  Put(json, "frgu", message.frgu);
  Put(json, "end_of_life", message.end_of_life);
  if (message.reference_message_id)
    json["reference_message_id"] = message.reference_message_id->ToString();
  if (message.case_info) Put(json, "case_number", message.case_info->case_number);
  if (message.test) json["test"] = true;
}

}  // namespace

Words WordsOf(const Services& services, text::Language language) {
  if (!services.message_type_titles) return {{}, language};
  return {services.message_type_titles(language), language};
}

Json ToJson(const Words& words, const storage::MessageRow& row) {
  const auto& message = row.message;
  auto type = words.titles.find(message.content_namespace);
  Json json{{"id", message.id.ToString()},
            {"direction", message.outgoing ? "outgoing" : "incoming"},
            {"operation", message.operation},
            {"message_type", type == words.titles.end() ? message.content_namespace : type->second},
            {"state", message.state},
            {"title", TitleOf(message, words)},
            {"attempts", row.attempts},
            {"created_at", FormatInstant(message.created_at)},
            {"size", row.size}};
  Put(json, "version", message.version);
  Put(json, "sender", message.sender_name);
  if (message.smev_id != Uuid{}) json["message_id"] = message.smev_id.ToString();
  Put(json, "signature",
      SignatureSentence(message.signature_verdict, message.signer_name, row.signer_until,
                        words.language));
  PutError(json, message, words.language);
  Put(json, "next_attempt_at", row.next_attempt_at);
  Put(json, "sent_at", row.sent_at);
  return json;
}

Json ToCard(const Words& words, const storage::MessageRow& row, const MessageParts& parts) {
  const auto& message = row.message;
  auto json = ToJson(words, row);
  Put(json, "recipient", message.recipient_name);
  Put(json, "content_namespace", message.content_namespace);
  Put(json, "content_root", message.content_root);
  if (message.request) json["request_id"] = message.request->ToString();
  json["exchange"] = ExchangeOf(words, parts.exchange);
  if (message.subject.id != Uuid{})
    json["subject"] = {{"kind", message.subject.kind}, {"id", message.subject.id.ToString()}};
  PutRequestNotes(json, message);
  json["signatures"] = SignaturesOf(row, words.language);
  json["attachments"] = AttachmentsOf(message);
  json["envelopes"] = EnvelopesOf(parts.envelopes);
  json["resolutions"] = ResolutionsOf(parts.resolutions);
  if (message.status) json["status_parameters"] = ParametersOf(*message.status);
  json["rejections"] = Json::array();
  if (message.rejection) {
    json["rejections"].push_back(
        {{"code", message.rejection->code}, {"description", message.rejection->description}});
  }
  for (const auto& further : message.further_rejections)
    json["rejections"].push_back({{"code", further.code}, {"description", further.description}});
  return json;
}

}  // namespace okno::exchange
