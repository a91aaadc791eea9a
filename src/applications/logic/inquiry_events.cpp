// SPDX-License-Identifier: Apache-2.0
#include "logic/inquiry_events.h"

#include <algorithm>
#include <stdexcept>

#include "exchange/limits.h"
#include "inquiries/calls.h"
#include "log/log.h"
#include "logic/answer_sheet.h"
#include "logic/case_file.h"
#include "logic/rules/sent_files.h"
#include "storage/answer_store.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

// Whom the answer is about, when that is not the applicant; "" when it is. An inquiry of the
// applicant's own card may ask about somebody else too: its room names whoever was typed.
std::string OtherSubject(const inquiries::Inquiry& inquiry, const Application& application) {
  const bool own = inquiry.applicant_id == application.applicant_id;
  if (own && inquiry.subject_name == application.applicant_name) return {};
  return inquiry.subject_name.empty() ? "карточка не указана" : inquiry.subject_name;
}

InquiryAnswer AnswerOf(const inquiries::Inquiry& inquiry, const Application& application) {
  const auto& answer = inquiry.answer.value();
  return {.inquiry_id = inquiry.id,
          .item = inquiry.case_item,
          .number = inquiry.number,
          .title = inquiry.type_title,
          .agency = inquiry.addressee,
          .subject = OtherSubject(inquiry, application),
          .has_data = answer.has_data,
          .words = answer.text,
          .signature_verdict = answer.signature_verdict,
          .signer_name = answer.signer_name,
          .personal_verdict = answer.personal_verdict,
          .person_name = answer.person_name,
          .at = answer.at};
}

// «Выписка из ЕГРЮЛ, запрос № P/26/11»; of somebody else also of whom.
std::string TitleOf(const std::string& what, const InquiryAnswer& answer) {
  const auto title = what + ", запрос № " + answer.number;
  return answer.subject.empty() ? title : title + ", о другом лице: " + answer.subject;
}

// A document of the case as the answer brings it, still without a file.
documents::Document Begin(const Application& application, const InquiryAnswer& answer,
                          Instant now) {
  const bool personal = !answer.personal_verdict.empty();
  return {.id = documents::DocumentId::New(),
          .organization_id = application.organization_id,
          .owner = {"application", application.id.uuid},
          .item = answer.item,
          .title = TitleOf(answer.title, answer),
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

// The data of an answer: a page to be read, and the data as they came.
std::vector<documents::Document> WriteOut(const Services& services, db::Tx& tx,
                                          const Application& application,
                                          const inquiries::Inquiry& inquiry,
                                          const std::string& content_xml, Instant now) {
  const auto begun = Begin(application, AnswerOf(inquiry, application), now);
  const auto center = access::FindOrganization(tx, application.organization_id).value();
  const auto branch = access::FindBranch(tx, application.branch_id).value();
  auto number = inquiry.number;
  std::ranges::replace(number, '/', '-');
  const auto page = PageOf(services, inquiry,
                           AnswerSheet(inquiry, application.number, center.name, branch.time_zone));
  std::vector<documents::Document> documents;
  if (!page.empty()) documents.push_back(Written(services, begun, number, ".pdf", page));
  auto xml = begun;
  xml.id = documents::DocumentId::New();
  documents.push_back(Written(services, xml, number, ".xml", AsFile(content_xml)));
  return documents;
}

// Files may be anything, a detached signature or a picture: what the agency says stands in the
// data, so these are written out in any case.
std::vector<documents::Document> DocumentsOf(const Services& services, db::Tx& tx,
                                             const Application& application,
                                             const inquiries::Inquiry& inquiry, const Json& event,
                                             Instant now) {
  const auto id = exchange::MessageId::Parse(event.value("message_id", ""));
  const auto message = exchange::FindMessage(tx, id.value()).value();
  auto documents = WriteOut(services, tx, application, inquiry, message.content_xml, now);
  const auto answer = AnswerOf(inquiry, application);
  for (const auto& file : documents::List(tx, {"inquiry", inquiry.id.uuid})) {
    auto document = Begin(application, answer, now);
    if (!file.title.empty()) document.title = TitleOf(file.title, answer);
    document.name = file.name;
    document.file = file.file;
    documents.push_back(std::move(document));
  }
  return documents;
}

std::optional<Application> FindSubject(db::Tx& tx, const Json& event) {
  if (event.value("case_kind", "") != "application") return std::nullopt;
  const auto id = ApplicationId::Parse(event.value("case_id", ""));
  return id ? storage::FindForUpdate(tx, *id) : std::nullopt;
}

std::optional<inquiries::Inquiry> FindAnswered(db::Tx& tx, const Json& event) {
  const auto id = inquiries::InquiryId::Parse(event.value("inquiry_id", ""));
  auto inquiry = id ? inquiries::Find(tx, *id) : std::nullopt;
  return inquiry && inquiry->answer ? std::move(inquiry) : std::nullopt;
}

bool HasGoneOut(Status status) {
  return status == Status::kDeliveryQueued || status == Status::kSent ||
         status == Status::kInAgency;
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

// The documents that the answer brought to the case, and what the history tells of it.
struct Taken {
  const char* code;
  std::vector<documents::Document> documents = {};
};
Taken Take(const Services& services, db::Tx& tx, const Application& application,
           const inquiries::Inquiry& inquiry, const Json& event, Instant now) {
  if (!inquiry.answer->has_data) return {"applications.history.inquiry_no_data"};
  if (application.decision || !IsOpen(application.status))
    return {"applications.history.inquiry_answered_late"};
  auto documents = DocumentsOf(services, tx, application, inquiry, event, now);
  if (!FitAll(services, tx, application, documents))
    return {"applications.history.inquiry_answer_too_much"};
  return {HasGoneOut(application.status) ? "applications.history.inquiry_answered_after_sending"
                                         : "applications.history.inquiry_answered",
          std::move(documents)};
}

// As with uploads, the version stays: a form being typed can still be saved.
void Tell(db::Tx& tx, const Application& application, const inquiries::Inquiry& inquiry,
          const InquiryAnswer& answer, const char* code, Instant now) {
  const auto agency = access::Actor::System(inquiry.addressee);
  NoteOnly(tx, application, "document", agency,
           {.code = code, .detail = inquiry.number, .reason = answer.words}, now);
  if (!answer.subject.empty()) {
    NoteOnly(tx, application, "document", agency,
             {.code = "applications.history.inquiry_about_other", .detail = answer.subject}, now);
  }
  Announce(tx, application, application.status);
}

bool IsKept(db::Tx& tx, const Application& application, const inquiries::InquiryId& id) {
  const auto kept = storage::AskInquiryAnswers(tx, application.id).Get();
  return std::ranges::find(kept, id, &InquiryAnswer::inquiry_id) != kept.end();
}

}  // namespace

void OnInquiryAnswered(const Services& services, db::Tx& tx, const jobs::Job& job) {
  const auto application = FindSubject(tx, job.payload);
  const auto inquiry = FindAnswered(tx, job.payload);
  if (!application || !inquiry) return;  // a draft that is gone
  if (IsKept(tx, *application, inquiry->id)) return;
  const auto now = services.clock.Now();
  const auto taken = Take(services, tx, *application, *inquiry, job.payload, now);
  auto answer = AnswerOf(*inquiry, *application);
  answer.brings = !taken.documents.empty() && answer.subject.empty();
  storage::AddInquiryAnswer(tx, *application, answer);
  for (const auto& document : taken.documents) documents::Add(tx, document);
  Tell(tx, *application, *inquiry, answer, taken.code, now);
}

}  // namespace okno::applications
