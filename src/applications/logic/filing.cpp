// SPDX-License-Identifier: Apache-2.0
#include "logic/filing.h"

#include <stdexcept>

#include "access/asking.h"
#include "logic/case_file.h"
#include "logic/rules/completeness.h"
#include "logic/rules/deadlines.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

// The draft as it will be kept: answers pruned, names and dates fixed. Gives the answers as they
// were.
Json MakeFiled(const Services& services, Case& subject, Json form, Instant now) {
  auto& application = subject.application;
  application.status = Status::kIntake;
  auto kept = std::exchange(application.form, std::move(form));
  application.applicant_name = subject.applicant.ShortName();
  application.filed_at = application.updated_at = now;
  application.planned_date =
      rules::PlannedDate(services.calendar, *subject.service, TodayAt(subject, now));
  application.version += 1;
  return kept;
}

// What is written besides the application itself.
struct Traces {
  const Json& kept_form;
  const access::Actor& actor;
  const std::optional<access::AuditEntry>& audit;
};

// Everything of the filing travels as one pipeline with its commit. The counter is taken by the
// last statement, so the next filing of the branch waits for the commit alone and not for us.
// Nobody but the operator shows drafts and intakes, so no live update is sent.
void SaveFiling(db::Tx& tx, Case& subject, const Traces& traces, Instant now) {
  auto& application = subject.application;
  HistoryEntry filed{.at = now,
                     .user_id = traces.actor.user_id,
                     .actor = traces.actor.name,
                     .kind = "status",
                     .from = Status::kDraft,
                     .to = Status::kIntake,
                     .code = "applications.history.filed"};
  if (traces.audit) access::WriteAudit(tx, *traces.audit, now);
  const auto number = storage::SaveFiled(tx, application, subject.branch, traces.kept_form, filed);
  db::CommitNow(tx);
  application.number = number.Get();
  subject.history.push_back(std::move(filed));
}

// A filing whose key was there already.
struct Repeat {
  const ApplicationId& id;
  const access::CreateKey& key;
  const std::optional<access::AuditEntry>& audit;
};

Result<Filed> FiledBefore(db::Tx& tx, const Services& services, const access::Principal& principal,
                          const Repeat& repeat, Instant now) {
  const auto replay = access::Replay(tx, repeat.key);
  if (!replay) return replay.refusal();
  if (!*replay) throw std::runtime_error("applications: a key was forgotten while it was read");
  if (auto again = repeat.audit) {
    again->reason = access::kRepeat;
    access::WriteAudit(tx, *again, now);
  }
  auto filed = Load(tx, services, principal, repeat.id, Lock::kNo);
  if (!filed) return filed.refusal();
  return Filed{std::move(*filed), std::nullopt};
}

}  // namespace

Result<Case> File(const Services& services, const access::Principal& principal,
                  const ApplicationId& id, long long version, const std::string& idempotency_key) {
  auto filed = FileAudited(services, principal, id, version, idempotency_key, std::nullopt);
  if (!filed) return filed.refusal();
  return std::move(filed->subject);
}

Result<Filed> FileAudited(const Services& services, const access::Principal& principal,
                          const ApplicationId& id, long long version,
                          const std::string& idempotency_key,
                          const std::optional<access::AuditEntry>& audit) {
  const auto key =
      access::MakeCreateKey(principal, idempotency_key, "applications.file", id.ToString());
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Filed> {
    const auto is_new = access::AskToTake(tx, key, {{"id", id.ToString()}}, now);
    auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kFile);
    if (!is_new.Get()) return FiledBefore(tx, services, principal, {id, key, audit}, now);
    if (!subject) return subject.refusal();
    auto found = rules::CompletenessOf(*subject, TodayAt(*subject, now));
    if (!found.complete()) return found.ToRefusal();
    const auto kept_form = MakeFiled(services, *subject, std::move(found.form), now);
    SaveFiling(tx, *subject, {kept_form, access::Actor::Of(principal), audit}, now);
    return Filed{std::move(*subject), std::move(found)};
  });
}

}  // namespace okno::applications
