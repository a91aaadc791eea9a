// SPDX-License-Identifier: Apache-2.0
#include "access/idempotency.h"
#include "applications/use_cases.h"
#include "catalog/forms.h"
#include "jobs/jobs.h"
#include "logic/case_file.h"
#include "logic/rules/completeness.h"
#include "logic/rules/deadlines.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

// The draft as it will be kept: answers pruned, names and dates fixed.
void MakeFiled(const Services& services, Case& subject, Instant now) {
  auto& application = subject.application;
  application.status = Status::kIntake;
  application.form = catalog::Prune(subject.service->form, application.form);
  application.applicant_name = subject.applicant.ShortName();
  application.filed_at = application.updated_at = now;
  application.planned_date =
      rules::PlannedDate(services.calendar, *subject.service, TodayAt(subject, now));
  application.version += 1;
}

// Everything of the filing travels as one pipeline; the counter is taken by its last statement.
// Nobody but the operator shows drafts and intakes, so no live update is sent.
void SaveFiling(db::Tx& tx, Case& subject, const access::CreateKey& key, const access::Actor& actor,
                Instant now) {
  auto& application = subject.application;
  HistoryEntry filed{.at = now,
                     .user_id = actor.user_id,
                     .actor = actor.name,
                     .kind = "status",
                     .from = Status::kDraft,
                     .to = Status::kIntake,
                     .code = "applications.history.filed"};
  storage::AddHistory(tx, application, filed);
  subject.history.push_back(std::move(filed));
  access::Remember(tx, key, {{"id", application.id.ToString()}}, now);
  const int year = static_cast<int>(TodayAt(subject, now).year());
  application.number = storage::SaveFiled(tx, application, subject.branch, year);
}

}  // namespace

Result<Case> File(const Services& services, const access::Principal& principal,
                  const ApplicationId& id, long long version, const std::string& idempotency_key) {
  const auto key =
      access::MakeCreateKey(principal, idempotency_key, "applications.file", id.ToString());
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Case> {
    const auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    if (*replay) return Load(tx, services, principal, id, Lock::kNo);
    auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kFile);
    if (!subject) return subject;
    const auto found = rules::CompletenessOf(*subject, TodayAt(*subject, now));
    if (!found.complete()) return found.ToRefusal();
    MakeFiled(services, *subject, now);
    SaveFiling(tx, *subject, key, access::Actor::Of(principal), now);
    return subject;
  });
}

}  // namespace okno::applications
