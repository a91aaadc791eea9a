// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "access/request_audit.h"
#include "http/handlers.h"
#include "http/package_json.h"
#include "packages/about.h"

namespace okno::packages {
namespace {

Result<http::Response> Answer(const Services& services, const http::Request& request,
                              const Result<PackageSheet>& sheet) {
  if (!sheet) return Worded(services, request, sheet.refusal());
  return SheetAnswer(services, request, *sheet);
}

// A step without input.
template <typename UseCase>
Result<http::Response> Step(const Services& services, const http::Request& request,
                            UseCase use_case) {
  const auto target = http::TargetOf<PackageId>(request, kNoPackage);
  if (!target) return target.refusal();
  return Answer(services, request,
                use_case(services, access::Of(request), target->id, target->version));
}

// A step with what is read from the body.
template <typename Input, typename UseCase>
Result<http::Response> StepWith(const Services& services, const http::Request& request,
                                Result<Input> (*read)(const Json&), UseCase use_case) {
  const auto change = http::ChangeOf<PackageId>(request, kNoPackage, read);
  if (!change) return change.refusal();
  return Answer(
      services, request,
      use_case(services, access::Of(request), change->id, change->version, change->input));
}

// The journal tells which case was meant, too.
Result<http::Response> AnswerOf(const Services& services, const http::Request& request,
                                const Result<PackageSheet>& sheet, const ApplicationId& id) {
  auto response = Answer(services, request, sheet);
  if (response) response->audit_reason = "case:" + CaseNumber(services, access::Of(request), id);
  return response;
}

std::string NumberIn(const PackageSheet& sheet, const ApplicationId& id) {
  const auto packed = std::ranges::find_if(
      sheet.cases, [&](const PackedCase& one) { return one.subject.id == id; });
  return packed == sheet.cases.end() ? std::string() : packed->subject.number;
}

Result<AddInput> ReadAdded(const Json& body) {
  json::Reader in(body);
  AddInput input{.number = in.Text("number", {.max_length = 40})};
  for (const auto& text : in.Texts("application_ids", kMostCases)) {
    const auto id = ApplicationId::Parse(text);
    if (!id) in.Fail("application_ids", "field.type");
    if (id) input.application_ids.push_back(*id);
  }
  if (input.number.empty() && body.is_object() && !body.contains("application_ids"))
    in.Fail("number", "field.required");
  if (auto refusal = in.Finish()) return *refusal;
  return input;
}

std::vector<NotTaken> ReadNotTaken(const Json* list, std::vector<FieldError>& errors) {
  std::vector<NotTaken> lines;
  if (list == nullptr) return lines;
  if (list->size() > static_cast<std::size_t>(kMostCases)) {
    errors.push_back({"/not_taken", "field.too_many", std::to_string(kMostCases)});
    return lines;
  }
  for (const auto& item : *list) {
    json::Reader in(item, "/not_taken/" + std::to_string(lines.size()));
    const auto id = in.Identifier("application_id", true);
    const auto reason = in.Text("reason", {.required = true, .max_length = 1000});
    if (const auto refusal = in.Finish())
      errors.insert(errors.end(), refusal->fields.begin(), refusal->fields.end());
    lines.push_back({ApplicationId{id.value_or(Uuid{})}, reason});
  }
  return lines;
}

Result<DeliveryInput> ReadDelivery(const Json& body) {
  json::Reader in(body);
  std::vector<FieldError> errors;
  DeliveryInput input;
  const auto received_on = in.Day("received_on", true);
  input.incoming_number = in.Text("incoming_number", {.max_length = 60});
  input.not_taken = ReadNotTaken(in.Array("not_taken"), errors);
  if (const auto refusal = in.Finish())
    errors.insert(errors.end(), refusal->fields.begin(), refusal->fields.end());
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  input.received_on = *received_on;
  return input;
}

Result<ReturnInput> ReadReturn(const Json& body) {
  json::Reader in(body);
  ReturnInput input{.lost = in.Flag("lost").value_or(false),
                    .reason = in.Text("reason", {.required = true, .max_length = 1000})};
  if (auto refusal = in.Finish()) return *refusal;
  return input;
}

}  // namespace

Result<http::Response> PostCases(const Services& services, const http::Request& request) {
  return StepWith(services, request, ReadAdded, AddCases);
}

Result<http::Response> PutCase(const Services& services, const http::Request& request) {
  const auto target = http::TargetOf<PackageId>(request, kNoPackage);
  if (!target) return target.refusal();
  const auto application_id =
      request.IdParam<ApplicationId>("application_id", "packages.case_unknown");
  if (!application_id) return application_id.refusal();
  const auto outcome = request.ObjectAs(ReadOutcome);
  if (!outcome) return outcome.refusal();
  const auto sheet = PutOutcome(services, access::Of(request), target->id, target->version,
                                *application_id, *outcome);
  if (!sheet) return sheet.refusal();
  auto entry = access::EntryOf(request, "package.outcome_noted", target->id.ToString());
  entry.reason = "case:" + NumberIn(*sheet, *application_id);
  services.db.Transact(access::Of(request).scope(), [&](db::Tx& tx) {
    access::WriteTyping(tx, request, entry, services.clock.Now());
  });
  auto response = SheetAnswer(services, request, *sheet);
  response.audited = false;
  return response;
}

Result<http::Response> DeleteCase(const Services& services, const http::Request& request) {
  const auto target = http::TargetOf<PackageId>(request, kNoPackage);
  if (!target) return target.refusal();
  const auto application_id =
      request.IdParam<ApplicationId>("application_id", "packages.case_unknown");
  if (!application_id) return application_id.refusal();
  return AnswerOf(
      services, request,
      RemoveCase(services, access::Of(request), target->id, target->version, *application_id),
      *application_id);
}

Result<http::Response> PostReadiness(const Services& services, const http::Request& request) {
  return Step(services, request, MakeReady);
}

Result<http::Response> PostReopening(const Services& services, const http::Request& request) {
  return Step(services, request, Reopen);
}

Result<http::Response> PostDissolution(const Services& services, const http::Request& request) {
  return Step(services, request, Dissolve);
}

Result<http::Response> PostCompletion(const Services& services, const http::Request& request) {
  return Step(services, request, Complete);
}

Result<http::Response> PostDelivery(const Services& services, const http::Request& request) {
  return StepWith(services, request, ReadDelivery, Deliver);
}

Result<http::Response> PutDelivery(const Services& services, const http::Request& request) {
  return StepWith(services, request, ReadDelivery, CorrectDelivery);
}

Result<http::Response> PostReturn(const Services& services, const http::Request& request) {
  return StepWith(services, request, ReadReturn, Return);
}

}  // namespace okno::packages
