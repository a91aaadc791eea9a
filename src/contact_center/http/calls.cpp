// SPDX-License-Identifier: Apache-2.0
#include "http/calls.h"

#include <algorithm>
#include <array>

#include "access/audit.h"

namespace okno::contact_center {
namespace {

Json AttemptsJson(const std::vector<Attempt>& attempts) {
  Json json = Json::array();
  for (const auto& attempt : attempts) {
    json.push_back(
        {{"at", FormatInstant(attempt.at)}, {"by", attempt.by}, {"outcome", attempt.outcome}});
    if (!attempt.note.empty()) json.back()["note"] = attempt.note;
  }
  return json;
}

Json CallJson(const Call& call) {
  Json json = {{"id", call.id.ToString()},
               {"reason", call.reason},
               {"application_id", call.application_id.ToString()},
               {"number", call.number},
               {"service_name", call.service_name},
               {"applicant_name", call.applicant_name},
               {"opening", call.opening},
               {"text", call.text},
               {"branch_name", call.branch_name},
               {"attempts", AttemptsJson(call.attempts)},
               {"since", FormatInstant(call.since)},
               {"done", call.done}};
  if (call.reason == "result") json["outcome"] = call.refused ? "negative" : "positive";
  if (!call.check.empty()) json["check"] = call.check;
  if (!call.phone.empty()) json["phone"] = call.phone;
  if (call.call_back_at) json["call_back_at"] = FormatInstant(*call.call_back_at);
  if (call.wrong_number) {
    json["wrong_number"] = {{"at", FormatInstant(call.wrong_number->at)},
                            {"by", call.wrong_number->by}};
  }
  if (call.rework_until) json["rework_until"] = FormatDate(*call.rework_until);
  return json;
}

Result<AttemptInput> ReadAttempt(const Json& body) {
  json::Reader in(body);
  AttemptInput input;
  input.outcome = in.Text("outcome", {.required = true, .max_length = 20});
  input.note = in.Text("note", {.max_length = 1000});
  input.phone = in.Text("phone", {.max_length = 40});
  const auto call_back_at = in.Text("call_back_at", {.max_length = 40});
  input.call_back_at = ParseInstant(call_back_at);
  if (!call_back_at.empty() && !input.call_back_at) in.Fail("call_back_at", "field.date");
  if (auto refusal = in.Finish()) return *refusal;
  return input;
}

}  // namespace

Result<http::Response> GetCalls(const Services& services, const http::Request& request) {
  CallQuery query{.reason = std::string(request.query_value("reason")),
                  .typed = std::string(request.query_value("q")),
                  .wrong_number = request.query_value("wrong_number") == "true",
                  .cursor = std::string(request.query_value("cursor")),
                  .limit = http::PageLimit(request)};
  constexpr std::array kReasons = {"", "result", "rework", "later"};
  if (std::ranges::find(kReasons, query.reason) == kReasons.end()) {
    return Refusal::Invalid("input.invalid", {{"/reason", "field.enum", {}}});
  }
  const auto page = ListCalls(services, access::Of(request), query);
  Json items = Json::array();
  for (const auto& call : page.calls) items.push_back(CallJson(call));
  Json json = {{"items", std::move(items)}, {"total", page.total}};
  if (!page.next_cursor.empty()) json["next_cursor"] = page.next_cursor;
  auto response = http::Response::Of(json);
  access::NoteSearch(response, query.typed);
  response.audited = true;  // the list shows telephone numbers, searched or not
  return response;
}

Result<http::Response> GetCall(const Services& services, const http::Request& request) {
  const auto id = request.IdParam<CallId>("id", "contact_center.not_found");
  if (!id) return id.refusal();
  const auto call = FindCall(services, access::Of(request), *id);
  if (!call) return call.refusal();
  auto response = http::Response::Of(CallJson(*call));
  response.audited = true;
  return response;
}

Result<http::Response> PostAttempt(const Services& services, const http::Request& request) {
  const auto id = request.IdParam<CallId>("id", "contact_center.not_found");
  if (!id) return id.refusal();
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  const auto body = request.Object();
  if (!body) return body.refusal();
  const auto input = ReadAttempt(*body);
  if (!input) return input.refusal();
  const auto call = RecordAttempt(services, access::Of(request), *id, *input, *key);
  if (!call) return call.refusal();
  auto response = http::Response::Created(CallJson(*call), "/api/v1/calls/" + id->ToString());
  response.keyed = true;
  return response;
}

}  // namespace okno::contact_center
