// SPDX-License-Identifier: Apache-2.0
#include "logic/print_data.h"

#include "applicants/identity_document.h"
#include "catalog/forms.h"
#include "logic/answer_documents.h"
#include "logic/case_file.h"
#include "logic/form_sheet.h"
#include "logic/person_fields.h"
#include "logic/rules/checklist.h"
#include "logic/rules/deadlines.h"
#include "logic/rules/originals.h"
#include "logic/rules/other_papers.h"
#include "logic/rules/recipient.h"
#include "logic/rules/refusal_grounds.h"
#include "text/checks.h"
#include "text/strings.h"

namespace okno::applications {
namespace {

Json ApplicationData(const Case& subject) {
  const auto& application = subject.application;
  Json data = {{"number", application.number}};
  if (application.filed_at) {
    data["filed_at"] = FormatLocal(*application.filed_at, subject.branch.time_zone);
    data["filed_on"] = FormatDate(LocalDate(*application.filed_at, subject.branch.time_zone));
  }
  if (const auto promised = rules::PromisedDate(application))
    data["planned_date"] = FormatDate(*promised);
  return data;
}

std::string DocumentOf(const applicants::Applicant& applicant) {
  if (applicant.identity_document) return applicants::Describe(*applicant.identity_document);
  if (applicant.kind != applicants::ApplicantKind::kLegalEntity) return {};
  return "ИНН " + applicant.inn + ", ОГРН " + applicant.ogrn;
}

Json ApplicantData(const Case& subject) {
  const auto& applicant = subject.applicant;
  const auto& representative = subject.application.representative;
  const auto phone = text::Phone::Parse(applicant.phone);
  const bool entity = applicant.kind == applicants::ApplicantKind::kLegalEntity;
  return {{"kind", applicant.ToJson().at("kind")},
          {"display_name", applicant.DisplayName()},
          {"display_name_full", applicant.DisplayName()},
          {"document", DocumentOf(applicant)},
          {"address", applicant.residence_address.empty() ? applicant.registration_address
                                                          : applicant.residence_address},
          {"phone", phone ? phone->formatted() : std::string()},
          {"email", applicant.email},
          // Who signs: the representative when there is one, the head of an entity.
          {"signatory", !representative.is_null() ? RepresentativeName(representative)
                        : entity && !applicant.head_name.empty() ? applicant.head_name
                                                                 : applicant.ShortName()}};
}

std::string DocumentOf(const Json& representative) {
  for (const auto& field : FieldsOfRepresentative(representative)) {
    if (field.code == "identity_document") return field.value;
  }
  return {};
}

Json RepresentativeData(const Json& representative) {
  if (representative.is_null()) return Json::object();
  return {{"display_name", RepresentativeName(representative)},
          {"document", DocumentOf(representative)},
          {"authority", representative.value("authority", "")}};
}

const char* FormTitle(const std::string& form) {
  return form == "original"            ? "подлинник"
         : form == "copy"              ? "копия"
         : form == "original_and_copy" ? "подлинник и копия"
         : form == "electronic"        ? "электронный документ"
                                       : "";
}

Json PaperLine(std::size_t index, const std::string& title, const Mark& mark, bool returned) {
  return {{"index", index},        {"title", title},        {"form", FormTitle(mark.form)},
          {"sheets", mark.sheets}, {"copies", mark.copies}, {"returned", returned}};
}

// What was handed over besides the checklist: papers the operator named, and files of no paper.
void AddOthers(Json& given, const Case& subject) {
  for (const auto& paper : rules::OtherPapers(subject.application.marks))
    given.push_back(PaperLine(given.size() + 1, paper.title, paper, false));
  for (const auto& document : subject.documents) {
    if (document.item != "other" || document.source != "center") continue;
    given.push_back({{"index", given.size() + 1},
                     {"title", document.title.empty() ? document.name : document.title},
                     {"form", "электронный файл"},
                     {"sheets", ""},
                     {"copies", ""},
                     {"returned", false}});
  }
}

int Sum(const Json& lines, const char* key) {
  int sum = 0;
  for (const auto& line : lines) sum += line[key].is_number() ? line[key].get<int>() : 0;
  return sum;
}

void AddChecklist(Json& data, const Case& subject) {
  Json given = Json::array(), inquiries = Json::array();
  for (const auto& item : ChecklistOf(subject)) {
    // What an agency has answered the applicant did not bring.
    if (!item.given || (item.obtained && !item.mark.given)) {
      if (item.rule.need == catalog::Need::kInquiry)
        inquiries.push_back({{"title", item.rule.title}});
      continue;
    }
    given.push_back(PaperLine(given.size() + 1, item.rule.title, item.mark, item.rule.returned));
  }
  AddOthers(given, subject);
  data["totals"] = {{"documents", given.size()},
                    {"sheets", Sum(given, "sheets")},
                    {"copies", Sum(given, "copies")}};
  data["checklist"] = std::move(given);
  data["inquiries"] = std::move(inquiries);
}

Json AnswerDocuments(const Case& subject) {
  Json documents = Json::array();
  for (const auto& document : subject.documents) {
    if (!IsAnswer(document)) continue;
    documents.push_back({{"index", documents.size() + 1},
                         {"title", AnswerTitle(subject, document)},
                         {"name", document.name}});
  }
  return documents;
}

Json ResultPapers(const Application& application) {
  Json papers = Json::array();
  for (const auto& paper : application.result_papers)
    papers.push_back(
        {{"index", papers.size() + 1}, {"title", paper.title}, {"sheets", paper.sheets}});
  return papers;
}

Json DecisionData(const std::optional<Decision>& decision, const std::string& time_zone) {
  if (!decision) return Json::object();
  return {{"outcome_title",
           decision->positive ? "предоставить услугу" : "отказать в предоставлении услуги"},
          {"text", decision->text},
          {"date", FormatDate(LocalDate(decision->at, time_zone))},
          {"registration_number", decision->registration_number}};
}

Json RefusalData(const text::Catalog& texts, const Case& subject) {
  const auto given = rules::RefusalIn(subject.history);
  if (!given) return Json::object();
  return {{"text", texts.Text(rules::CodeOf(given->ground), text::Language::kRussian, "")},
          {"reason", given->reason},
          {"date", FormatDate(LocalDate(given->at, subject.branch.time_zone))}};
}

// What paper says of who has come for the result: «Получил: …, представитель по доверенности …».
Json RecipientData(const Case& subject) {
  const auto& recipient = subject.application.recipient;
  if (!recipient) return Json::object();
  Json data = {{"name", recipient->Name()}, {"document", rules::DescribeDocument(*recipient)}};
  if (recipient->representative && recipient->authority)
    data["authority"] = rules::Describe(*recipient->authority);
  const auto taken = rules::OriginalsTaken(subject.service->checklist, subject.application.marks);
  data["originals"] = rules::TitlesOf(taken, recipient->originals);
  return data;
}

// Who consents: a person, or for an organization whoever signs.
Json ConsentData(const Case& subject) {
  const auto& applicant = subject.applicant;
  if (applicant.kind == applicants::ApplicantKind::kLegalEntity)
    return {{"subject", ApplicantData(subject).at("signatory")}, {"document", ""}, {"address", ""}};
  return {{"subject", applicant.DisplayName()},
          {"document", DocumentOf(applicant)},
          {"address", applicant.registration_address.empty() ? applicant.residence_address
                                                             : applicant.registration_address}};
}

std::string DaysText(int days) {
  const auto words =
      text::Plural(days, " календарный день", " календарных дня", " календарных дней");
  return std::to_string(days) + std::string(words);
}

std::string TermNote(const text::Catalog& texts, const Case& subject) {
  const auto basis = rules::TermBasisOf(*subject.service, subject.application.registered_on);
  return texts.Text(basis.code, text::Language::kRussian, basis.detail);
}

}  // namespace

const access::Branch& OfficeOf(const PrintPlace& place, const Case& subject) {
  if (!place.issuing) return subject.branch;
  if (subject.issue_branch) return *subject.issue_branch;
  return place.branch ? *place.branch : subject.branch;
}

Json PrintData(const text::Catalog& texts, const Case& subject, const PrintPlace& place) {
  const auto& service = *subject.service;
  const auto& branch = OfficeOf(place, subject);
  const auto& form = subject.application.form;
  Json data = {{"application", ApplicationData(subject)},
               {"applicant", ApplicantData(subject)},
               {"representative", RepresentativeData(subject.application.representative)},
               {"service",
                {{"name", service.name},
                 {"application_title", service.application_title},
                 {"application_request", service.application_request},
                 {"agency", service.agency_name},
                 {"term_text", service.term.text},
                 {"term_note", TermNote(texts, subject)},
                 {"fee_text", service.fee_text},
                 {"on_paper", !service.electronic}}},
               {"center",
                {{"name", place.center.name},
                 {"address", place.center.address},
                 {"phone", place.contacts.contact_phone},
                 {"keeps_results", DaysText(place.keep_results_days)}}},
               {"branch",
                {{"name", branch.name},
                 {"address", branch.address},
                 {"hours", branch.hours},
                 {"phone", place.contacts.branch_phone},
                 {"code", branch.code}}},
               {"operator", {{"name", place.operator_name}, {"position", place.operator_position}}},
               {"form", FormSheet(service, form)},
               {"declarations", Declarations(service, form)},
               {"recipient", RecipientData(subject)},
               {"answer_documents", AnswerDocuments(subject)},
               {"result_papers", ResultPapers(subject.application)},
               {"consent", ConsentData(subject)},
               {"decision", DecisionData(subject.application.decision, branch.time_zone)},
               {"refusal", RefusalData(texts, subject)},
               {"qr", subject.application.number}};
  AddChecklist(data, subject);
  return data;
}

}  // namespace okno::applications
