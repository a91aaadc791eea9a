// SPDX-License-Identifier: Apache-2.0
#include "access/audit.h"
#include "http/disposition.h"
#include "http/handlers.h"
#include "http/package_json.h"
#include "text/strings.h"

namespace okno::packages {
namespace {

FieldError Wrong(const char* key) { return {std::string("/") + key, "field.enum", {}}; }

// Parameters that say nothing understandable are refused: a filter silently ignored shows the wrong
// packages.
Result<PackageQuery> QueryOf(const http::Request& request) {
  PackageQuery query{.open = request.query_value("open") == "true",
                     .typed = std::string(request.query_value("q")),
                     .before = PackageId::Parse(request.query_value("cursor")),
                     .limit = http::PageLimit(request)};
  std::vector<FieldError> errors;
  if (const auto word = request.query_value("direction"); !word.empty()) {
    query.direction = DirectionFromWord(word);
    if (!query.direction) errors.push_back(Wrong("direction"));
  }
  if (const auto id = request.query_value("application_id"); !id.empty()) {
    query.application_id = ApplicationId::Parse(id);
    if (!query.application_id) errors.push_back(Wrong("application_id"));
  }
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  return query;
}

Result<PackageDraft> ReadDraft(const Json& body) {
  json::Reader in(body);
  const auto word = in.Text("direction", {.required = true, .max_length = 20});
  const auto direction = DirectionFromWord(word);
  if (!direction && !word.empty()) in.Fail("direction", "field.enum");
  PackageDraft draft{.agency_code = in.Text("agency_code", {.required = true, .max_length = 200}),
                     .service_code = in.Text("service_code", {.max_length = 200})};
  if (const auto id = in.Identifier("application_id")) draft.application_id = ApplicationId{*id};
  if (auto refusal = in.Finish()) return *refusal;
  draft.direction = *direction;
  return draft;
}

Json AgencyJson(const WaitingAgency& agency) {
  Json services = Json::array();
  for (const auto& service : agency.services) {
    services.push_back({{"code", service.code}, {"name", service.name}, {"cases", service.cases}});
  }
  return {{"code", agency.code},
          {"name", agency.name},
          {"cases", agency.cases},
          {"services", std::move(services)}};
}

}  // namespace

Result<http::Response> ListAll(const Services& services, const http::Request& request) {
  const auto query = QueryOf(request);
  if (!query) return query.refusal();
  const auto page = ListPackages(services, access::Of(request), *query);
  Json items = Json::array();
  for (const auto& package : page.packages) items.push_back(LineJson(services, package));
  Json json = {{"items", std::move(items)}};
  if (!page.next_cursor.empty()) json["next_cursor"] = page.next_cursor;
  return http::Response::Of(json);
}

Result<http::Response> Post(const Services& services, const http::Request& request) {
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  const auto draft = request.ObjectAs(ReadDraft);
  if (!draft) return draft.refusal();
  const auto sheet = CreatePackage(services, access::Of(request), *draft, *key);
  if (!sheet) return sheet.refusal();
  auto response = SheetAnswer(services, request, *sheet, 201);
  response.With("Location", "/api/v1/packages/" + sheet->package.id.ToString());
  response.keyed = true;
  return response;
}

Result<http::Response> ListWaitingAgencies(const Services& services, const http::Request& request) {
  const auto direction = DirectionFromWord(request.query_value("direction"));
  if (!direction) return Refusal::Invalid("packages.no_direction", {Wrong("direction")});
  Json items = Json::array();
  for (const auto& agency : ListAgencies(services, access::Of(request), *direction))
    items.push_back(AgencyJson(agency));
  return http::Response::Of({{"items", std::move(items)}});
}

Result<http::Response> ListPackagesOfCases(const Services& services, const http::Request& request) {
  std::vector<ApplicationId> cases;
  for (const auto& text : text::Split(request.query_value("ids"), ',')) {
    if (text.empty()) continue;
    const auto id = ApplicationId::Parse(text);
    if (!id || cases.size() == static_cast<std::size_t>(kMostAskedAbout))
      return Refusal::Invalid("input.invalid", {Wrong("ids")});
    cases.push_back(*id);
  }
  Json items = Json::array();
  for (const auto& holder : ListHolders(services, access::Of(request), cases)) {
    items.push_back({{"application_id", holder.application_id.ToString()},
                     {"package_id", holder.package_id.ToString()},
                     {"number", holder.number},
                     {"state", Word(holder.state)}});
  }
  return http::Response::Of({{"items", std::move(items)}});
}

Result<http::Response> Get(const Services& services, const http::Request& request) {
  const auto id = request.IdParam<PackageId>("id", kNoPackage);
  if (!id) return id.refusal();
  const auto sheet = GetPackage(services, access::Of(request), *id);
  if (!sheet) return sheet.refusal();
  return SheetAnswer(services, request, *sheet);
}

Result<http::Response> GetCandidates(const Services& services, const http::Request& request) {
  const auto id = request.IdParam<PackageId>("id", kNoPackage);
  if (!id) return id.refusal();
  const auto found =
      ListCandidates(services, access::Of(request), *id, std::string(request.query_value("q")));
  if (!found) return found.refusal();
  Json items = Json::array();
  for (const auto& packed : found->cases) items.push_back(CaseJson(services, request, packed));
  auto response = http::Response::Of({{"items", std::move(items)}, {"total", found->total}});
  // Names are shown without a search, too: the entry stays then.
  if (const auto typed = text::Trim(request.query_value("q")); !typed.empty())
    access::NoteSearch(response, typed);
  return response;
}

Result<http::Response> GetInventory(const Services& services, const http::Request& request) {
  const auto id = request.IdParam<PackageId>("id", kNoPackage);
  if (!id) return id.refusal();
  auto paper = PrintInventory(services, access::Of(request), *id);
  if (!paper) return paper.refusal();
  auto response = http::Response::Bytes(std::move(paper->pdf), "application/pdf");
  response.With("Content-Disposition", http::Disposition("inline", paper->name));
  return response;
}

}  // namespace okno::packages
