// SPDX-License-Identifier: Apache-2.0
#include "http/message_json.h"

#include "exchange/texts.h"
#include "logic/sentences.h"

namespace okno::exchange {

namespace {

std::string OperationWord(const Message& message) {
  if (message.operation == "request")
    return message.outgoing ? "Исходящий запрос" : "Входящий запрос";
  if (message.operation == "response")
    return message.outgoing ? "Отправленный ответ" : "Ответ на запрос";
  if (message.operation == "reject")
    return message.outgoing ? "Отправленный отказ" : "Отказ на запрос";
  if (message.operation == "cancel") return "Отзыв запроса";
  return message.outgoing ? "Отправленный статус" : "Статус запроса";
}

std::string TitleOf(const Message& message, const Titles& titles) {
  auto title = OperationWord(message);
  if (message.status) return title + ": " + message.status->description;
  if (message.rejection) return title + ": " + message.rejection->description;
  auto type = titles.find(message.content_namespace);
  return type == titles.end() ? title : title + " «" + type->second + "»";
}

void Put(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}
void Put(Json& json, const char* key, const std::optional<Instant>& at) {
  if (at) json[key] = FormatInstant(*at);
}

void PutSignature(Json& list, const char* kind, const SignatureNote& note,
                  const std::string& name = {}) {
  if (note.verdict.empty()) return;
  Json json{{"kind", kind},
            {"verdict", note.verdict},
            {"sentence", SignatureSentence(note.verdict, note.signer, note.until)}};
  Put(json, "name", name);
  list.push_back(std::move(json));
}

Json SignaturesOf(const storage::MessageRow& row) {
  const auto& message = row.message;
  Json list = Json::array();
  PutSignature(list, "bus", message.bus_signature);
  PutSignature(list, "sender", {message.signature_verdict, message.signer_name, row.signer_until});
  PutSignature(list, "person", message.personal_signature);
  for (const auto& attachment : message.attachments)
    PutSignature(list, "attachment", attachment.signature, attachment.name);
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

Titles TitlesOf(const Services& services) {
  return services.message_type_titles ? services.message_type_titles() : Titles();
}

Json ToJson(const Titles& titles, const storage::MessageRow& row, text::Language language) {
  const auto& message = row.message;
  auto type = titles.find(message.content_namespace);
  Json json{{"id", message.id.ToString()},
            {"direction", message.outgoing ? "outgoing" : "incoming"},
            {"operation", message.operation},
            {"message_type", type == titles.end() ? message.content_namespace : type->second},
            {"state", message.state},
            {"title", TitleOf(message, titles)},
            {"attempts", row.attempts},
            {"created_at", FormatInstant(message.created_at)},
            {"size", row.size}};
  Put(json, "version", message.version);
  Put(json, "sender", message.sender_name);
  if (message.smev_id != Uuid{}) json["message_id"] = message.smev_id.ToString();
  Put(json, "signature",
      SignatureSentence(message.signature_verdict, message.signer_name, row.signer_until));
  PutError(json, message, language);
  Put(json, "next_attempt_at", row.next_attempt_at);
  Put(json, "sent_at", row.sent_at);
  return json;
}

Json ToCard(const Titles& titles, const storage::MessageRow& row, const MessageParts& parts,
            text::Language language) {
  const auto& message = row.message;
  auto json = ToJson(titles, row, language);
  Put(json, "recipient", message.recipient_name);
  Put(json, "content_namespace", message.content_namespace);
  Put(json, "content_root", message.content_root);
  if (message.request) json["request_id"] = message.request->ToString();
  if (message.subject.id != Uuid{})
    json["subject"] = {{"kind", message.subject.kind}, {"id", message.subject.id.ToString()}};
  PutRequestNotes(json, message);
  json["signatures"] = SignaturesOf(row);
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
