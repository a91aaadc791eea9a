// SPDX-License-Identifier: Apache-2.0
#include "http/registrations.h"

#include <algorithm>

#include "access/audit.h"
#include "access/directory.h"
#include "documents/documents.h"
#include "exchange/way.h"
#include "http/card_view.h"
#include "http/change.h"
#include "storage/registration_store.h"
#include "text/strings.h"

namespace okno::agency {
namespace {

constexpr std::size_t kMaxFiles = 5, kMaxValues = 50;
constexpr char kNotFound[] = "agency.not_found";

Result<RegistrationId> IdOf(const http::Request& request) {
  return request.IdParam<RegistrationId>("id", kNotFound);
}

Json FilesOf(db::Tx& tx, const RegistrationId& id) {
  Json files = Json::array();
  for (const auto& document : documents::List(tx, {"registration", id.uuid})) {
    Json row = {{"id", document.id.ToString()}, {"item", document.item},
                {"name", document.name},        {"content_type", document.file.content_type},
                {"size", document.file.size},   {"source", document.source}};
    if (!document.title.empty()) row["title"] = document.title;
    files.push_back(std::move(row));
  }
  return files;
}

http::Response Answer(const Services& services, const http::Request& request,
                      const Registration& card) {
  const auto& officer = access::Of(request);
  const auto parts = services.context.db.Transact(officer.scope(), [&](db::Tx& tx) {
    return CardParts{ListHistory(tx, card.id), FilesOf(tx, card.id)};
  });
  auto response = http::Response::Of(CardView(card, parts, officer, services, request.language));
  response.WithETag(card.version);
  return response;
}

Result<http::Response> AnswerOr(const Services& services, const http::Request& request,
                                const Result<Registration>& card) {
  if (!card) return card.refusal();
  return Answer(services, request, *card);
}

Result<http::Target<RegistrationId>> TargetOf(const http::Request& request) {
  return http::TargetOf<RegistrationId>(request, kNotFound);
}

// What is said once for each file or ground, in the order it was sent.
std::vector<std::string> ValuesOf(const http::Request& request, std::string_view name) {
  std::vector<std::string> values;
  for (const auto& part : request.parts) {
    const bool is_file = !part.filename.empty() || !part.path.empty();
    if (!is_file && part.name == name && values.size() < kMaxValues) values.push_back(part.value);
  }
  return values;
}

// The refusal tells by its pointer which of the files is meant.
Result<std::vector<AnswerFile>> JudgeAnswerFiles(const Services& services,
                                                 const http::Request& request) {
  const auto titles = ValuesOf(request, "title");
  std::vector<AnswerFile> files;
  for (const auto& part : request.parts) {
    if (part.filename.empty() && part.path.empty()) continue;
    if (files.size() == kMaxFiles) return Refusal::Invalid("agency.too_many_files");
    const auto index = files.size();
    auto judged = services.context.files.Judge(part.path, part.filename, services.policy);
    if (!judged) {
      auto refusal = judged.refusal();
      refusal.fields = {{"/file/" + std::to_string(index), refusal.code, refusal.detail}};
      return refusal;
    }
    files.push_back({part.filename, *judged, part.path});
    if (index < titles.size()) files.back().title = text::Trim(titles[index]);
  }
  return files;
}

// Of titles and grounds: what the message type and the page of a receipt hold.
void CheckLengths(json::Reader& in, const char* key, const std::vector<std::string>& values) {
  constexpr std::size_t kMost = 1000;
  for (const auto& value : values) {
    const bool has_control =
        std::ranges::any_of(value, [](unsigned char letter) { return letter < ' '; });
    if (!text::IsValidUtf8(value) || has_control) in.Fail(key, "field.type");
    if (text::Length(value) > kMost) in.Fail(key, "field.too_long", std::to_string(kMost));
  }
}

}  // namespace

Result<http::Response> HandleList(const Services& services, const http::Request& request) {
  const auto& officer = access::Of(request);
  const Date today = LocalDate(services.context.clock.Now(), kMoscow);
  ListFilter filter;
  if (const auto list = request.query_value("list"); !list.empty()) filter.list = list;
  filter.search = request.query_value("q");
  if (const auto service = request.query_value("service"); !service.empty())
    filter.service_code = std::string(service);
  filter.unit_id = access::UnitId::Parse(request.query_value("unit"));
  if (request.query_value("overdue") == "true") filter.due_before = today;
  filter.cursor = request.query_value("cursor");
  filter.limit = http::PageLimit(request);
  const auto page = services.context.db.Transact(
      officer.scope(), [&](db::Tx& tx) { return List(tx, officer, filter); });
  Json body = {{"items", Json::array()}};
  for (const auto& card : page.rows)
    body["items"].push_back(RowView(card, services.context, today));
  if (!page.next_cursor.empty()) body["next_cursor"] = page.next_cursor;
  auto response = http::Response::Of(body);
  access::NoteSearch(response, filter.search);
  return response;
}

Result<http::Response> HandleCounts(const Services& services, const http::Request& request) {
  const auto& officer = access::Of(request);
  return http::Response::Of(services.context.db.Transact(
      officer.scope(), [&](db::Tx& tx) { return Counts(tx, officer); }));
}

Result<http::Response> HandleServices(const Services& services, const http::Request& request) {
  const auto& officer = access::Of(request);
  const auto agency = services.context.db.Transact(officer.scope(), [&](db::Tx& tx) {
    return access::FindOrganization(tx, officer.organization_id).value();
  });
  Json items = Json::array();
  for (const auto& service : services.context.catalog.All()) {
    if (service->electronic && service->agency_code == agency.code)
      items.push_back({{"code", service->code}, {"short_name", service->short_name}});
  }
  return http::Response::Of({{"items", std::move(items)}});
}

Result<http::Response> HandleGet(const Services& services, const http::Request& request) {
  const auto id = IdOf(request);
  if (!id) return id.refusal();
  const auto& officer = access::Of(request);
  const auto card = services.context.db.Transact(
      officer.scope(), [&](db::Tx& tx) { return Find(tx, officer, *id); });
  if (!card) return Refusal::NotFound(kNotFound);
  return Answer(services, request, *card);
}

Result<http::Response> HandleAccept(const Services& services, const http::Request& request) {
  const auto target = TargetOf(request);
  if (!target) return target.refusal();
  return AnswerOr(services, request,
                  Accept(services.context, access::Of(request), target->id, target->version));
}

Result<http::Response> HandleRoute(const Services& services, const http::Request& request) {
  const auto target = TargetOf(request);
  if (!target) return target.refusal();
  const auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto unit = in.Identifier("unit_id", true);
  const auto comment = in.Text("comment", {.max_length = 1000});
  if (auto refusal = in.Finish()) return *refusal;
  return AnswerOr(services, request,
                  Route(services.context, access::Of(request), target->id, target->version,
                        {access::UnitId{*unit}, comment}));
}

Result<http::Response> HandleDecide(const Services& services, const http::Request& request) {
  const auto target = TargetOf(request);
  if (!target) return target.refusal();
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  Json fields = Json::object();
  for (const auto& part : request.parts) {
    const bool is_list = part.name == "title" || part.name == "ground";
    if (part.filename.empty() && part.path.empty() && !is_list) fields[part.name] = part.value;
  }
  json::Reader in(fields);
  const auto outcome = in.Text("outcome", {.required = true});
  if (!outcome.empty() && outcome != "positive" && outcome != "negative")
    in.Fail("outcome", "field.enum");
  DecisionInput input;
  input.grounds = ValuesOf(request, "ground");
  input.text = in.Text("text", {.required = input.grounds.empty(), .max_length = 2000});
  CheckLengths(in, "ground", input.grounds);
  CheckLengths(in, "title", ValuesOf(request, "title"));
  if (auto refusal = in.Finish()) return *refusal;
  auto files = JudgeAnswerFiles(services, request);
  if (!files) return files.refusal();
  input.positive = outcome == "positive";
  input.files = *files;
  input.idempotency_key = *key;
  auto response =
      AnswerOr(services, request,
               Decide(services.context, access::Of(request), target->id, target->version, input));
  if (response) response->keyed = true;
  return response;
}

// The bus must be able to carry the files, as the decision will find.
Outcome CheckWay(const Services& services, const access::Principal& officer,
                 const Registration& card, const std::vector<AnswerFile>& files) {
  std::uint64_t bytes = 0;
  for (const auto& file : files) bytes += file.file.size;
  auto way = services.context.db.Transact(officer.scope(), [&](db::Tx& tx) {
    return exchange::CheckWay(tx, card.request_id, bytes, services.context.clock.Now());
  });
  if (way) return way;
  auto refusal = way.refusal();
  refusal.fields = {{"/file/0", refusal.code, refusal.detail}};
  return refusal;
}

Result<http::Response> HandleFileCheck(const Services& services, const http::Request& request) {
  const auto id = IdOf(request);
  if (!id) return id.refusal();
  const auto& officer = access::Of(request);
  const auto card = services.context.db.Transact(
      officer.scope(), [&](db::Tx& tx) { return Find(tx, officer, *id); });
  if (!card) return Refusal::NotFound(kNotFound);
  const auto files = JudgeAnswerFiles(services, request);
  if (!files) return files.refusal();
  if (files->empty()) return Refusal::Invalid("input.invalid", {{"/file", "field.required", {}}});
  if (auto way = CheckWay(services, officer, *card, *files); !way) return way.refusal();
  return http::Response::NoContent();
}

Result<http::Response> HandleFile(const Services& services, const http::Request& request) {
  const auto id = IdOf(request);
  if (!id) return id.refusal();
  const auto file_id = request.IdParam<documents::DocumentId>("file_id", "file.missing");
  if (!file_id) return file_id.refusal();
  const auto& officer = access::Of(request);
  const auto document = services.context.db.Transact(
      officer.scope(), [&](db::Tx& tx) -> std::optional<documents::Document> {
        if (!Find(tx, officer, *id)) return std::nullopt;
        return documents::Find(tx, {"registration", id->uuid}, *file_id);
      });
  if (!document) return Refusal::NotFound("file.missing");
  return http::Response::Attachment(services.context.files.PathOf(document->file.sha256_hex),
                                    document->file.content_type, document->name);
}

}  // namespace okno::agency
