// SPDX-License-Identifier: Apache-2.0
#include "contact_center/calls.h"

#include <charconv>

#include "access/idempotency.h"
#include "access/live.h"
#include "applicants/search.h"
#include "applications/calls.h"
#include "logic/call_list.h"
#include "logic/rules/outcomes.h"
#include "logic/rules/script.h"
#include "storage/call_store.h"
#include "text/strings.h"

namespace okno::contact_center {
namespace {

constexpr int kMostApplicants = 500;

std::optional<int> SerialIn(const std::string& typed) {
  int serial = 0;
  const auto* end = typed.data() + typed.size();
  const auto read = std::from_chars(typed.data(), end, serial);
  if (read.ec != std::errc() || read.ptr != end || typed.size() > 9) return std::nullopt;
  return serial;
}

std::optional<storage::Matches> MatchesOf(db::Tx& tx, const access::Principal& principal,
                                          const std::string& q) {
  const auto typed = text::Trim(q);
  if (typed.empty()) return std::nullopt;
  if (typed.find_first_not_of("0123456789-") == std::string::npos) {
    return storage::Matches{.serial = SerialIn(typed), .number = typed};
  }
  return storage::Matches{
      .applicants = applicants::SearchIds(tx, principal.organization_id, typed, kMostApplicants)};
}

storage::Filter FilterOf(db::Tx& tx, const access::Principal& principal, const CallQuery& query) {
  storage::Filter filter{.organization_id = principal.organization_id,
                         .matches = MatchesOf(tx, principal, query.typed)};
  if (!query.reason.empty()) filter.reason = query.reason;
  // Whoever is asked for by name is found, however they can be called.
  if (query.wrong_number || !filter.matches) filter.wrong_number = query.wrong_number;
  return filter;
}

// "<instant>_<id>"
std::optional<storage::After> ReadCursor(std::string_view cursor) {
  const auto bar = cursor.find('_');
  if (bar == std::string_view::npos) return std::nullopt;
  const auto next_at = ParseInstant(cursor.substr(0, bar));
  const auto id = CallId::Parse(cursor.substr(bar + 1));
  if (!next_at || !id) return std::nullopt;
  return storage::After{*next_at, *id};
}

// Adds the words of catalog and directory to rows of calls.
class Completion {
 public:
  Completion(db::Tx& tx, const Services& services, const access::OrganizationId& organization_id)
      : tx_(tx), services_(services) {
    for (auto& branch : access::ListBranches(tx, organization_id))
      branches_[branch.id] = std::move(branch);
  }

  std::vector<Call> All(std::vector<storage::CallRow> rows) {
    std::vector<CallId> ids;
    for (const auto& row : rows) ids.push_back(row.call.id);
    auto attempts = storage::ListAttempts(tx_, ids);
    const auto outcomes = OutcomesOf(rows);
    std::vector<Call> calls;
    for (auto& row : rows) {
      const auto outcome = outcomes.find(row.call.application_id);
      if (row.call.reason == "result" && outcome != outcomes.end()) {
        row.call.refused = !outcome->second.positive;
        row.though_withdrawn = outcome->second.though_withdrawn;
        row.on_paper = outcome->second.on_paper;
      }
      calls.push_back(One(std::move(row)));
      calls.back().attempts = std::move(attempts[calls.back().id]);
    }
    return calls;
  }

 private:
  std::map<applications::ApplicationId, applications::AgencyOutcome> OutcomesOf(
      const std::vector<storage::CallRow>& rows) const {
    std::vector<applications::ApplicationId> ids;
    for (const auto& row : rows) ids.push_back(row.call.application_id);
    return applications::ListOutcomes(tx_, ids);
  }
  Call One(storage::CallRow row) const {
    Call call = std::move(row.call);
    const auto service = services_.catalog.Find(row.service_code, row.service_version);
    call.service_name = service ? service->short_name : row.service_code;
    const auto branch = branches_.find(row.branch_id);
    if (branch == branches_.end()) return call;
    call.branch_name = branch->second.name;
    const auto name = text::Trim(row.first_name + " " + row.middle_name);
    auto speech = rules::Script({.reason = call.reason,
                                 .refused = call.refused,
                                 .though_withdrawn = row.though_withdrawn,
                                 .on_paper = row.on_paper,
                                 .greeting_name = name.empty() ? call.applicant_name : name,
                                 .head_name = row.head_name,
                                 .birth_date = row.birth_date,
                                 .number = call.number,
                                 .service_name = call.service_name,
                                 .rework_reason = row.rework_reason,
                                 .rework_until = call.rework_until,
                                 .planned_date = row.planned_date,
                                 .promised_date = row.promised_date,
                                 .branch = branch->second});
    call.opening = std::move(speech.opening);
    call.check = std::move(speech.check);
    call.text = std::move(speech.text);
    return call;
  }

  db::Tx& tx_;
  const Services& services_;
  std::map<access::BranchId, access::Branch> branches_;
};

Call Completed(db::Tx& tx, const Services& services, const access::Principal& principal,
               storage::CallRow row) {
  return Completion(tx, services, principal.organization_id).All({std::move(row)}).front();
}

Call GetCall(db::Tx& tx, const Services& services, const access::Principal& principal,
             const CallId& id) {
  return Completed(tx, services, principal, storage::Find(tx, id).value());
}

// Marks a wrong number, for the list; false when the card has none or another one by now.
bool MarkNumber(db::Tx& tx, const access::Principal& principal, Call& call,
                const AttemptInput& input, Instant now) {
  if (call.phone.empty() || (!input.phone.empty() && input.phone != call.phone)) return false;
  storage::MarkWrongNumber(tx, call.id, call.phone, principal, now);
  call.wrong_number = WrongNumber{now, principal.display_name};
  return true;
}

// What the case learns of the attempt.
void Tell(db::Tx& tx, const access::Principal& principal, Call& call, const AttemptInput& input,
          Instant now) {
  const auto by = access::Actor::Of(principal);
  if (input.outcome == "wrong_number" && MarkNumber(tx, principal, call, input, now))
    return applications::NoteWrongNumber(tx, call.application_id, by, call.phone, input.note, now);
  if (input.outcome != "reached" || call.reason != "result")
    applications::NoteSaid(tx, call.application_id, by, input.note, now);
  if (input.outcome != "reached") return;
  storage::ClearWrongNumber(tx, call.id, call.phone);
  if (call.reason == "result")
    applications::NoteReached(tx, call.application_id, by, input.note, now);
}

}  // namespace

void AnnounceList(db::Tx& tx, const access::OrganizationId& organization_id) {
  access::Announce(tx, access::TopicOf(organization_id), "call_list_changed", Json::object());
}

CallPage ListCalls(const Services& services, const access::Principal& principal,
                   const CallQuery& query) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    const storage::Filter filter = FilterOf(tx, principal, query);
    auto rows = storage::List(tx, filter, ReadCursor(query.cursor), query.limit + 1);
    CallPage page;
    if (static_cast<int>(rows.size()) > query.limit) {
      rows.pop_back();
      page.next_cursor =
          FormatInstant(rows.back().call.next_at) + "_" + rows.back().call.id.ToString();
    }
    page.total = storage::Count(tx, filter);
    page.calls = Completion(tx, services, principal.organization_id).All(std::move(rows));
    // One of them is called: the others' birth dates are nobody's business yet (152-FZ art. 5).
    for (auto& call : page.calls) call.check.clear();
    return page;
  });
}

Result<Call> FindCall(const Services& services, const access::Principal& principal,
                      const CallId& id) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Call> {
    auto row = storage::Find(tx, id);
    if (!row) return Refusal::NotFound("contact_center.not_found");
    if (row->call.done) return Refusal::Conflict("contact_center.done");
    return Completed(tx, services, principal, std::move(*row));
  });
}

Result<Call> RecordAttempt(const Services& services, const access::Principal& principal,
                           const CallId& id, const AttemptInput& input,
                           const std::string& idempotency_key) {
  const auto now = services.clock.Now();
  if (auto errors = rules::CheckAttempt(input, now); !errors.empty()) {
    return Refusal::Invalid("input.invalid", std::move(errors));
  }
  const auto call_back = input.call_back_at ? FormatInstant(*input.call_back_at) : std::string();
  const auto key =
      access::MakeCreateKey(principal, idempotency_key, "contact_center.record_attempt",
                            id.ToString() + "\n" + input.outcome + "\n" + call_back + "\n" +
                                input.phone + "\n" + input.note);
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Call> {
    const auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    if (*replay) return GetCall(tx, services, principal, id);
    if (const auto subject = storage::FindCase(tx, id)) applications::FindAndLock(tx, *subject);
    const auto done = storage::LockDone(tx, id);
    if (!done) return Refusal::NotFound("contact_center.not_found");
    if (*done) return Refusal::Conflict("contact_center.done");
    storage::AddAttempt(tx, id, principal, input, now);
    storage::Update(tx, id, rules::After(input, now));
    auto call = GetCall(tx, services, principal, id);
    Tell(tx, principal, call, input, now);
    access::Remember(tx, key, {{"id", id.ToString()}}, now);
    AnnounceList(tx, principal.organization_id);
    return call;
  });
}

}  // namespace okno::contact_center
