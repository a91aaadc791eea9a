// SPDX-License-Identifier: Apache-2.0
#include "http/case_json.h"

#include "exchange/exchange.h"
#include "exchange/texts.h"
#include "http/issue_json.h"
#include "logic/answer_documents.h"
#include "logic/case_file.h"
#include "logic/next_actions.h"
#include "logic/rules/completeness.h"
#include "logic/rules/deadlines.h"
#include "logic/rules/paper.h"
#include "logic/rules/refusal_grounds.h"

namespace okno::applications {
namespace {

using text::Language;

void AddText(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

Json FieldErrorsJson(const Services& services, const std::vector<FieldError>& errors,
                     Language language) {
  Json json = Json::array();
  for (const auto& error : errors) {
    json.push_back({{"pointer", error.pointer},
                    {"code", error.code},
                    {"title", services.texts.Text(error.code, language, error.detail)}});
    AddText(json.back(), "detail", error.detail);
  }
  return json;
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

Json AnswersJson(const std::vector<InquiryAnswer>& answers, const std::string& item,
                 Language language) {
  Json json = Json::array();
  for (const auto& answer : answers) {
    if (answer.item != item) continue;
    Json line = {{"inquiry_id", answer.inquiry_id.ToString()},
                 {"number", answer.number},
                 {"title", answer.title},
                 {"agency", answer.agency},
                 {"at", FormatInstant(answer.at)},
                 {"has_data", answer.has_data}};
    AddText(line, "text", answer.words);
    AddText(line, "signature",
            exchange::SignatureSentence(answer.signature_verdict, answer.signer_name, std::nullopt,
                                        language));
    AddText(line, "personal_signature",
            exchange::SignatureSentence(answer.personal_verdict, answer.person_name, std::nullopt,
                                        language));
    json.push_back(std::move(line));
  }
  return json;
}

Json ItemJson(const rules::ChecklistItem& item, const std::vector<InquiryAnswer>& answers,
              Language language) {
  Json json = {{"code", item.rule.code},
               {"title", item.rule.title},
               {"need", NeedWord(item.rule.need)},
               {"returned", item.rule.returned},
               {"given", item.given},
               {"obtained", item.obtained},
               {"missing", item.missing},
               {"sheets", item.mark.sheets},
               {"copies", item.mark.copies},
               {"answers", AnswersJson(answers, item.rule.code, language)},
               {"documents", Json::array()}};
  AddText(json, "note", item.rule.note);
  AddText(json, "group", item.rule.group);
  AddText(json, "form", item.mark.form);
  for (const auto& document : item.documents) json["documents"].push_back(DocumentJson(document));
  return json;
}

// The documents that stand at no line of the checklist: the agency's answer, receipts, others.
Json OtherDocuments(const Case& subject, const std::vector<rules::ChecklistItem>& checklist) {
  Json others = Json::array();
  for (const auto& document : subject.documents) {
    const bool listed = std::ranges::any_of(
        checklist, [&](const auto& item) { return item.rule.code == document.item; });
    if (listed) continue;
    Json json = DocumentJson(document);
    if (IsAnswer(document)) {
      json["title"] = AnswerTitle(subject, document);
      json["printable"] = IsPrintable(document);
    }
    others.push_back(std::move(json));
  }
  return others;
}

bool IsOfExchange(const HistoryEntry& entry) {
  return entry.code == "applications.history.delivery_failed" ||
         entry.code == "applications.history.answer_untrusted";
}

// Of a message that did not get through the history keeps the code: people read its words and what
// to do, the code stands beside.
void AddFault(const Services& services, const HistoryEntry& entry, Language language, Json& line) {
  const auto words = services.texts.Text(entry.detail, language);
  line["text"] =
      services.texts.Text(entry.code, language, words == entry.detail ? std::string() : words);
  AddText(line, "error_code", entry.detail);
  line["advice"] =
      services.texts.Text(entry.code == "applications.history.answer_untrusted"
                              ? "applications.history.answer_untrusted.advice"
                              : exchange::AdviceOn(entry.detail, exchange::Delivery::kOver),
                          language);
}

Json HistoryJson(const Services& services, const Case& subject, Language language) {
  Json json = Json::array();
  for (const auto& entry : subject.history) {
    Json line = {{"at", FormatInstant(entry.at)},
                 {"actor", entry.actor},
                 {"kind", entry.kind},
                 {"text", services.texts.Text(entry.code, language, entry.detail)}};
    if (entry.from) line["from"] = Word(*entry.from);
    if (entry.to) line["to"] = Word(*entry.to);
    AddText(line, "reason", entry.reason);
    if (IsOfExchange(entry)) AddFault(services, entry, language, line);
    json.push_back(std::move(line));
  }
  return json;
}

Json ActionsJson(const Services& services, const Case& subject, const access::Principal& principal,
                 const rules::Completeness& completeness, Language language) {
  const auto today = TodayAt(subject, services.clock.Now());
  Json json = Json::array();
  for (const auto& next : NextActions(subject, principal, completeness, today)) {
    Json action = {{"action", rules::Word(next.action)}, {"allowed", !next.why_not}};
    if (next.why_not)
      action["why_not"] = services.texts.Text(next.why_not->code, language, next.why_not->detail);
    json.push_back(std::move(action));
  }
  return json;
}

Json ApplicantJson(const applicants::Applicant& applicant) {
  const Json card = applicant.ToJson();
  Json json = {
      {"id", card.at("id")}, {"kind", card.at("kind")}, {"display_name", card.at("display_name")}};
  if (card.contains("birth_date")) json["birth_date"] = card["birth_date"];
  AddText(json, "masked_document", applicant.MaskedDocument());
  AddText(json, "phone", applicant.phone);
  return json;
}

void AddTerm(const Services& services, Json& json, Status status,
             const std::optional<Date>& planned, Date today) {
  const auto urgency = rules::UrgencyOf(services.calendar, status, planned, today);
  if (planned) json["planned_date"] = FormatDate(*planned);
  if (urgency.days_left) json["days_left"] = *urgency.days_left;
  json["urgency"] = urgency.word;
}

void AddState(Json& json, const Application& application) {
  AddText(json, "number", application.number);
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
  if (application.filed_at) json["filed_at"] = FormatInstant(*application.filed_at);
  if (application.rework) {
    json["rework"] = {{"reason", application.rework->reason},
                      {"until", FormatDate(application.rework->until)}};
  }
  if (application.decision) {
    json["decision"] = {{"outcome", application.decision->positive ? "positive" : "negative"},
                        {"text", application.decision->text},
                        {"at", FormatInstant(application.decision->at)}};
  }
}

// All of it but the service.
Json CaseJson(const Services& services, const Case& subject, const access::Principal& principal,
              Language language) {
  const auto& application = subject.application;
  const auto today = TodayAt(subject, services.clock.Now());
  const auto completeness = rules::CompletenessOf(subject, today);
  Json checklist = Json::array();
  for (const auto& item : completeness.checklist)
    checklist.push_back(ItemJson(item, subject.answers, language));
  // A closed case is not measured by rules that came later.
  const bool open = IsOpen(application.status);
  const auto& errors = open ? completeness.form_errors : std::vector<FieldError>();
  const auto& others = open ? completeness.other_errors : std::vector<FieldError>();
  Json json = {{"id", application.id.ToString()},
               {"kind", application.kind == Kind::kConsultation ? "consultation" : "service"},
               {"status", Word(application.status)},
               {"version", application.version},
               {"applicant", ApplicantJson(subject.applicant)},
               {"branch", {{"id", subject.branch.id.ToString()}, {"name", subject.branch.name}}},
               {"operator_name", application.operator_name},
               {"consent", application.consent},
               {"form", application.form},
               {"form_errors", FieldErrorsJson(services, errors, language)},
               {"other_errors", FieldErrorsJson(services, others, language)},
               {"checklist", std::move(checklist)},
               {"documents", OtherDocuments(subject, completeness.checklist)},
               {"history", HistoryJson(services, subject, language)},
               {"actions", ActionsJson(services, subject, principal, completeness, language)},
               {"created_at", FormatInstant(application.created_at)}};
  AddState(json, application);
  const auto papers = rules::PapersIn(subject.history);
  json["papers"] = {{"application", rules::Word(papers.application)},
                    {"receipt", rules::Word(papers.receipt)}};
  if (const auto refused = rules::RefusalIn(subject.history)) {
    json["intake_refusal"] = {{"ground", Word(refused->ground)}, {"reason", refused->reason}};
  }
  AddIssue(json, subject);
  AddTerm(services, json, application.status, application.planned_date, today);
  if (application.planned_date) {
    const auto basis = rules::TermBasisOf(*subject.service, application.registered_on);
    json["planned_note"] = services.texts.Text(basis.code, language, basis.detail);
  }
  return json;
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
  auto body = json::Dump(CaseJson(door.services, subject, access::Of(request), request.language));
  body.pop_back();
  body += ",\"service\":" + door.service_texts.Of(subject.service) + "}";
  auto response = http::Response::JsonText(std::move(body), status);
  response.WithETag(subject.application.version);
  return response;
}

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
    AddTerm(services, item, row.status, row.planned_date, today);
    items.push_back(std::move(item));
  }
  Json json = {{"items", std::move(items)}};
  AddText(json, "next_cursor", page.next_cursor);
  return json;
}

}  // namespace okno::applications
