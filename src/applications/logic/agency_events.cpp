// SPDX-License-Identifier: Apache-2.0
#include "logic/agency_events.h"

#include <algorithm>
#include <stdexcept>

#include "logic/agency_term.h"
#include "logic/case_file.h"
#include "logic/message/response_xml.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

using rules::Happening;

const access::Actor kSmev = access::Actor::System("СМЭВ");

// The case a message belongs to, locked; empty when it is none of ours or is gone.
std::optional<Application> FindSubject(db::Tx& tx, const Json& payload) {
  if (payload.value("subject_kind", "") != "application") return std::nullopt;
  const auto id = ApplicationId::Parse(payload.value("subject_id", ""));
  return id ? storage::FindForUpdate(tx, *id) : std::nullopt;
}

exchange::Message GetMessage(db::Tx& tx, const Json& payload) {
  const auto id = exchange::MessageId::Parse(payload.value("message_id", ""));
  auto message = id ? exchange::FindMessage(tx, *id) : std::nullopt;
  if (!message)
    throw std::runtime_error("applications: an event names a message that is not there");
  return std::move(*message);
}

// News of the delivery counts only for the request that carries the case now: it may have been sent
// anew.
bool IsOfCurrentRequest(const Application& application, const Json& payload) {
  return application.message_id &&
         application.message_id->ToString() == payload.value("message_id", "");
}

// What followed the sending, a refusal of the bus or an answer, may have been handled first.
bool IsOutdated(const Application& application, const exchange::Message& request) {
  if (request.state == "failed") return true;
  return application.status == Status::kDeliveryOnDemand && request.state == "delivered";
}

access::Actor AgencyOf(const Services& services, const Application& application) {
  const auto service = services.catalog.Find(application.service_code, application.service_version);
  return access::Actor::System(service ? service->agency_name : "Ведомство");
}

// Changes the status as far as the happening still does; else only notes it.
void Happened(db::Tx& tx, Application& application, Happening happening, std::string_view kind,
              const access::Actor& actor, const Note& note, Instant now) {
  const auto next = rules::After(happening, application.status);
  if (next) {
    ChangeStatus(tx, application, *next, actor, note, now);
  } else {
    NoteChange(tx, application, kind, actor, note, now);
  }
}

bool IsRepeated(const Application& application, const ExternalStatus& status) {
  return application.external_status && application.external_status->code == status.code &&
         application.external_status->text == status.text;
}

// Jobs keep no order: one that had to be repeated comes after what was said later.
bool IsOlder(const Application& application, const ExternalStatus& status) {
  return application.external_status && status.at < application.external_status->at;
}

std::string TitleOf(const message::Answer& answer, const exchange::Attachment& attachment) {
  const auto found = answer.files.find(attachment.content_id);
  return found == answer.files.end() ? std::string() : found->second.title;
}

std::string NameOf(const message::Answer& answer, const exchange::Attachment& attachment) {
  const auto found = answer.files.find(attachment.content_id);
  return documents::CleanName(found == answer.files.end() ? attachment.name : found->second.name);
}

void AddAnswerDocuments(db::Tx& tx, const Application& application,
                        const exchange::Message& message, const message::Answer& answer,
                        Instant now) {
  for (const auto& attachment : message.attachments) {
    documents::Add(tx, {.id = documents::DocumentId::New(),
                        .organization_id = application.organization_id,
                        .owner = {"application", application.id.uuid},
                        .item = "answer",
                        .title = TitleOf(answer, attachment),
                        .name = NameOf(answer, attachment),
                        .file = {attachment.sha256_hex, attachment.size, attachment.content_type},
                        .source = "agency",
                        .signature_verdict = message.signature_verdict,
                        .signature_subject = message.signer_name,
                        .uploaded_at = now,
                        .uploaded_by = answer.decision.officer});
  }
}

// A second rejection of a request that was sent anew since must not stop the new one.
void TakeRejection(const Services& services, db::Tx& tx, Application& application,
                   const exchange::Message& message, Instant now) {
  const auto actor = AgencyOf(services, application);
  const Note note{.code = "applications.history.rejected_by_agency",
                  .reason = message.rejection ? message.rejection->description : message.error};
  if (message.request == application.message_id) {
    Happened(tx, application, Happening::kRejectedByAgency, "note", actor, note, now);
  } else {
    NoteChange(tx, application, "note", actor, note, now);
  }
}

void TakeAnswer(const Services& services, db::Tx& tx, Application& application,
                const exchange::Message& message, Instant now) {
  const auto answer = message::ReadAnswer(message.content_xml, services.message_schema);
  if (!answer || answer->number != application.number) {
    NoteChange(tx, application, "note", AgencyOf(services, application),
               {.code = answer ? "applications.history.answer_of_other_case"
                               : "applications.history.answer_unreadable"},
               now);
    return;
  }
  application.decision = answer->decision;
  application.external_status = StatusOf(answer->decision);
  AddAnswerDocuments(tx, application, message, *answer, now);
  if (application.status == Status::kWithdrawn) {
    NoteOnly(tx, application, "note", AgencyOf(services, application),
             {.code = "applications.history.answered_though_withdrawn"}, now);
  }
  const Note note{.code = answer->decision.positive ? "applications.history.answer_positive"
                                                    : "applications.history.answer_negative",
                  .detail = answer->decision.registration_number,
                  .reason = answer->decision.text};
  Happened(tx, application, Happening::kAgencyAnswer, "note", AgencyOf(services, application), note,
           now);
}

}  // namespace

ExternalStatus StatusOf(const Decision& decision) {
  if (decision.positive) return {"decision.positive", "Решение: предоставить услугу", decision.at};
  return {"decision.negative", "Решение: отказать в предоставлении услуги", decision.at};
}

void OnRequestSent(const Services& services, db::Tx& tx, const jobs::Job& job) {
  auto application = FindSubject(tx, job.payload);
  if (!application || !IsOfCurrentRequest(*application, job.payload)) return;
  const auto next = rules::After(Happening::kTakenByBus, application->status);
  if (!next || IsOutdated(*application, GetMessage(tx, job.payload))) return;
  ChangeStatus(tx, *application, *next, kSmev, {.code = "applications.history.taken_by_bus"},
               services.clock.Now());
}

void OnDeliveryDelayed(const Services& services, db::Tx& tx, const jobs::Job& job) {
  auto application = FindSubject(tx, job.payload);
  if (!application || !IsOfCurrentRequest(*application, job.payload)) return;
  // The schedule makes many attempts; the first failure is the news.
  if (application->status != Status::kDeliveryQueued || job.payload.value("attempt", 0) != 1)
    return;
  NoteChange(tx, *application, "note", kSmev, {.code = "applications.history.delivery_delayed"},
             services.clock.Now());
}

void OnDeliveryFailed(const Services& services, db::Tx& tx, const jobs::Job& job) {
  auto application = FindSubject(tx, job.payload);
  if (!application || !IsOfCurrentRequest(*application, job.payload)) return;
  const auto next = rules::After(Happening::kDeliveryFailed, application->status);
  if (!next) return;
  ChangeStatus(
      tx, *application, *next, kSmev,
      {.code = "applications.history.delivery_failed", .detail = job.payload.value("code", "")},
      services.clock.Now());
}

void OnStatusReceived(const Services& services, db::Tx& tx, const jobs::Job& job) {
  auto application = FindSubject(tx, job.payload);
  if (!application) return;
  const auto message = GetMessage(tx, job.payload);
  if (!message.status) return;
  const ExternalStatus status{std::to_string(message.status->code), message.status->description,
                              message.created_at};
  if (IsRepeated(*application, status)) return;
  const auto now = services.clock.Now();
  // A status that comes after the final answer is history, not the state.
  if (!application->decision) {
    const bool older = IsOlder(*application, status);
    if (!older) application->external_status = status;
    // An overtaken registration starts the term when nothing has; it moves back no date.
    const auto registration = RegistrationIn(message);
    if (registration && (!older || !application->registered_on ||
                         IsLastRegistration(tx, *application, *registration)))
      CountTermFrom(*registration, services, *application, tx, now);
  }
  Happened(tx, *application, Happening::kAgencyStatus, "external_status",
           AgencyOf(services, *application),
           {.code = "applications.history.external_status", .detail = status.text}, now);
}

void OnResponseReceived(const Services& services, db::Tx& tx, const jobs::Job& job) {
  auto application = FindSubject(tx, job.payload);
  if (!application || application->decision) return;
  const auto message = GetMessage(tx, job.payload);
  const auto now = services.clock.Now();
  if (message.operation == "reject") {
    TakeRejection(services, tx, *application, message, now);
  } else {
    TakeAnswer(services, tx, *application, message, now);
  }
}

void OnResponseRefused(const Services& services, db::Tx& tx, const jobs::Job& job) {
  auto application = FindSubject(tx, job.payload);
  if (!application || application->decision) return;
  NoteChange(
      tx, *application, "note", kSmev,
      {.code = "applications.history.answer_untrusted", .detail = job.payload.value("code", "")},
      services.clock.Now());
}

}  // namespace okno::applications
