// SPDX-License-Identifier: Apache-2.0
#include "logic/inquiry_events.h"

#include <algorithm>

#include "inquiries/calls.h"
#include "logic/answer_sheet.h"
#include "logic/case_file.h"
#include "storage/answer_store.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

constexpr std::size_t kMostFiles = 199;  // of the message type's Files, besides the application

InquiryAnswer AnswerOf(const inquiries::Inquiry& inquiry) {
  const auto& answer = inquiry.answer.value();
  return {.inquiry_id = inquiry.id,
          .item = inquiry.case_item,
          .number = inquiry.number,
          .title = inquiry.type_title,
          .agency = inquiry.addressee,
          .has_data = answer.has_data,
          .words = answer.text,
          .signature_verdict = answer.signature_verdict,
          .signer_name = answer.signer_name,
          .personal_verdict = answer.personal_verdict,
          .person_name = answer.person_name,
          .at = answer.at};
}

// A document of the case as the answer brings it, still without a file.
documents::Document Begin(const Application& application, const InquiryAnswer& answer,
                          Instant now) {
  const bool personal = !answer.personal_verdict.empty();
  return {.id = documents::DocumentId::New(),
          .organization_id = application.organization_id,
          .owner = {"application", application.id.uuid},
          .item = answer.item,
          .title = answer.title + ", запрос № " + answer.number,
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

// An answer that came as data alone: a page to be read, and the data as they came.
std::vector<documents::Document> WriteOut(const Services& services, db::Tx& tx,
                                          const Application& application,
                                          const inquiries::Inquiry& inquiry,
                                          const std::string& content_xml, Instant now) {
  const auto answer = AnswerOf(inquiry);
  const auto center = access::FindOrganization(tx, application.organization_id).value();
  const auto branch = access::FindBranch(tx, application.branch_id).value();
  auto number = inquiry.number;
  std::ranges::replace(number, '/', '-');
  const auto pdf =
      printing::Render(*services.templates.Get("inquiry_answer"),
                       AnswerSheet(inquiry, application.number, center.name, branch.time_zone));
  return {Written(services, Begin(application, answer, now), number, ".pdf", pdf),
          Written(services, Begin(application, answer, now), number, ".xml", AsFile(content_xml))};
}

std::vector<documents::Document> DocumentsOf(const Services& services, db::Tx& tx,
                                             const Application& application,
                                             const inquiries::Inquiry& inquiry, const Json& event,
                                             Instant now) {
  const auto files = documents::List(tx, {"inquiry", inquiry.id.uuid});
  if (files.empty()) {
    const auto id = exchange::MessageId::Parse(event.value("message_id", ""));
    const auto message = exchange::FindMessage(tx, id.value()).value();
    return WriteOut(services, tx, application, inquiry, message.content_xml, now);
  }
  std::vector<documents::Document> documents;
  for (const auto& file : files) {
    auto document = Begin(application, AnswerOf(inquiry), now);
    if (!file.title.empty()) document.title = file.title + ", запрос № " + inquiry.number;
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

// What became of the answer, as the history tells it.
const char* Take(const Services& services, db::Tx& tx, const Application& application,
                 const inquiries::Inquiry& inquiry, const Json& event, Instant now) {
  if (!inquiry.answer->has_data) return "applications.history.inquiry_no_data";
  if (application.decision || !IsOpen(application.status))
    return "applications.history.inquiry_answered_late";
  const auto documents = DocumentsOf(services, tx, application, inquiry, event, now);
  const auto there = documents::List(tx, {"application", application.id.uuid}).size();
  if (there + documents.size() > kMostFiles) return "applications.history.inquiry_answer_too_much";
  for (const auto& document : documents) documents::Add(tx, document);
  return HasGoneOut(application.status) ? "applications.history.inquiry_answered_after_sending"
                                        : "applications.history.inquiry_answered";
}

}  // namespace

void OnInquiryAnswered(const Services& services, db::Tx& tx, const jobs::Job& job) {
  const auto application = FindSubject(tx, job.payload);
  const auto inquiry = FindAnswered(tx, job.payload);
  if (!application || !inquiry) return;  // a draft that is gone
  if (!storage::AddInquiryAnswer(tx, *application, AnswerOf(*inquiry))) return;
  const auto now = services.clock.Now();
  const auto* code = Take(services, tx, *application, *inquiry, job.payload, now);
  // As with uploads, the version stays: a form being typed can still be saved.
  NoteOnly(tx, *application, "document", access::Actor::System(inquiry->addressee),
           {.code = code, .detail = inquiry->number, .reason = inquiry->answer->text}, now);
  Announce(tx, *application, application->status);
}

}  // namespace okno::applications
