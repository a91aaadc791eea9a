// SPDX-License-Identifier: Apache-2.0
#include "http/case_json.h"

#include "exchange/exchange.h"
#include "exchange/texts.h"
#include "http/filed_json.h"
#include "http/issue_json.h"
#include "inquiries/subject.h"
#include "json/writer.h"
#include "logic/answer_documents.h"
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

void AddText(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

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

// Required, optional or obtainable: whether a condition made it so is of no interest any more.
const char* NeedWord(catalog::Need need) {
  switch (need) {
    case catalog::Need::kRequired:
    case catalog::Need::kConditional:
      return "required";
    case catalog::Need::kOptional:
      return "optional";
    case catalog::Need::kInquiry:
      break;
  }
  return "inquiry";
}

void WriteAnswer(Writer& out, const InquiryAnswer& answer, Language language) {
  out.BeginObject();
  out.Field("inquiry_id", answer.inquiry_id.ToString());
  out.Field("number", answer.number);
  out.Field("title", answer.title);
  out.Field("agency", answer.agency);
  out.Field("at", FormatInstant(answer.at));
  out.Field("has_data", answer.has_data);
  out.TextField("subject", answer.subject);
  out.TextField("text", answer.words);
  out.TextField("signature",
                exchange::SignatureSentence(answer.signature_verdict, answer.signer_name,
                                            std::nullopt, language));
  out.TextField("personal_signature",
                exchange::SignatureSentence(answer.personal_verdict, answer.person_name,
                                            std::nullopt, language));
  out.EndObject();
}

// Whom the document is asked about, and about whom an answer is here.
void WritePersons(Writer& out, const std::vector<rules::AskedPerson>& persons) {
  out.Key("persons");
  out.BeginArray();
  for (const auto& [person, inquiry_id, answered] : persons) {
    out.BeginObject();
    out.TextField("key", inquiries::PersonKey(person.card));
    out.TextField("name", inquiries::PersonName(person.card));
    out.TextField("role", person.role);
    out.TextField("birth_date", inquiries::PersonBirthDate(person.card));
    out.Field("is_applicant", person.card.contains("id"));
    out.Field("answered", answered);
    if (inquiry_id) out.Field("inquiry_id", inquiry_id->ToString());
    out.EndObject();
  }
  out.EndArray();
}

void WriteItem(Writer& out, const rules::ChecklistItem& item,
               const std::vector<InquiryAnswer>& answers, Language language) {
  out.BeginObject();
  out.Field("code", item.rule.code);
  out.Field("title", item.rule.title);
  out.Field("need", NeedWord(item.rule.need));
  out.Field("returned", item.rule.returned);
  out.Field("given", item.given);
  out.Field("obtained", item.obtained);
  out.Field("missing", item.missing);
  out.Field("sheets", item.mark.sheets);
  out.Field("copies", item.mark.copies);
  out.TextField("note", item.rule.note);
  out.TextField("group", item.rule.group);
  out.TextField("form", item.mark.form);
  if (!item.rule.about.empty()) WritePersons(out, item.persons);
  out.Key("answers");
  out.BeginArray();
  for (const auto& answer : answers) {
    if (answer.item == item.rule.code) WriteAnswer(out, answer, language);
  }
  out.EndArray();
  out.Key("documents");
  out.BeginArray();
  for (const auto& document : item.documents) out.Value(DocumentJson(document));
  out.EndArray();
  out.EndObject();
}

// The documents that stand at no line of the checklist: the agency's answer, receipts, others.
void WriteOtherDocuments(Writer& out, const Case& subject,
                         const std::vector<rules::ChecklistItem>& checklist) {
  out.BeginArray();
  for (const auto& document : subject.documents) {
    const bool listed = std::ranges::any_of(
        checklist, [&](const auto& item) { return item.rule.code == document.item; });
    if (listed) continue;
    Json json = DocumentJson(document);
    if (IsAnswer(document)) {
      json["title"] = AnswerTitle(subject, document);
      json["printable"] = IsPrintable(document);
    }
    out.Value(json);
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
    const bool call = entry.code == "applications.history.reached" ||
                      entry.code == "applications.history.called";
    if (!call || entry.reason.empty()) continue;
    out.BeginObject();
    out.Field("at", FormatInstant(entry.at));
    out.Field("by", entry.actor);
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

struct Term {
  std::optional<Date> planned;
  rules::Urgency urgency;
};
Term TermOf(const Services& services, Status status, const std::optional<Date>& planned,
            Date today) {
  return {planned, rules::UrgencyOf(services.calendar, status, planned, today)};
}

void WriteTerm(Writer& out, const Term& term) {
  if (term.planned) out.Field("planned_date", FormatDate(*term.planned));
  if (term.urgency.days_left) out.Field("days_left", *term.urgency.days_left);
  out.Field("urgency", term.urgency.word);
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
  if (application.decision) {
    json["decision"] = {{"outcome", application.decision->positive ? "positive" : "negative"},
                        {"text", application.decision->text},
                        {"at", FormatInstant(application.decision->at)}};
  }
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
  out.Key("checklist");
  out.BeginArray();
  for (const auto& item : completeness.checklist) WriteItem(out, item, subject.answers, language);
  out.EndArray();
  out.Key("documents");
  WriteOtherDocuments(out, subject, completeness.checklist);
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
  WriteTerm(out, {application.planned_date,
                  rules::UrgencyOf(services.calendar, application.status,
                                   rules::DueDate(application), today)});
  if (!application.planned_date) return;
  const auto basis = rules::TermBasisOf(*subject.service, application.registered_on);
  out.Field("planned_note", services.texts.Text(basis.code, language, basis.detail));
}

}  // namespace

Json DocumentJson(const documents::Document& document) {
  Json json = documents::ToJson(document);
  if (!document.signature_verdict.empty()) {
    json["signature"] = exchange::SignatureSentence(document.signature_verdict,
                                                    document.signature_subject, std::nullopt);
  }
  return json;
}

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
  Writer out;
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
  out.Raw(door.service_texts.Of(subject.service));
  out.EndObject();
  auto response = http::Response::JsonText(out.Take(), status);
  response.WithETag(subject.application.version);
  return response;
}

namespace {

void AddTerm(Json& json, const Term& term) {
  if (term.planned) json["planned_date"] = FormatDate(*term.planned);
  if (term.urgency.days_left) json["days_left"] = *term.urgency.days_left;
  json["urgency"] = term.urgency.word;
}

}  // namespace

Json PageJson(const Services& services, const Page& page) {
  const auto today = LocalDate(services.clock.Now(), "Europe/Moscow");
  Json items = Json::array();
  for (const auto& row : page.rows) {
    const auto service = services.catalog.Find(row.service_code, row.service_version);
    const auto branch = page.branch_names.find(row.branch_id);
    Json item = {
        {"id", row.id.ToString()},
        {"status", Word(row.status)},
        {"applicant_name", row.applicant_name},
        {"service_code", row.service_code},
        {"service_name", service ? service->short_name : row.service_code},
        {"branch_name", branch == page.branch_names.end() ? std::string() : branch->second},
        {"created_at", FormatInstant(row.created_at)},
        {"updated_at", FormatInstant(row.updated_at)}};
    AddText(item, "number", row.number);
    if (row.external_status) item["external_status"] = row.external_status->text;
    AddText(item, "executor_name", row.executor_name);
    AddTerm(item, TermOf(services, row.status, row.due_date, today));
    items.push_back(std::move(item));
  }
  Json json = {{"items", std::move(items)}};
  AddText(json, "next_cursor", page.next_cursor);
  return json;
}

}  // namespace okno::applications
