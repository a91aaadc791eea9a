// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "access/request_audit.h"
#include "http/case_json.h"
#include "http/disposition.h"
#include "http/handlers.h"
#include "logic/filing.h"

namespace okno::applications {
namespace {

constexpr std::size_t kMaxReason = 2000;

struct Target {
  ApplicationId id;
  long long version = 0;
};
Result<Target> TargetOf(const http::Request& request) {
  const auto id = CaseIn(request);
  if (!id) return id.refusal();
  const auto version = http::IfMatch(request);
  if (!version) return version.refusal();
  return Target{*id, *version};
}

// The body of a step; one without a body is an empty object.
Result<Json> BodyOf(const http::Request& request) {
  if (request.body.empty()) return Json(Json::object());
  return request.Object();
}

Result<http::Response> Answer(const Door& door, const Result<Case>& subject,
                              const http::Request& request) {
  if (!subject) return subject.refusal();
  return CaseAnswer(door, *subject, request);
}

// A step without input.
template <typename UseCase>
Result<http::Response> Step(const Door& door, const http::Request& request, UseCase use_case) {
  const auto target = TargetOf(request);
  if (!target) return target.refusal();
  return Answer(door, use_case(door.services, access::Of(request), target->id, target->version),
                request);
}

// A step with one text.
template <typename UseCase>
Result<http::Response> StepWithText(const Door& door, const http::Request& request, const char* key,
                                    bool required, UseCase use_case) {
  const auto target = TargetOf(request);
  if (!target) return target.refusal();
  const auto body = BodyOf(request);
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto text = in.Text(key, {.required = required, .max_length = kMaxReason});
  if (auto refusal = in.Finish()) return *refusal;
  return Answer(door,
                use_case(door.services, access::Of(request), target->id, target->version, text),
                request);
}

}  // namespace

Result<http::Response> PostFiling(const Door& door, const http::Request& request) {
  const auto target = TargetOf(request);
  if (!target) return target.refusal();
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  const auto audit = access::EntryOf(request, kFiledEvent, target->id.ToString());
  const auto filed =
      FileAudited(door.services, access::Of(request), target->id, target->version, *key, audit);
  if (!filed) return filed.refusal();
  auto answer = filed->judged ? CaseAnswer(door, filed->subject, *filed->judged, request)
                              : CaseAnswer(door, filed->subject, request);
  answer.audited = false;  // it is already
  return answer;
}

Result<http::Response> PostHandover(const Door& door, const http::Request& request) {
  return Step(door, request, HandOver);
}

Result<http::Response> PostSending(const Door& door, const http::Request& request) {
  return Step(door, request, Send);
}

Result<http::Response> PostConsultation(const Door& door, const http::Request& request) {
  return StepWithText(door, request, "note", false, TurnIntoConsultation);
}

Result<http::Response> PostWithdrawal(const Door& door, const http::Request& request) {
  return StepWithText(door, request, "reason", true, Withdraw);
}

Result<http::Response> PostIntakeRefusal(const Door& door, const http::Request& request) {
  const auto target = TargetOf(request);
  if (!target) return target.refusal();
  const auto body = BodyOf(request);
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto word = in.Text("ground", {.required = true, .max_length = 40});
  const auto ground = GroundFromWord(word);
  if (!ground && !word.empty()) in.Fail("ground", "field.enum");
  RefuseIntakeInput input;
  input.reason = in.Text("reason", {.required = true, .max_length = kMaxReason});
  if (auto refusal = in.Finish()) return *refusal;
  input.ground = *ground;
  return Answer(
      door, RefuseIntake(door.services, access::Of(request), target->id, target->version, input),
      request);
}

Result<http::Response> PostRework(const Door& door, const http::Request& request) {
  const auto target = TargetOf(request);
  if (!target) return target.refusal();
  const auto body = BodyOf(request);
  if (!body) return body.refusal();
  json::Reader in(*body);
  ReworkInput input;
  input.reason = in.Text("reason", {.required = true, .max_length = kMaxReason});
  const auto days = in.Number("term_days").value_or(input.term_days);
  if (days < 1) in.Fail("term_days", "field.minimum", "1");
  if (days > 30) in.Fail("term_days", "field.maximum", "30");
  if (auto refusal = in.Finish()) return *refusal;
  input.term_days = static_cast<int>(days);
  return Answer(
      door, ReturnForRework(door.services, access::Of(request), target->id, target->version, input),
      request);
}

Result<http::Response> PostAssignment(const Door& door, const http::Request& request) {
  const auto target = TargetOf(request);
  if (!target) return target.refusal();
  const auto body = BodyOf(request);
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto user = in.Identifier("user_id");
  if (auto refusal = in.Finish()) return *refusal;
  const auto user_id = user ? std::optional(access::UserId{*user}) : std::nullopt;
  return Answer(door,
                Assign(door.services, access::Of(request), target->id, target->version, user_id),
                request);
}

Result<http::Response> PutRecipient(const Door& door, const http::Request& request) {
  const auto target = TargetOf(request);
  if (!target) return target.refusal();
  const auto body = request.Object();
  if (!body) return body.refusal();
  return Answer(
      door, NoteRecipient(door.services, access::Of(request), target->id, target->version, *body),
      request);
}

Result<http::Response> PostIssue(const Door& door, const http::Request& request) {
  const auto target = TargetOf(request);
  if (!target) return target.refusal();
  const auto body = BodyOf(request);
  if (!body) return body.refusal();
  json::Reader in(*body);
  IssueInput input;
  for (const auto& text : in.Texts("documents")) {
    const auto document = documents::DocumentId::Parse(text);
    if (!document) in.Fail("documents", "field.type");
    if (document) input.handed.push_back(*document);
  }
  input.note = in.Text("note", {.max_length = kMaxReason});
  if (auto refusal = in.Finish()) return *refusal;
  const auto subject =
      Issue(door.services, access::Of(request), target->id, target->version, input);
  auto answer = Answer(door, subject, request);
  if (subject) {
    const bool representative = subject->application.recipient.value().representative;
    answer->audit_reason = representative ? "to:representative" : "to:applicant";
  }
  return answer;
}

Result<http::Response> GetPrint(const Door& door, const http::Request& request) {
  const auto id = CaseIn(request);
  if (!id) return id.refusal();
  const auto word = request.param("form");
  static const std::map<std::string, PrintForm, std::less<>> kForms = {
      {"application", PrintForm::kApplication},
      {"receipt", PrintForm::kReceipt},
      {"consent", PrintForm::kConsent},
      {"result_receipt", PrintForm::kResultReceipt},
      {"refusal_notice", PrintForm::kRefusalNotice}};
  const auto form = kForms.find(word);
  if (form == kForms.end()) return Refusal::NotFound("applications.no_such_form");
  auto paper = Print(door.services, access::Of(request), *id, form->second);
  if (!paper) return paper.refusal();
  auto response = http::Response::Bytes(std::move(paper->pdf), "application/pdf");
  response.With("Content-Disposition", http::Disposition("inline", paper->name));
  return response;
}

}  // namespace okno::applications
