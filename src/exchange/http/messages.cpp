// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "http/handlers.h"
#include "storage/message_store.h"

namespace okno::exchange {

namespace {

int LimitOf(const http::Request& request) {
  auto text = request.query_value("limit");
  int limit = 0;
  std::from_chars(text.data(), text.data() + text.size(), limit);
  return limit >= 1 && limit <= 200 ? limit : 50;
}

using Titles = std::map<std::string, std::string>;  // of message types, by namespace

Titles TitlesOf(const Services& services) {
  return services.message_type_titles ? services.message_type_titles() : Titles();
}

std::string OperationWord(const Message& message) {
  if (message.operation == "request")
    return message.outgoing ? "Исходящий запрос" : "Входящий запрос";
  if (message.operation == "response")
    return message.outgoing ? "Отправленный ответ" : "Ответ на запрос";
  if (message.operation == "reject")
    return message.outgoing ? "Отправленный отказ" : "Отказ на запрос";
  return message.outgoing ? "Отправленный статус" : "Статус запроса";
}

std::string TitleOf(const Message& message, const Titles& titles) {
  auto title = OperationWord(message);
  if (message.status) return title + ": " + message.status->description;
  if (message.rejection) return title + ": " + message.rejection->description;
  const auto type = titles.find(message.content_namespace);
  return type == titles.end() ? title : title + " «" + type->second + "»";
}

void Put(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}
void Put(Json& json, const char* key, const std::optional<Instant>& at) {
  if (at) json[key] = FormatInstant(*at);
}

Json ToJson(const Titles& titles, const storage::MessageRow& row) {
  const auto& message = row.message;
  const auto type = titles.find(message.content_namespace);
  Json json{{"id", message.id.ToString()},
            {"direction", message.outgoing ? "outgoing" : "incoming"},
            {"operation", message.operation},
            {"message_type", type == titles.end() ? message.content_namespace : type->second},
            {"state", message.state},
            {"title", TitleOf(message, titles)},
            {"attempts", row.attempts},
            {"created_at", FormatInstant(message.created_at)},
            {"size", row.size}};
  if (message.smev_id != Uuid{}) json["message_id"] = message.smev_id.ToString();
  Put(json, "signature",
      SignatureSentence(message.signature_verdict, message.signer_name, row.signer_until));
  Put(json, "error_code", message.error_code);
  Put(json, "error", message.error);
  Put(json, "next_attempt_at", row.next_attempt_at);
  Put(json, "sent_at", row.sent_at);
  return json;
}

bool MaySee(const Services& services, const access::Principal& principal, const Subject& subject) {
  if (principal.whole_organization) return true;
  return subject.id != Uuid{} && services.may_see && services.may_see(principal, subject);
}

// People of one branch or unit read the messages of a case they see; the whole journal is for the
// whole organization. Judged before any message is looked for: a foreign case with messages must
// answer as one that does not exist.
bool MayList(const Services& services, const access::Principal& principal, const Uuid& subject) {
  return MaySee(services, principal, {"", subject});
}

}  // namespace

Result<http::Response> ListSmevMessages(const Services& services, const http::Request& request) {
  const auto& principal = access::Of(request);
  auto direction = request.query_value("direction");
  storage::Filter filter;
  filter.organization_id = principal.organization_id;
  if (!direction.empty()) filter.outgoing = direction == "outgoing";
  filter.state = std::string(request.query_value("state"));
  filter.before = MessageId::Parse(request.query_value("cursor"));
  auto limit = LimitOf(request);
  filter.limit = limit + 1;  // one more tells whether there is a next page
  if (auto subject = request.query_value("subject"); !subject.empty()) {
    filter.subject = Uuid::Parse(subject).value_or(Uuid{});
  } else if (!principal.whole_organization) {
    return Refusal::Forbidden("access.no_right");
  }
  if (filter.subject && !MayList(services, principal, *filter.subject))
    return Refusal::NotFound("exchange.not_found");
  auto rows = services.db.Transact(principal.scope(),
                                   [&](db::Tx& tx) { return storage::List(tx, filter); });
  Json answer{{"items", Json::array()}};
  if (static_cast<int>(rows.size()) > limit) {
    rows.pop_back();
    answer["next_cursor"] = rows.back().message.id.ToString();
  }
  const auto titles = TitlesOf(services);
  for (const auto& row : rows) answer["items"].push_back(ToJson(titles, row));
  return http::Response::Of(answer);
}

Result<http::Response> GetSmevMessageXml(const Services& services, const http::Request& request) {
  auto id = request.IdParam<MessageId>("id", "exchange.not_found");
  if (!id) return id.refusal();
  const auto& principal = access::Of(request);
  auto message =
      services.db.Transact(principal.scope(), [&](db::Tx& tx) { return FindMessage(tx, *id); });
  if (!message || !MaySee(services, principal, message->subject))
    return Refusal::NotFound("exchange.not_found");
  auto xml = services.db.Transact(principal.scope(),
                                  [&](db::Tx& tx) { return storage::FindEnvelopeToShow(tx, *id); });
  if (!xml) return Refusal::NotFound("exchange.not_found");  // not yet built
  return http::Response::Bytes(std::move(*xml), "text/xml; charset=utf-8")
      .With("X-Content-Type-Options", "nosniff");
}

Result<http::Response> RetrySmevMessage(const Services& services, const http::Request& request) {
  auto id = request.IdParam<MessageId>("id", "exchange.not_found");
  if (!id) return id.refusal();
  auto retried = services.db.Transact(access::Of(request).scope(), [&](db::Tx& tx) {
    return Retry(tx, *id, services.clock.Now());
  });
  if (!retried) return retried.refusal();
  return http::Response::Of(Json::object(), 202);
}

}  // namespace okno::exchange
