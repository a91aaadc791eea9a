// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "applications/use_cases.h"
#include "logic/case_file.h"
#include "logic/message/request_xml.h"
#include "logic/printing.h"
#include "logic/rules/completeness.h"
#include "logic/rules/sent_files.h"

namespace okno::applications {
namespace {

struct Sendable {
  Case subject;
  access::Organization center;
};

Result<Sendable> LoadSendable(db::Tx& tx, const Services& services,
                              const access::Principal& principal, const ApplicationId& id,
                              long long version, Instant now) {
  auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kSend);
  if (!subject) return subject.refusal();
  if (!subject->service->electronic) return Refusal::Conflict("applications.not_electronic");
  const auto found = rules::CompletenessOf(*subject, TodayAt(*subject, now));
  if (!found.complete()) return found.ToRefusal();
  auto center = access::FindOrganization(tx, principal.organization_id);
  return Sendable{std::move(*subject), std::move(center.value())};
}

message::SentFile FileOf(std::string name, std::string title, std::string item,
                         const files::StoredFile& file) {
  return {.attachment = {.name = std::move(name),
                         .content_type = file.content_type,
                         .sha256_hex = file.sha256_hex,
                         .size = file.size,
                         .content_id = exchange::MakeContentId()},
          .title = std::move(title),
          .item = std::move(item)};
}

// What the center uploaded, what others have answered to it, and the application as it is printed,
// for the agency's officer to read.
Result<std::vector<message::SentFile>> CollectFiles(const Services& services,
                                                    const Sendable& sendable) {
  const auto& application = sendable.subject.application;
  const auto pdf = RenderForm(services, sendable.subject,
                              {.center = sendable.center,
                               .branch = std::nullopt,
                               .operator_name = application.operator_name},
                              PrintForm::kApplication);
  const std::string name = "application-" + application.number + ".pdf";
  const auto stored = services.files.PutBytes(pdf, name, files::Policy{});
  if (!stored) return stored.refusal();
  std::vector<message::SentFile> files = {FileOf(name, "Заявление", "application", *stored)};
  for (const auto& document : sendable.subject.documents) {
    if (!rules::GoesToAgency(document)) continue;
    files.push_back(FileOf(document.name, document.title, document.item, document.file));
  }
  // Cases that took so many before uploads were counted.
  if (files.size() > rules::kMostFiles + 1)
    return Refusal::Conflict("applications.too_many_documents", std::to_string(rules::kMostFiles));
  return files;
}

exchange::Content ContentOf(const Services& services, const Sendable& sendable,
                            const std::vector<message::SentFile>& files) {
  const auto document = message::BuildRequest(sendable.subject, sendable.center, files);
  const auto errors = services.message_schema.Validate(document.root());
  if (!errors.empty()) {
    // Everything in it was checked at filing: what does not fit now is a fault of the builder or of
    // the catalog. The text may quote a value, so only the element is named.
    throw std::runtime_error("applications: the request does not fit its schema at " +
                             errors.front().element);
  }
  exchange::Content content{.content_xml = document.root().Serialize()};
  for (const auto& file : files) content.attachments.push_back(file.attachment);
  return content;
}

// Files come and go without a new version of the case, so that is asked apart: what an operator
// removed while the message was being made must not go to the agency.
bool HasSameFiles(const Case& now, const Case& before) {
  return std::ranges::equal(now.documents, before.documents, {}, &documents::Document::id,
                            &documents::Document::id);
}

}  // namespace

Result<Case> Send(const Services& services, const access::Principal& principal,
                  const ApplicationId& id, long long version) {
  const auto now = services.clock.Now();
  const auto sendable = services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    return LoadSendable(tx, services, principal, id, version, now);
  });
  if (!sendable) return sendable.refusal();
  const auto files = CollectFiles(services, *sendable);
  if (!files) return files.refusal();
  const auto content = ContentOf(services, *sendable, *files);
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Case> {
    auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kSend);
    if (!subject) return subject;
    if (!HasSameFiles(*subject, sendable->subject))
      return Refusal{RefusalKind::kStale, "request.stale", {}, {}};
    auto& application = subject->application;
    const auto queued = exchange::QueueRequest(tx, application.organization_id,
                                               {"application", id.uuid}, content, now);
    if (!queued) return queued.refusal();
    application.message_id = *queued;
    subject->history.push_back(ChangeStatus(tx, application, Status::kDeliveryQueued,
                                            access::Actor::Of(principal),
                                            {.code = "applications.history.queued"}, now));
    return subject;
  });
}

}  // namespace okno::applications
