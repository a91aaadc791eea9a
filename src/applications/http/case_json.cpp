// SPDX-License-Identifier: Apache-2.0
#include "http/case_json.h"

#include "exchange/exchange.h"
#include "exchange/texts.h"
#include "http/checklist_json.h"
#include "http/filed_json.h"
#include "http/issue_json.h"
#include "json/writer.h"
#include "logic/case_file.h"
#include "logic/next_actions.h"
#include "logic/rules/completeness.h"
#include "logic/rules/deadlines.h"
#include "logic/rules/originals.h"
#include "logic/rules/paper.h"
#include "logic/rules/refusal_grounds.h"

namespace okno::applications {
namespace {

using json::Writer;
using text::Language;

constexpr std::size_t kUsualCase = 12 * 1024;  // bytes of an answer, its service aside

void WriteFieldErrors(Writer& out, const Services& services, const std::vector<FieldError>& errors,
                      Language language) {
  out.BeginArray();
  for (const auto& error : errors) {
    out.BeginObject();
    out.Field("pointer", error.pointer);
    out.Field("code", error.code);
    out.Field("title", services.texts.Text(error.code, language, error.detail));
    out.TextField("detail", error.detail);
    out.EndObject();
  }
  out.EndArray();
}

bool IsOfExchange(const HistoryEntry& entry) {
  return entry.code == "applications.history.delivery_failed" ||
         entry.code == "applications.history.answer_untrusted";
}

// Of a message that did not get through the history keeps the code: people read its words and what
// to do, the code stands beside.
void WriteFault(Writer& out, const Services& services, const HistoryEntry& entry,
                Language language) {
  const auto words = services.texts.Text(entry.detail, language);
  out.Field("text", services.texts.Text(entry.code, language,
                                        words == entry.detail ? std::string() : words));
  out.TextField("error_code", entry.detail);
  out.Field("advice",
            services.texts.Text(entry.code == "applications.history.answer_untrusted"
                                    ? "applications.history.answer_untrusted.advice"
                                    : exchange::AdviceOn(entry.detail, exchange::Delivery::kOver),
                                language));
}

void WriteHistory(Writer& out, const Services& services, const Case& subject, Language language) {
  out.BeginArray();
  for (const auto& entry : subject.history) {
    out.BeginObject();
    out.Field("at", FormatInstant(entry.at));
    out.Field("actor", entry.actor);
    out.Field("kind", entry.kind);
    if (entry.from) out.Field("from", Word(*entry.from));
    if (entry.to) out.Field("to", Word(*entry.to));
    out.TextField("reason", entry.reason);
    if (IsOfExchange(entry)) {
      WriteFault(out, services, entry, language);
    } else {
      out.Field("text", services.texts.Text(entry.code, language, entry.detail));
    }
    out.EndObject();
  }
  out.EndArray();
}

// What the contact centre has heard of the applicant, for who meets them.
void WriteCallNotes(Writer& out, const Case& subject) {
  out.Key("call_notes");
  out.BeginArray();
  for (const auto& entry : subject.history) {
    // A wrong number matters until the card has another one.
    const bool wrong_number = entry.code == "applications.history.wrong_number" &&
                              entry.detail == subject.applicant.phone;
    const bool call =
        entry.code == "applications.history.reached" || entry.code == "applications.history.called";
    if (!wrong_number && (!call || entry.reason.empty())) continue;
    out.BeginObject();
    out.Field("at", FormatInstant(entry.at));
    out.Field("by", entry.actor);
    if (wrong_number) out.Field("wrong_phone", entry.detail);
    out.Field("note", entry.reason);
    out.EndObject();
  }
  out.EndArray();
}

void WriteOriginals(Writer& out, const Case& subject) {
  out.Key("originals");
  out.BeginArray();
  for (const auto& [item, title] :
       rules::OriginalsTaken(subject.service->checklist, subject.application.marks)) {
    out.BeginObject();
    out.Field("item", item);
    out.Field("title", title);
    out.EndObject();
  }
  out.EndArray();
}

void WriteActions(Writer& out, const Services& services, const std::vector<NextAction>& actions,
                  Language language) {
  out.BeginArray();
  for (const auto& next : actions) {
    out.BeginObject();
    out.Field("action", rules::Word(next.action));
    out.Field("allowed", !next.why_not);
    if (next.why_not)
      out.Field("why_not", services.texts.Text(next.why_not->code, language, next.why_not->detail));
    out.EndObject();
  }
  out.EndArray();
}

// `card`: the applicant as JSON.
void WriteApplicant(Writer& out, const applicants::Applicant& applicant, const Json& card) {
  out.BeginObject();
  for (const auto* key : {"id", "kind", "display_name", "birth_date"}) {
    if (const auto member = card.find(key); member != card.end()) out.Field(key, *member);
  }
  out.TextField("masked_document", applicant.MaskedDocument());
  out.TextField("phone", applicant.phone);
  out.EndObject();
}

// Papers tell the day alone.
Json DecisionJson(const Case& subject) {
  const auto& decision = subject.application.decision.value();
  Json json = {{"outcome", decision.positive ? "positive" : "negative"}, {"text", decision.text}};
  if (!decision.registration_number.empty())
    json["registration_number"] = decision.registration_number;
  if (subject.application.result_papers.empty())
    json["at"] = FormatInstant(decision.at);
  else
    json["on"] = FormatDate(LocalDate(decision.at, subject.branch.time_zone));
  return json;
}

// What a case has only from some state on.
Json StateJson(const Case& subject) {
  const auto& application = subject.application;
  Json json = Json::object();
  if (application.external_status) {
    json["external_status"] = {{"code", application.external_status->code},
                               {"text", application.external_status->text},
                               {"at", FormatInstant(application.external_status->at)}};
  }
  if (!application.representative.is_null()) json["representative"] = application.representative;
  if (application.executor_id) {
    json["executor"] = {{"id", application.executor_id->ToString()},
                        {"name", application.executor_name}};
  }
  if (application.rework) {
    json["rework"] = {{"reason", application.rework->reason},
                      {"until", FormatDate(application.rework->until)}};
  }
  if (application.decision) json["decision"] = DecisionJson(subject);
  if (const auto refused = rules::RefusalIn(subject.history)) {
    json["intake_refusal"] = {{"ground", Word(refused->ground)}, {"reason", refused->reason}};
  }
  AddIssue(json, subject);
  AddFiled(json, subject);
  return json;
}

void WriteHead(Writer& out, const Case& subject, const Json& card) {
  const auto& application = subject.application;
  out.Field("id", application.id.ToString());
  out.Field("kind", application.kind == Kind::kConsultation ? "consultation" : "service");
  out.Field("status", Word(application.status));
  out.Field("version", application.version);
  out.TextField("number", application.number);
  out.Key("applicant");
  WriteApplicant(out, subject.applicant, card);
  out.Key("branch");
  out.BeginObject();
  out.Field("id", subject.branch.id.ToString());
  out.Field("name", subject.branch.name);
  out.EndObject();
  out.Field("operator_name", application.operator_name);
  out.Field("consent", application.consent);
  out.Field("form", application.form);
  out.Field("created_at", FormatInstant(application.created_at));
  if (application.filed_at) out.Field("filed_at", FormatInstant(*application.filed_at));
  const Json state = StateJson(subject);
  for (const auto& [key, value] : state.items()) out.Field(key, value);
}

void WriteCompleteness(Writer& out, const Services& services, const Case& subject,
                       const rules::Completeness& completeness, Language language) {
  WriteChecklist(out, subject, completeness.checklist, language);
  // A closed case is not measured by rules that came later.
  const bool open = IsOpen(subject.application.status);
  const std::vector<FieldError> none;
  out.Key("form_errors");
  WriteFieldErrors(out, services, open ? completeness.form_errors : none, language);
  out.Key("other_errors");
  WriteFieldErrors(out, services, open ? completeness.other_errors : none, language);
}

void WritePapers(Writer& out, const Case& subject) {
  const auto papers = rules::PapersOf(subject);
  out.Key("papers");
  out.BeginObject();
  out.Field("application", rules::Word(papers.application));
  out.Field("receipt", rules::Word(papers.receipt));
  out.EndObject();
}

// What hangs on the day: the term and what may be done next.
void WriteDay(Writer& out, const Services& services, const Case& subject, Date today,
              Language language) {
  const auto& application = subject.application;
  const auto urgency =
      rules::UrgencyOf(services.calendar, application.status, rules::DueDate(application), today);
  if (application.planned_date) out.Field("planned_date", FormatDate(*application.planned_date));
  if (urgency.days_left) out.Field("days_left", *urgency.days_left);
  out.Field("urgency", urgency.word);
  if (!application.planned_date) return;
  const auto basis = rules::TermBasisOf(*subject.service, application.registered_on);
  out.Field("planned_note", services.texts.Text(basis.code, language, basis.detail));
}

}  // namespace

http::Response CaseAnswer(const Door& door, const Case& subject, const http::Request& request,
                          int status) {
  const auto today = TodayAt(subject, door.services.clock.Now());
  return CaseAnswer(door, subject, rules::CompletenessOf(subject, today), request, status);
}

http::Response CaseAnswer(const Door& door, const Case& subject,
                          const rules::Completeness& completeness, const http::Request& request,
                          int status) {
  const auto& services = door.services;
  const auto today = TodayAt(subject, services.clock.Now());
  const auto language = request.language;
  const auto& service_text = door.service_texts.Of(subject.service);
  Writer out;
  out.Reserve(service_text.size() + kUsualCase);
  out.BeginObject();
  WriteHead(out, subject, completeness.applicant);
  WriteCompleteness(out, services, subject, completeness, language);
  WriteOriginals(out, subject);
  WriteCallNotes(out, subject);
  out.Key("history");
  WriteHistory(out, services, subject, language);
  out.Key("actions");
  WriteActions(out, services, NextActions(subject, access::Of(request), completeness, today),
               language);
  WritePapers(out, subject);
  WriteDay(out, services, subject, today, language);
  out.Key("service");
  out.Raw(service_text);
  out.EndObject();
  auto response = http::Response::JsonText(out.Take(), status);
  response.WithETag(subject.application.version);
  return response;
}

}  // namespace okno::applications
