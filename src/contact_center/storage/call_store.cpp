// SPDX-License-Identifier: Apache-2.0
#include "storage/call_store.h"

#include "contact_center/queries.h"

namespace okno::contact_center::storage {
namespace {

CallRow ReadRow(const db::Row& row) {
  CallRow line;
  line.call.id = row["id"].As<CallId>();
  line.call.reason = row["reason"].Text();
  line.call.application_id = row["application_id"].As<applications::ApplicationId>();
  line.call.number = row["number"].Text();
  line.call.applicant_name = row["display_name"].Text();
  line.call.phone = row["phone"].Text();
  line.call.call_back_at = row["call_back_at"].Maybe<Instant>();
  line.call.since = row["since"].As<Instant>();
  line.call.next_at = row["next_at"].As<Instant>();
  line.call.done = row["done"].As<bool>();
  if (line.call.reason == "rework") line.call.rework_until = row["rework_until"].Maybe<Date>();
  line.service_code = row["service_code"].Text();
  line.service_version = row["service_version"].As<int>();
  line.branch_id = row["branch_id"].As<access::BranchId>();
  line.rework_reason = row["rework_reason"].Text();
  line.first_name = row["first_name"].Text();
  line.middle_name = row["middle_name"].Text();
  line.birth_date = row["birth_date"].Maybe<Date>();
  if (row["kind"].Text() == "legal_entity") line.head_name = row["head_name"].Text();
  line.planned_date = row["planned_date"].Maybe<Date>();
  line.promised_date = row["promised_date"].Maybe<Date>();
  if (const auto at = row["wrong_number_at"].Maybe<Instant>())
    line.call.wrong_number = WrongNumber{*at, row["wrong_number_by"].Text()};
  return line;
}

// $1 … $6 of list and count.
std::vector<db::Parameter> FilterParameters(const Filter& filter) {
  using db::ToParameter;
  const auto& matches = filter.matches;
  return {ToParameter(filter.organization_id),
          ToParameter(filter.reason),
          matches ? ToParameter(matches->applicants) : std::nullopt,
          matches ? ToParameter(matches->serial) : std::nullopt,
          matches ? ToParameter(matches->number) : std::nullopt,
          ToParameter(filter.wrong_number)};
}

}  // namespace

std::vector<CallRow> List(db::Tx& tx, const Filter& filter, const std::optional<After>& after,
                          int limit) {
  auto parameters = FilterParameters(filter);
  parameters.push_back(after ? db::ToParameter(after->next_at) : std::nullopt);
  parameters.push_back(after ? db::ToParameter(after->id) : std::nullopt);
  parameters.push_back(db::ToParameter(limit));
  std::vector<CallRow> lines;
  for (const auto& row : tx.RunParameters(queries::kListCalls, std::move(parameters)))
    lines.push_back(ReadRow(row));
  return lines;
}

long long Count(db::Tx& tx, const Filter& filter) {
  return tx.RunParameters(queries::kCountCalls, FilterParameters(filter))
      .front()["calls"]
      .As<long long>();
}

std::optional<CallRow> Find(db::Tx& tx, const CallId& id) {
  const auto rows = tx.Run(queries::kFindCall, id);
  return rows.empty() ? std::nullopt : std::optional(ReadRow(rows.front()));
}

std::optional<applications::ApplicationId> FindCase(db::Tx& tx, const CallId& id) {
  const auto rows = tx.Run(queries::kFindCase, id);
  if (rows.empty()) return std::nullopt;
  return rows.front()["application_id"].As<applications::ApplicationId>();
}

std::vector<CallId> ListAbout(db::Tx& tx, const std::vector<applications::ApplicationId>& cases) {
  std::vector<CallId> calls;
  for (const auto& row : tx.Run(queries::kListAbout, cases))
    calls.push_back(row["id"].As<CallId>());
  return calls;
}

std::optional<bool> LockDone(db::Tx& tx, const CallId& id) {
  const auto rows = tx.Run(queries::kLockCall, id);
  return rows.empty() ? std::nullopt : std::optional(rows.front()["done"].As<bool>());
}

std::map<CallId, std::vector<Attempt>> ListAttempts(db::Tx& tx, const std::vector<CallId>& ids) {
  std::map<CallId, std::vector<Attempt>> attempts;
  for (const auto& row : tx.Run(queries::kListAttempts, ids)) {
    attempts[row["call_id"].As<CallId>()].push_back({row["at"].As<Instant>(), row["by_name"].Text(),
                                                     row["outcome"].Text(), row["note"].Text()});
  }
  return attempts;
}

void OpenCall(db::Tx& tx, const applications::Application& application, std::string_view reason,
              Instant now) {
  tx.Queue(queries::kOpenCall, CallId::New(), application.organization_id, application.id, reason,
           now);
}

void CloseCalls(db::Tx& tx, const applications::ApplicationId& id, std::string_view but_reason) {
  tx.Queue(queries::kCloseCalls, id, but_reason);
}

void AddAttempt(db::Tx& tx, const CallId& id, const access::Principal& principal,
                const AttemptInput& input, Instant now) {
  tx.Queue(queries::kInsertAttempt, Uuid::NewV7(), id, principal.organization_id, now,
           principal.user_id, principal.display_name, input.outcome, input.note);
}

void Update(db::Tx& tx, const CallId& id, const rules::Next& next) {
  tx.Queue(queries::kUpdateCall, id, next.next_at, next.call_back_at, next.done);
}

void MarkWrongNumber(db::Tx& tx, const CallId& id, const std::string& phone,
                     const access::Principal& principal, Instant now) {
  tx.Queue(queries::kMarkWrongNumber, id, phone, now, principal.display_name);
}

void ClearWrongNumber(db::Tx& tx, const CallId& id, const std::string& phone) {
  tx.Queue(queries::kClearWrongNumber, id, phone);
}

}  // namespace okno::contact_center::storage
