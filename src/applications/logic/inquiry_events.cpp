// SPDX-License-Identifier: Apache-2.0
#include "logic/inquiry_events.h"

#include <algorithm>
#include <stdexcept>

#include "applications/calls.h"
#include "exchange/limits.h"
#include "inquiries/calls.h"
#include "inquiries/subject.h"
#include "log/log.h"
#include "logic/answer_sheet.h"
#include "logic/case_file.h"
#include "logic/rules/sent_files.h"
#include "storage/answer_store.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

// Whom an answer is about.
struct About {
  std::string subject;    // the name; "" of the applicant whom the document is about
  bool expected = false;  // one of those the document is about
  bool told = false;      // the document tells whom to ask about
  // It holds no record of the kind that the document needs: of a marriage, where a birth is meant.
  bool other_record = false;
};

// The document of the checklist, with the persons that the answers of now name. A line that these do
// not need just now is there too, without persons: a form is edited while agencies answer, and what
// they said must count when the line is back.
std::optional<catalog::ChecklistRule> RuleOf(const Services& services, db::Tx& tx,
                                             const Application& application,
                                             const std::string& item) {
  const auto service = services.catalog.Find(application.service_code, application.service_version);
  const auto applicant = applicants::Find(tx, application.applicant_id);
  if (!service || !applicant) return std::nullopt;
  const auto needed = catalog::ChecklistFor(*service, application.form, applicant->ToJson());
  for (const auto* rules : {&needed, &service->checklist}) {
    const auto rule = std::ranges::find(*rules, item, &catalog::ChecklistRule::code);
    if (rule != rules->end()) return *rule;
  }
  return std::nullopt;
}

bool HoldsOtherRecord(const catalog::ChecklistRule& rule, const inquiries::Answer& answer) {
  if (rule.records.empty() || !answer.has_data) return false;
  const auto found = std::ranges::find_first_of(rule.records, answer.content.records);
  return found == rule.records.end();
}

// An inquiry of the applicant's own card may ask about somebody else too: its room names whoever
// was typed.
bool IsAboutApplicant(const inquiries::Inquiry& inquiry, const Application& application) {
  return inquiry.applicant_id == application.applicant_id &&
         inquiry.subject_name == application.applicant_name;
}

About AboutWhom(const std::optional<catalog::ChecklistRule>& rule, const Application& application,
                const inquiries::Inquiry& inquiry) {
  About about{.subject = inquiry.subject_name, .told = rule && !rule->about.empty()};
  if (about.subject.empty()) about.subject = "карточка не указана";
  about.other_record = rule && HoldsOtherRecord(*rule, inquiry.answer.value());
  if (!about.told) {
    about.expected = IsAboutApplicant(inquiry, application);
    if (about.expected) about.subject.clear();
    return about;
  }
  // While the form names nobody, nobody can be another.
  about.expected = rule->persons.empty();
  for (const auto& person : rule->persons) {
    if (!inquiries::AsksAbout(inquiry.asked, person.card)) continue;
    about.expected = true;
    about.subject =
        person.card.contains("id") ? std::string() : inquiries::PersonName(person.card);
    break;
  }
  return about;
}

InquiryAnswer AnswerOf(const inquiries::Inquiry& inquiry, const About& about) {
  const auto& answer = inquiry.answer.value();
  return {.inquiry_id = inquiry.id,
          .item = inquiry.case_item,
          .number = inquiry.number,
          .title = inquiry.type_title,
          .agency = inquiry.addressee,
          .subject = about.subject,
          .has_data = answer.has_data,
          .asked = inquiry.asked,
          .words = answer.text,
          .signature_verdict = answer.signature_verdict,
          .signer_name = answer.signer_name,
          .personal_verdict = answer.personal_verdict,
          .person_name = answer.person_name,
          .at = answer.at};
}

// «Выписка из ЕГРЮЛ, запрос № P/26/11»; of somebody else also of whom, and that it is something
// else.
std::string TitleOf(const std::string& what, const std::string& number, const About& about) {
  auto title = what + ", запрос № " + number;
  if (about.other_record) title += ", запись другого вида";
  if (about.subject.empty()) return title;
  return title + (about.expected ? ": " : ", о другом лице: ") + about.subject;
}

// A document of the case as the answer brings it, still without a file.
documents::Document Begin(const Application& application, const InquiryAnswer& answer,
                          const About& about, Instant now) {
  const bool personal = !answer.personal_verdict.empty();
  return {.id = documents::DocumentId::New(),
          .organization_id = application.organization_id,
          .owner = {"application", application.id.uuid},
          .item = answer.item,
          .title = TitleOf(answer.title, answer.number, about),
          .name = {},
          .file = {},
          .source = "inquiry",
          .signature_verdict = personal ? answer.personal_verdict : answer.signature_verdict,
          .signature_subject = personal ? answer.person_name : answer.signer_name,
          .uploaded_at = now,
          .uploaded_by = answer.agency};
}

documents::Document Written(const Services& services, documents::Document document,
                            const std::string& number, std::string_view extension,
                            std::string_view bytes) {
  document.id = documents::DocumentId::New();
  document.name = documents::CleanName("Ответ на запрос " + number + std::string(extension));
  document.file = services.files.PutBytes(bytes, document.name, {.any_kind = true}).value();
  return document;
}

// A file of its own, as programs know XML when they see it.
std::string AsFile(const std::string& content_xml) {
  const bool declared = content_xml.starts_with("<?xml");
  return declared ? content_xml : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + content_xml;
}

// The page for people; "" when it can not be made: the answer must not be lost for that.
std::string PageOf(const Services& services, const inquiries::Inquiry& inquiry,
                   const Json& values) {
  try {
    return printing::Render(*services.templates.Get("inquiry_answer"), values);
  } catch (const std::runtime_error&) {
    log::Warning("answer_page_failed", {{"inquiry_id", inquiry.id.ToString()}});
    return {};
  }
}

// All that is read of an answer before the case is locked.
struct Answered {
  Application application;
  inquiries::Inquiry inquiry;
  About about;
  std::string content_xml, center_name, zone;
  std::vector<documents::Document> files;  // of the inquiry
};

// What the answer brings. Files may be anything, a detached signature or a picture: what the agency
// says stands in the data, so these are written out in any case.
struct Papers {
  std::optional<documents::Document> page;  // to be read
  std::vector<documents::Document> data;    // the XML as it came, then the files
};

Papers WriteOut(const Services& services, const Answered& answered, Instant now) {
  const auto& [application, inquiry, about, content_xml, center_name, zone, files] = answered;
  const auto answer = AnswerOf(inquiry, about);
  const auto begun = Begin(application, answer, about, now);
  auto number = inquiry.number;
  std::ranges::replace(number, '/', '-');
  const auto page =
      PageOf(services, inquiry, AnswerSheet(inquiry, application.number, center_name, zone));
  Papers papers;
  if (!page.empty()) papers.page = Written(services, begun, number, ".pdf", page);
  papers.data.push_back(Written(services, begun, number, ".xml", AsFile(content_xml)));
  for (const auto& file : files) {
    auto document = Begin(application, answer, about, now);
    if (!file.title.empty()) document.title = TitleOf(file.title, answer.number, about);
    document.name = file.name;
    document.file = file.file;
    papers.data.push_back(std::move(document));
  }
  return papers;
}

std::optional<ApplicationId> CaseIn(const Json& event) {
  if (event.value("case_kind", "") != "application") return std::nullopt;
  return ApplicationId::Parse(event.value("case_id", ""));
}

std::optional<inquiries::Inquiry> FindAnswered(db::Tx& tx, const Json& event) {
  const auto id = inquiries::InquiryId::Parse(event.value("inquiry_id", ""));
  auto inquiry = id ? inquiries::Find(tx, *id) : std::nullopt;
  return inquiry && inquiry->answer ? std::move(inquiry) : std::nullopt;
}

bool HasGoneOut(Status status) {
  return status == Status::kDeliveryQueued || status == Status::kSent ||
         status == Status::kSentByCourier || status == Status::kInAgency;
}

// What can not travel with the case would keep all of it from the agency that decides.
bool FitAll(const Services& services, db::Tx& tx, const Application& application,
            const std::vector<documents::Document>& documents) {
  const auto service = services.catalog.Find(application.service_code, application.service_version);
  const auto most = service && service->electronic
                        ? exchange::FindMostBytes(tx, application.organization_id)
                        : std::nullopt;
  auto there = documents::List(tx, {"application", application.id.uuid});
  for (const auto& document : documents) {
    if (!rules::Fits(there, document, most)) return false;
    there.push_back(document);
  }
  return true;
}

bool TakesDocuments(const Application& application) {
  return !application.decision && IsOpen(application.status);
}

// The documents that the answer brought to the case, and what the history tells of it.
struct Taken {
  const char* code;
  std::vector<documents::Document> documents = {};
};
Taken Take(const Services& services, db::Tx& tx, const Application& application,
           const inquiries::Inquiry& inquiry, const std::optional<Papers>& papers) {
  if (!inquiry.answer->has_data) return {"applications.history.inquiry_no_data"};
  if (!TakesDocuments(application) || !papers)
    return {"applications.history.inquiry_answered_late"};
  auto documents = papers->data;
  if (!FitAll(services, tx, application, documents))
    return {"applications.history.inquiry_answer_too_much"};
  // The page says what the data say, and is left out where only these find room.
  if (papers->page) documents.insert(documents.begin(), *papers->page);
  if (!FitAll(services, tx, application, documents)) documents.erase(documents.begin());
  return {HasGoneOut(application.status) ? "applications.history.inquiry_answered_after_sending"
                                         : "applications.history.inquiry_answered",
          std::move(documents)};
}

// As with uploads, the version stays: a form being typed can still be saved.
void Tell(db::Tx& tx, const Application& application, const InquiryAnswer& answer,
          const About& about, const char* code, Instant now) {
  const auto agency = access::Actor::System(answer.agency);
  const bool of_family = about.expected && !about.subject.empty();
  const auto detail = of_family ? answer.number + " (" + about.subject + ")" : answer.number;
  NoteOnly(tx, application, "document", agency,
           {.code = code, .detail = detail, .reason = answer.words}, now);
  if (!about.expected) {
    NoteOnly(tx, application, "document", agency,
             {.code = "applications.history.inquiry_about_other", .detail = answer.subject}, now);
  }
  if (about.other_record) {
    NoteOnly(tx, application, "document", agency,
             {.code = "applications.history.inquiry_other_record"}, now);
  }
  Announce(tx, application, application.status);
}

bool IsKept(db::Tx& tx, const Application& application, const inquiries::InquiryId& id) {
  const auto kept = storage::AskInquiryAnswers(tx, application.id).Get();
  return std::ranges::find(kept, id, &InquiryAnswer::inquiry_id) != kept.end();
}

// Empty when there is nothing to take: a draft that is gone, an answer taken already.
std::optional<Answered> Read(const Services& services, db::Tx& tx, const Json& event) {
  const auto id = CaseIn(event);
  auto application = id ? Find(tx, *id) : std::nullopt;
  auto inquiry = FindAnswered(tx, event);
  if (!application || !inquiry || IsKept(tx, *application, inquiry->id)) return std::nullopt;
  const auto message_id = exchange::MessageId::Parse(event.value("message_id", ""));
  const auto center = access::FindOrganization(tx, application->organization_id).value();
  const auto branch = access::FindBranch(tx, application->branch_id).value();
  auto files = documents::List(tx, {"inquiry", inquiry->id.uuid});
  auto about =
      AboutWhom(RuleOf(services, tx, *application, inquiry->case_item), *application, *inquiry);
  return Answered{.application = std::move(*application),
                  .inquiry = std::move(*inquiry),
                  .about = std::move(about),
                  .content_xml = exchange::FindMessage(tx, message_id.value()).value().content_xml,
                  .center_name = center.name,
                  .zone = branch.time_zone,
                  .files = std::move(files)};
}

// The case may have gone on while its papers were written.
void Keep(const Services& services, db::Tx& tx, const Answered& answered,
          const std::optional<Papers>& papers, Instant now) {
  const auto& inquiry = answered.inquiry;
  const auto application = storage::FindForUpdate(tx, answered.application.id);
  if (!application || IsKept(tx, *application, inquiry.id)) return;
  const auto taken = Take(services, tx, *application, inquiry, papers);
  const auto& about = answered.about;
  auto answer = AnswerOf(inquiry, about);
  answer.brings =
      !taken.documents.empty() && (about.expected || about.told) && !about.other_record;
  storage::AddInquiryAnswer(tx, *application, answer);
  for (const auto& document : taken.documents) documents::Add(tx, document);
  Tell(tx, *application, answer, about, taken.code, now);
}

}  // namespace

void OnInquiryAnswered(const Services& /*services*/, db::Tx& tx, const jobs::Job& job) {
  if (!CaseIn(job.payload)) return;
  jobs::Enqueue(tx, {.kind = kTakeInquiryAnswer,
                     .key = job.payload.value("inquiry_id", ""),
                     .payload = job.payload,
                     .organization_id = job.organization_id});
}

void TakeInquiryAnswer(const Services& services, const jobs::Job& job) {
  const db::Scope scope{job.organization_id};
  const auto now = services.clock.Now();
  const auto answered =
      services.db.Transact(scope, [&](db::Tx& tx) { return Read(services, tx, job.payload); });
  if (!answered) return;
  std::optional<Papers> papers;
  if (answered->inquiry.answer->has_data && TakesDocuments(answered->application))
    papers = WriteOut(services, *answered, now);
  services.db.Transact(scope, [&](db::Tx& tx) { Keep(services, tx, *answered, papers, now); });
}

}  // namespace okno::applications
