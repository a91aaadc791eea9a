// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "access/audit.h"
#include "access/request_audit.h"
#include "http/case_json.h"
#include "http/handlers.h"
#include "http/page_json.h"
#include "logic/lists.h"

namespace okno::applications {
namespace {

std::optional<int> NumberIn(std::string_view text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

FieldError Wrong(const char* key) { return {std::string("/") + key, "field.enum", {}}; }

// Parameters that say nothing understandable are refused: a filter silently ignored shows the wrong
// cases.
Result<rules::ListQuery> QueryOf(const http::Request& request, const access::Principal& principal) {
  rules::ListQuery query;
  std::vector<FieldError> errors;
  const auto value = [&](const char* key) { return std::string(request.query_value(key)); };
  if (const auto list = value("list"); !list.empty()) query.list = list;
  query.typed = value("q");
  query.service_code = value("service");
  if (const auto word = value("status"); !word.empty()) {
    query.status = StatusFromWord(word);
    if (!query.status) errors.push_back(Wrong("status"));
  }
  if (const auto branch = value("branch"); !branch.empty()) {
    query.branch_id = access::BranchId::Parse(branch);
    if (!query.branch_id) errors.push_back(Wrong("branch"));
  }
  if (const auto executor = value("executor"); !executor.empty()) {
    query.executor_id = executor == "me" ? principal.user_id : access::UserId::Parse(executor);
    if (!query.executor_id) errors.push_back(Wrong("executor"));
  }
  query.overdue = value("overdue") == "true";
  if (const auto days = value("due_within"); !days.empty()) {
    query.due_within = NumberIn(days);
    if (!query.due_within || *query.due_within < 0 || *query.due_within > 3650)
      errors.push_back(Wrong("due_within"));
  }
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  return query;
}

}  // namespace

Result<ApplicationId> CaseIn(const http::Request& request) {
  return request.IdParam<ApplicationId>("id", "applications.not_found");
}

Result<http::Response> ListCases(const Door& door, const http::Request& request) {
  const auto& principal = access::Of(request);
  const auto query = QueryOf(request, principal);
  if (!query) return query.refusal();
  const auto page = ListApplications(door.services, principal, *query,
                                     std::string(request.query_value("cursor")), http::PageLimit(request));
  if (!page) return page.refusal();
  auto response = http::Response::Of(PageJson(door.services, *page));
  access::NoteSearch(response, query->typed);
  return response;
}

Result<http::Response> CountCases(const Door& door, const http::Request& request) {
  return http::Response::Of(CountLists(door.services, access::Of(request)));
}

Result<http::Response> ListCasesOfApplicant(const Door& door, const http::Request& request) {
  const auto id = request.IdParam<applicants::ApplicantId>("id", "applicants.not_found");
  if (!id) return id.refusal();
  const auto page = ListOfApplicant(door.services, access::Of(request), *id);
  if (!page) return page.refusal();
  auto body = PageJson(door.services, *page);
  body["elsewhere"] = page->elsewhere;
  return http::Response::Of(body);
}

Result<http::Response> CreateCase(const Door& door, const http::Request& request) {
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  const auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto applicant_id = in.Identifier("applicant_id", true);
  const auto service_code = in.Text("service_code", {.required = true, .max_length = 200});
  if (auto refusal = in.Finish()) return *refusal;
  const auto subject = CreateDraft(door.services, access::Of(request),
                                   applicants::ApplicantId{*applicant_id}, service_code, *key);
  if (!subject) return subject.refusal();
  auto response = CaseAnswer(door, *subject, request, 201);
  response.With("Location", "/api/v1/applications/" + subject->application.id.ToString());
  response.keyed = true;
  return response;
}

Result<http::Response> GetCase(const Door& door, const http::Request& request) {
  const auto id = CaseIn(request);
  if (!id) return id.refusal();
  const auto subject = Get(door.services, access::Of(request), *id);
  if (!subject) return subject.refusal();
  return CaseAnswer(door, *subject, request);
}

Result<http::Response> DeleteCase(const Door& door, const http::Request& request) {
  const auto id = CaseIn(request);
  if (!id) return id.refusal();
  const auto version = http::IfMatch(request);
  if (!version) return version.refusal();
  const auto deleted = DeleteDraft(door.services, access::Of(request), *id, *version);
  if (!deleted) return deleted.refusal();
  return http::Response::NoContent();
}

Result<http::Response> PutDraft(const Door& door, const http::Request& request) {
  const auto id = CaseIn(request);
  if (!id) return id.refusal();
  const auto version = http::IfMatch(request);
  if (!version) return version.refusal();
  const auto body = request.Object();
  if (!body) return body.refusal();
  const auto input = ParseDraft(*body);
  if (!input) return input.refusal();
  const auto subject = SaveDraft(door.services, access::Of(request), *id, *version, *input);
  if (!subject) return subject.refusal();
  door.services.db.Transact(access::Of(request).scope(), [&](db::Tx& tx) {
    access::WriteTyping(tx, request,
                        access::EntryOf(request, "application.changed", id->ToString()),
                        door.services.clock.Now());
  });
  auto response = CaseAnswer(door, *subject, request);
  response.audited = false;
  return response;
}

}  // namespace okno::applications
