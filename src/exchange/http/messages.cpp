// SPDX-License-Identifier: Apache-2.0
#include "access/audit.h"
#include "http/handlers.h"
#include "http/message_json.h"
#include "logic/resolving.h"
#include "storage/message_store.h"

namespace okno::exchange {

namespace {

bool MaySee(const Services& services, const access::Principal& principal, const Subject& subject) {
  if (principal.whole_organization) return true;
  return subject.id != Uuid{} && services.may_see && services.may_see(principal, subject);
}

// The journal names no people: which case a message is about its number tells.
void AddNumbers(const Services& services, const access::Principal& principal,
                const std::vector<storage::MessageRow>& rows, Json& items) {
  if (!services.numbers) return;
  std::vector<Subject> subjects;
  for (const auto& row : rows) {
    if (row.message.subject.id != Uuid{}) subjects.push_back(row.message.subject);
  }
  const auto numbers = services.numbers(principal, subjects);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto found = numbers.find(rows[i].message.subject.id);
    if (found != numbers.end()) items[i]["subject_number"] = found->second;
  }
}

// People of one branch or unit read the messages of a case they see; the whole journal is for the
// whole organization. Judged before any message is looked for: a foreign case with messages must
// answer as one that does not exist.
bool MayList(const Services& services, const access::Principal& principal, const Uuid& subject) {
  return MaySee(services, principal, {"", subject});
}

// A day of the filter begins in Moscow, as the timestamps of the bus do.
Result<std::optional<Instant>> ReadDay(const http::Request& request, std::string_view key,
                                       std::chrono::days after) {
  auto text = request.query_value(key);
  if (text.empty()) return std::optional<Instant>();
  auto day = ParseDate(text);
  if (!day) {
    return Refusal::Invalid("input.invalid", {{"/" + std::string(key), "field.date", {}}});
  }
  Date begin = std::chrono::sys_days(*day) + after;
  return std::optional(LocalMoment(begin, std::chrono::minutes(0), kMoscow));
}

Result<storage::Filter> ReadFilter(const http::Request& request) {
  auto text = [&](std::string_view key) { return std::string(request.query_value(key)); };
  storage::Filter filter;
  if (auto direction = text("direction"); !direction.empty())
    filter.outgoing = direction == "outgoing";
  filter.text = text("q");
  filter.state = text("state");
  filter.operation = text("operation");
  filter.version = text("version");
  filter.content_namespace = text("type");
  filter.error_code = text("error_code");
  filter.sender = text("sender");
  // An id that can not be one belongs to no message.
  if (auto id = text("smev_id"); !id.empty()) filter.smev_id = Uuid::Parse(id).value_or(Uuid{});
  if (auto id = text("subject"); !id.empty()) filter.subject = Uuid::Parse(id).value_or(Uuid{});
  auto from = ReadDay(request, "from", std::chrono::days(0));
  auto to = ReadDay(request, "to", std::chrono::days(1));
  if (!from) return from.refusal();
  if (!to) return to.refusal();
  filter.from = *from;
  filter.to = *to;
  filter.before = MessageId::Parse(request.query_value("cursor"));
  filter.limit = http::PageLimit(request);
  return filter;
}

template <typename FindXml>
Result<http::Response> AnswerXml(const Services& services, const http::Request& request,
                                 const FindXml& find) {
  auto id = request.IdParam<MessageId>("id", "exchange.not_found");
  if (!id) return id.refusal();
  const auto& principal = access::Of(request);
  std::optional<std::string> xml;
  auto message = services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    xml = find(tx, *id);
    return FindMessage(tx, *id);
  });
  // An envelope may not be built yet.
  if (!message || !MaySee(services, principal, message->subject) || !xml)
    return Refusal::NotFound("exchange.not_found");
  return http::Response::Bytes(std::move(*xml), "text/xml; charset=utf-8")
      .With("X-Content-Type-Options", "nosniff");
}

}  // namespace

Result<http::Response> ListSmevMessages(const Services& services, const http::Request& request) {
  const auto& principal = access::Of(request);
  auto filter = ReadFilter(request);
  if (!filter) return filter.refusal();
  filter->organization_id = principal.organization_id;
  if (!filter->subject && !principal.whole_organization)
    return Refusal::Forbidden("access.no_right");
  if (filter->subject && !MayList(services, principal, *filter->subject))
    return Refusal::NotFound("exchange.not_found");
  auto limit = filter->limit;
  filter->limit = limit + 1;  // one more tells whether there is a next page
  auto rows = services.db.Transact(principal.scope(),
                                   [&](db::Tx& tx) { return storage::List(tx, *filter); });
  Json answer{{"items", Json::array()}};
  if (static_cast<int>(rows.size()) > limit) {
    rows.pop_back();
    answer["next_cursor"] = rows.back().message.id.ToString();
  }
  const auto words = WordsOf(services, request.language);
  for (const auto& row : rows) answer["items"].push_back(ToJson(words, row));
  AddNumbers(services, principal, rows, answer["items"]);
  auto response = http::Response::Of(answer);
  // Every word of every content can be looked for.
  access::NoteSearch(response, filter->text);
  return response;
}

Result<http::Response> GetSmevMessage(const Services& services, const http::Request& request) {
  auto id = request.IdParam<MessageId>("id", "exchange.not_found");
  if (!id) return id.refusal();
  const auto& principal = access::Of(request);
  MessageParts parts;
  auto row = services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    parts = {storage::ListEnvelopes(tx, *id), storage::ListResolutions(tx, *id), {}};
    auto found = storage::Find(tx, *id);
    if (found) parts.exchange = storage::ListExchange(tx, found->message.request.value_or(*id));
    return found;
  });
  if (!row || !MaySee(services, principal, row->message.subject))
    return Refusal::NotFound("exchange.not_found");
  std::erase_if(parts.exchange, [&](const storage::MessageRow& other) {
    const auto& subject = other.message.subject;
    const bool same =
        subject.kind == row->message.subject.kind && subject.id == row->message.subject.id;
    return other.message.id == *id || !(same || MaySee(services, principal, subject));
  });
  return http::Response::Of(ToCard(WordsOf(services, request.language), *row, parts));
}

Result<http::Response> GetSmevMessageXml(const Services& services, const http::Request& request) {
  return AnswerXml(services, request, [](db::Tx& tx, const MessageId& id) {
    return storage::FindEnvelopeToShow(tx, id);
  });
}

Result<http::Response> GetSmevEnvelopeXml(const Services& services, const http::Request& request) {
  auto envelope = Uuid::Parse(request.param("envelope"));
  if (!envelope) return Refusal::NotFound("exchange.not_found");
  return AnswerXml(services, request, [&](db::Tx& tx, const MessageId& id) {
    return storage::FindEnvelope(tx, id, *envelope);
  });
}

Result<http::Response> ResolveSmevMessage(const Services& services, const http::Request& request) {
  auto id = request.IdParam<MessageId>("id", "exchange.not_found");
  if (!id) return id.refusal();
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  Decision decision{in.Text("action", {.required = true, .max_length = 20}),
                    in.Text("reason", {.max_length = 1000}), access::Actor::Of(access::Of(request)),
                    services.still_wanted};
  if (auto refusal = in.Finish()) return *refusal;
  Runtimes runtimes(services.data_folder);
  Context context{
      services.db, services.files, services.clock, runtimes, {.data_folder = services.data_folder}};
  auto resolved = Resolve(context, access::Of(request).organization_id, *id, decision);
  if (!resolved) return resolved.refusal();
  return http::Response::Of({{"message_id", resolved->ToString()}}, 201);
}

}  // namespace okno::exchange
