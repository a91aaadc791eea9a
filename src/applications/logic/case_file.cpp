// SPDX-License-Identifier: Apache-2.0
#include "logic/case_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "access/live.h"
#include "applications/calls.h"
#include "documents/asking.h"
#include "jobs/jobs.h"
#include "logic/rules/territory.h"
#include "storage/answer_store.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

HistoryEntry EntryOf(std::string_view kind, const access::Actor& actor, const Note& note,
                     Instant now) {
  return {.at = now,
          .user_id = actor.user_id,
          .actor = actor.name,
          .kind = std::string(kind),
          .code = note.code,
          .detail = note.detail,
          .reason = note.reason};
}

void Advance(Application& application, Instant now) {
  application.version += 1;
  application.updated_at = now;
}

// What the id of a case alone finds; asked for in the pipeline that brings the application itself.
struct Enclosures {
  db::Pending<std::optional<storage::Parties>> parties;
  db::Pending<std::vector<documents::Document>> documents;
  db::Pending<std::vector<InquiryAnswer>> answers;
  db::Pending<std::vector<HistoryEntry>> history;
};

Enclosures AskEnclosures(db::Tx& tx, const ApplicationId& id) {
  return {storage::AskParties(tx, id), documents::AskList(tx, {"application", id.uuid}),
          storage::AskInquiryAnswers(tx, id), storage::AskHistory(tx, id)};
}

// The same, arrived.
struct Parts {
  std::optional<storage::Parties> parties;
  std::vector<documents::Document> documents;
  std::vector<InquiryAnswer> answers;
  std::vector<HistoryEntry> history;
};

Case Assemble(db::Tx& tx, const Services& services, Application application, Parts parts) {
  Case subject;
  subject.service = services.catalog.Find(application.service_code, application.service_version);
  if (!subject.service)
    throw std::runtime_error("applications: a case names a service the catalog never had");
  if (!parts.parties)
    throw std::runtime_error("applications: a case without its applicant or branch");
  subject.applicant = std::move(parts.parties->applicant);
  subject.branch = std::move(parts.parties->branch);
  if (application.issue_branch_id)
    subject.issue_branch = access::FindBranch(tx, *application.issue_branch_id);
  subject.documents = std::move(parts.documents);
  subject.answers = std::move(parts.answers);
  subject.history = std::move(parts.history);
  subject.application = std::move(application);
  return subject;
}

Case Assemble(db::Tx& tx, const Services& services, Application application,
              const Enclosures& enclosures) {
  return Assemble(tx, services, std::move(application),
                  Parts{enclosures.parties.Get(), enclosures.documents.Get(),
                        enclosures.answers.Get(), enclosures.history.Get()});
}

// Moved out of the map; empty when it has nothing for the key.
template <typename Key, typename Value>
std::optional<Value> Take(std::map<Key, Value>& from, const Key& key) {
  auto node = from.extract(key);
  return node ? std::optional(std::move(node.mapped())) : std::nullopt;
}
template <typename Key, typename Value>
std::vector<Value> TakeList(std::map<Key, std::vector<Value>>& from, const Key& key) {
  return Take(from, key).value_or(std::vector<Value>());
}

// Of a case that is not theirs to see nobody learns anything. But who issues results in the center
// and comes too late for this one is told where, by whom and when it was given out: somebody waits
// at the window. It stands in the journal as a denied reading.
Refusal WhyUnseen(db::Tx& tx, const access::Principal& principal,
                  const std::optional<Application>& found, const Enclosures& enclosures) {
  auto unknown = Refusal::NotFound("applications.not_found");
  if (!found || found->organization_id != principal.organization_id) return unknown;
  if (!found->decision || !principal.May("applications.issue")) return unknown;
  if (found->status == Status::kUnclaimed) {
    const auto parties = enclosures.parties.Get();
    return Refusal::Conflict("applications.uncollected_elsewhere",
                             parties ? parties->branch.name : "");
  }
  if (found->status != Status::kClosed || !found->issue_branch_id) return unknown;
  const auto issued_by = access::FindBranch(tx, *found->issue_branch_id);
  const auto history = enclosures.history.Get();
  const auto closed = std::ranges::find(history, Status::kClosed, &HistoryEntry::to);
  if (!issued_by || closed == history.end()) return unknown;
  return Refusal::Conflict("applications.issued_elsewhere",
                           fmt::format("{}, {}, {}", issued_by->name, closed->actor,
                                       FormatLocal(closed->at, issued_by->time_zone)));
}

}  // namespace

Case Complete(db::Tx& tx, const Services& services, Application application) {
  const auto enclosures = AskEnclosures(tx, application.id);
  return Assemble(tx, services, std::move(application), enclosures);
}

std::vector<Case> LoadAll(db::Tx& tx, const Services& services,
                          const std::vector<ApplicationId>& ids) {
  std::vector<Uuid> uuids;
  for (const auto& id : ids) uuids.push_back(id.uuid);
  const auto asked = storage::AskAll(tx, ids);
  const auto asked_parties = storage::AskParties(tx, ids);
  const auto asked_documents = documents::AskLists(tx, "application", uuids);
  const auto asked_answers = storage::AskInquiryAnswers(tx, ids);
  const auto asked_history = storage::AskHistory(tx, ids);
  auto applications = asked.Get();
  auto parties = asked_parties.Get();
  auto documents = asked_documents.Get();
  auto answers = asked_answers.Get();
  auto history = asked_history.Get();
  std::vector<Case> cases;
  for (const auto& id : ids) {
    auto application = Take(applications, id);
    if (!application) continue;
    cases.push_back(Assemble(tx, services, std::move(*application),
                             Parts{Take(parties, id), TakeList(documents, id.uuid),
                                   TakeList(answers, id), TakeList(history, id)}));
  }
  return cases;
}

Result<Case> Load(db::Tx& tx, const Services& services, const access::Principal& principal,
                  const ApplicationId& id, Lock lock) {
  const auto asked = lock == Lock::kYes ? storage::AskForUpdate(tx, id) : storage::Ask(tx, id);
  const auto enclosures = AskEnclosures(tx, id);
  auto application = asked.Get();
  if (!application || !rules::MaySee(principal, *application)) {
    return WhyUnseen(tx, principal, application, enclosures);
  }
  return Assemble(tx, services, std::move(*application), enclosures);
}

Result<Case> LoadFor(db::Tx& tx, const Services& services, const access::Principal& principal,
                     const ApplicationId& id, long long version, rules::Action action) {
  const auto asked = storage::AskForUpdate(tx, id);
  const auto enclosures = AskEnclosures(tx, id);
  auto application = asked.Get();
  if (!application || !rules::MaySee(principal, *application)) {
    return WhyUnseen(tx, principal, application, enclosures);
  }
  if (application->version != version) return Refusal{RefusalKind::kStale, "request.stale", {}, {}};
  const auto judged = rules::Judge(action, application->status, principal);
  if (!judged) return judged.refusal();
  return Assemble(tx, services, std::move(*application), enclosures);
}

HistoryEntry ChangeStatus(db::Tx& tx, Application& application, Status to,
                          const access::Actor& actor, const Note& note, Instant now) {
  const Status from = application.status;
  application.status = to;
  Advance(application, now);
  auto entry = EntryOf("status", actor, note, now);
  entry.from = from;
  entry.to = to;
  storage::SaveState(tx, application);
  storage::AddHistory(tx, application, entry);
  Announce(tx, application, from);
  return entry;
}

HistoryEntry NoteChange(db::Tx& tx, Application& application, std::string_view kind,
                        const access::Actor& actor, const Note& note, Instant now) {
  Advance(application, now);
  storage::SaveState(tx, application);
  auto entry = EntryOf(kind, actor, note, now);
  storage::AddHistory(tx, application, entry);
  Announce(tx, application, application.status);
  return entry;
}

HistoryEntry NoteOnly(db::Tx& tx, const Application& application, std::string_view kind,
                      const access::Actor& actor, const Note& note, Instant now) {
  auto entry = EntryOf(kind, actor, note, now);
  storage::AddHistory(tx, application, entry);
  return entry;
}

void Announce(db::Tx& tx, const Application& application, Status from) {
  if (from != application.status) {
    jobs::Publish(tx, {kStatusChanged,
                       {{"application_id", application.id.ToString()},
                        {"from", Word(from)},
                        {"to", Word(application.status)}},
                       application.organization_id.ToString()});
  }
  access::Announce(tx, access::TopicOf(application.organization_id), "application_changed",
                   {{"id", application.id.ToString()}, {"status", Word(application.status)}});
}

std::vector<rules::ChecklistItem> ChecklistOf(const Case& subject) {
  const auto& application = subject.application;
  auto rules =
      catalog::ChecklistFor(*subject.service, application.form, subject.applicant.ToJson());
  return rules::ChecklistOf(std::move(rules), application.marks, subject.documents,
                            subject.answers);
}

Date TodayAt(const Case& subject, Instant now) { return LocalDate(now, subject.branch.time_zone); }

}  // namespace okno::applications
