// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "access/idempotency.h"
#include "access/live.h"
#include "applications/use_cases.h"
#include "catalog/forms.h"
#include "logic/case_file.h"
#include "logic/rules/changed_answers.h"
#include "logic/rules/checklist.h"
#include "logic/rules/other_papers.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

bool Serves(const catalog::Service& service, const applicants::Applicant& applicant) {
  const auto kind = applicant.ToJson().at("kind").get<std::string>();
  return std::ranges::find(service.applicant_kinds, kind) != service.applicant_kinds.end();
}

Application NewDraft(const access::Principal& principal, const applicants::Applicant& applicant,
                     const catalog::Service& service, Instant now) {
  Application draft;
  draft.id = ApplicationId::New();
  draft.organization_id = principal.organization_id;
  draft.branch_id = *principal.branch_id;
  draft.applicant_id = applicant.id;
  draft.applicant_name = applicant.ShortName();
  draft.service_code = service.code;
  draft.service_version = service.version;
  draft.form = catalog::Prefill(service.form, applicant.ToJson());
  if (!draft.form.is_object()) draft.form = Json::object();
  draft.operator_id = principal.user_id;
  draft.operator_name = principal.display_name;
  draft.created_at = draft.updated_at = now;
  return draft;
}

void SaveNewDraft(db::Tx& tx, const Application& draft, const access::Actor& actor) {
  storage::Insert(tx, draft);
  HistoryEntry begun{.at = draft.created_at,
                     .user_id = actor.user_id,
                     .actor = actor.name,
                     .kind = "status",
                     .to = Status::kDraft,
                     .code = "applications.history.begun"};
  storage::AddHistory(tx, draft, begun);
}

// Marks of items the service's checklist does not have are typing errors of a program.
Outcome CheckMarks(const catalog::Service& service, const std::vector<Mark>& marks) {
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (rules::IsOtherPaper(marks[i].item)) continue;
    if (std::ranges::find(service.checklist, marks[i].item, &catalog::ChecklistRule::code) ==
        service.checklist.end()) {
      errors.push_back({"/marks/" + std::to_string(i) + "/item", "field.enum", {}});
    }
  }
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  return Done();
}

void Apply(const DraftInput& input, Application& application) {
  if (input.form) application.form = *input.form;
  application.marks = rules::MergeMarks(std::move(application.marks), input.marks);
  if (input.representative) application.representative = *input.representative;
  if (input.consent) application.consent = *input.consent;
}

// Typing is saved every few seconds: once the case is filed, one row says what was changed in a
// quarter of an hour of editing by one person, and a draft has none.
void NoteEditing(db::Tx& tx, Case& subject, const Application& before,
                 const access::Principal& principal, Instant now) {
  if (subject.application.status == Status::kDraft) return;
  constexpr char kEdited[] = "applications.history.edited";
  auto& history = subject.history;
  const bool goes_on = !history.empty() && history.back().code == kEdited &&
                       history.back().user_id == principal.user_id &&
                       now - history.back().at <= std::chrono::minutes(15);
  const auto known = goes_on ? history.back().reason : std::string();
  auto changed = rules::ChangedAnswers(*subject.service, before, subject.application, known);
  if (goes_on && changed == known) return;
  if (goes_on && storage::UpdateLastReason(tx, subject.application.id, kEdited, changed)) {
    history.back().reason = std::move(changed);
    return;
  }
  history.push_back(NoteOnly(tx, subject.application, "note", access::Actor::Of(principal),
                             {.code = kEdited, .reason = changed}, now));
}

}  // namespace

Result<Case> CreateDraft(const Services& services, const access::Principal& principal,
                         const applicants::ApplicantId& applicant_id,
                         const std::string& service_code, const std::string& idempotency_key) {
  if (!principal.branch_id) return Refusal::Conflict("applications.no_branch");
  const auto service = services.catalog.Find(service_code);
  if (!service) {
    return Refusal::Invalid("input.invalid",
                            {{"/service_code", "applications.service_unknown", {}}});
  }
  const auto key = access::MakeCreateKey(principal, idempotency_key, "applications.create",
                                         applicant_id.ToString() + "\n" + service_code);
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Case> {
    const auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    if (*replay) {
      const auto id = ApplicationId::Parse((**replay).at("id").get<std::string>());
      return Load(tx, services, principal, *id, Lock::kNo);
    }
    const auto applicant = applicants::Find(tx, applicant_id);
    if (!applicant || applicant->organization_id != principal.organization_id) {
      return Refusal::NotFound("applicants.not_found");
    }
    if (!Serves(*service, *applicant)) return Refusal::Conflict("applications.kind_not_served");
    auto draft = NewDraft(principal, *applicant, *service, now);
    SaveNewDraft(tx, draft, access::Actor::Of(principal));
    access::Remember(tx, key, {{"id", draft.id.ToString()}}, now);
    return Complete(tx, services, std::move(draft));
  });
}

Result<Case> SaveDraft(const Services& services, const access::Principal& principal,
                       const ApplicationId& id, long long version, const DraftInput& input) {
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Case> {
    auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kEdit);
    if (!subject) return subject;
    if (auto checked = CheckMarks(*subject->service, input.marks); !checked)
      return checked.refusal();
    auto& application = subject->application;
    const auto before = application;
    Apply(input, application);
    application.version += 1;
    application.updated_at = now;
    storage::SaveAnswers(tx, application);
    NoteEditing(tx, *subject, before, principal, now);
    // A draft is its operator's own; a filed case is looked at by others too. Typing is saved every
    // few seconds: lists are not asked again for it.
    if (application.status != Status::kDraft) {
      access::Announce(tx, access::TopicOf(application.organization_id), "application_edited",
                       {{"id", application.id.ToString()}});
    }
    return subject;
  });
}

Outcome DeleteDraft(const Services& services, const access::Principal& principal,
                    const ApplicationId& id, long long version) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Outcome {
    const auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kDelete);
    if (!subject) return subject.refusal();
    for (const auto& document : subject->documents)
      documents::Remove(tx, document.owner, document.id);
    storage::Delete(tx, id);
    return Done();
  });
}

Result<Case> Get(const Services& services, const access::Principal& principal,
                 const ApplicationId& id) {
  return services.db.Transact(
      principal.scope(), [&](db::Tx& tx) { return Load(tx, services, principal, id, Lock::kNo); });
}

}  // namespace okno::applications
