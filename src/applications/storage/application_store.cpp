// SPDX-License-Identifier: Apache-2.0
#include "storage/application_store.h"

#include <stdexcept>

#include "access/asking.h"
#include "applicants/asking.h"
#include "applications/calls.h"
#include "applications/queries.h"
#include "storage/application_json.h"

namespace okno::applications {
namespace {

std::optional<Json> OrNull(const Json& json) {
  return json.is_null() ? std::nullopt : std::optional<Json>(json);
}

template <typename T>
std::optional<Json> OrNull(const std::optional<T>& value) {
  return value ? std::optional<Json>(storage::ToJson(*value)) : std::nullopt;
}

Status ReadStatus(const db::Cell& cell) {
  const auto status = StatusFromWord(cell.raw());
  if (!status) throw std::runtime_error("applications: unknown status in a row");
  return *status;
}

void ReadAnswers(const db::Row& row, Application& a) {
  a.form = row["form"].As<Json>();
  a.marks = storage::MarksFromJson(row["marks"].As<Json>());
  if (auto representative = row["representative"].Maybe<Json>())
    a.representative = std::move(*representative);
  a.consent = row["consent"].As<bool>();
}

void ReadState(const db::Row& row, Application& a) {
  a.kind = row["kind"].raw() == "consultation" ? Kind::kConsultation : Kind::kService;
  a.status = ReadStatus(row["status"]);
  a.executor_id = row["executor_id"].Maybe<access::UserId>();
  a.executor_name = row["executor_name"].Text();
  a.planned_date = row["planned_date"].Maybe<Date>();
  a.promised_date = row["promised_date"].Maybe<Date>();
  if (const auto json = row["external_status"].Maybe<Json>()) {
    a.external_status = storage::ExternalStatusFromJson(*json);
  }
  if (const auto until = row["rework_until"].Maybe<Date>())
    a.rework = Rework{row["rework_reason"].Text(), *until};
  if (const auto json = row["decision"].Maybe<Json>())
    a.decision = storage::DecisionFromJson(*json);
  a.result_papers = storage::ResultPapersFromJson(row["result_papers"].As<Json>());
  a.message_id = row["message_id"].Maybe<exchange::MessageId>();
  a.issue_branch_id = row["issue_branch_id"].Maybe<access::BranchId>();
  if (const auto json = row["recipient"].Maybe<Json>())
    a.recipient = storage::RecipientFromJson(*json);
  a.registered_on = row["registered_on"].Maybe<Date>();
}

Application ReadApplication(const db::Row& row) {
  Application a;
  a.id = row["id"].As<ApplicationId>();
  a.organization_id = row["organization_id"].As<access::OrganizationId>();
  a.branch_id = row["branch_id"].As<access::BranchId>();
  a.applicant_id = row["applicant_id"].As<applicants::ApplicantId>();
  a.applicant_name = row["applicant_name"].Text();
  a.number = row["number"].Text();
  a.service_code = row["service_code"].Text();
  a.service_version = row["service_version"].As<int>();
  a.operator_id = row["operator_id"].As<access::UserId>();
  a.operator_name = row["operator_name"].Text();
  a.filed_at = row["filed_at"].Maybe<Instant>();
  ReadAnswers(row, a);
  ReadState(row, a);
  a.version = row["version"].As<int>();
  a.created_at = row["created_at"].As<Instant>();
  a.updated_at = row["updated_at"].As<Instant>();
  return a;
}

std::optional<Application> ReadFirst(const db::Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(ReadApplication(rows.front()));
}

storage::Parties ReadParties(const db::Row& row) {
  return {applicants::ReadApplicant(row), access::ReadBranchAt(row, "branch_")};
}

std::optional<Status> MaybeStatus(const db::Cell& cell) {
  return cell.is_null() ? std::nullopt : std::optional(ReadStatus(cell));
}

std::optional<std::string_view> MaybeWord(const std::optional<Status>& status) {
  return status ? std::optional(Word(*status)) : std::nullopt;
}

HistoryEntry ReadEntry(const db::Row& row) {
  return {.at = row["at"].As<Instant>(),
          .user_id = row["user_id"].Maybe<access::UserId>(),
          .actor = row["actor"].Text(),
          .kind = row["kind"].Text(),
          .from = MaybeStatus(row["from_status"]),
          .to = MaybeStatus(row["to_status"]),
          .code = row["code"].Text(),
          .detail = row["detail"].Text(),
          .reason = row["reason"].Text()};
}

ApplicationId CaseOf(const db::Row& row) { return row["application_id"].As<ApplicationId>(); }

std::vector<storage::ExpiredCase> ReadExpired(const db::Rows& rows) {
  std::vector<storage::ExpiredCase> expired;
  for (const auto& row : rows) {
    expired.push_back(
        {row["id"].As<ApplicationId>(), row["organization_id"].As<access::OrganizationId>()});
  }
  return expired;
}

}  // namespace

std::optional<Application> Find(db::Tx& tx, const ApplicationId& id) {
  return storage::Ask(tx, id).Get();
}

namespace storage {

db::Pending<std::optional<Application>> Ask(db::Tx& tx, const ApplicationId& id) {
  return db::Ask(tx, queries::kFindApplication, id).Then(ReadFirst);
}

db::Pending<std::optional<Parties>> AskParties(db::Tx& tx, const ApplicationId& id) {
  return db::Ask(tx, queries::kFindPartiesOfCase, id).Then([](const db::Rows& rows) {
    return rows.empty() ? std::nullopt : std::optional(ReadParties(rows.front()));
  });
}

std::vector<ApplicationId> ListIds(db::Tx& tx, const access::OrganizationId& organization_id,
                                   std::string_view number,
                                   const std::vector<applicants::ApplicantId>& applicants,
                                   int limit) {
  std::vector<ApplicationId> ids;
  for (const auto& row : tx.Run(queries::kListIds, organization_id, number, applicants, limit)) {
    ids.push_back(row["id"].As<ApplicationId>());
  }
  return ids;
}

std::map<ApplicationId, AgencyOutcome> ListOutcomes(db::Tx& tx,
                                                    const std::vector<ApplicationId>& ids) {
  std::map<ApplicationId, AgencyOutcome> outcomes;
  for (const auto& row : tx.Run(queries::kListOutcomes, ids)) {
    outcomes.emplace(row["id"].As<ApplicationId>(),
                     AgencyOutcome{row["positive"].As<bool>(), row["though_withdrawn"].As<bool>(),
                                   row["on_paper"].As<bool>()});
  }
  return outcomes;
}

std::optional<Application> FindForUpdate(db::Tx& tx, const ApplicationId& id) {
  return AskForUpdate(tx, id).Get();
}

db::Pending<std::optional<Application>> AskForUpdate(db::Tx& tx, const ApplicationId& id) {
  return db::Ask(tx, queries::kLockApplication, id).Then(ReadFirst);
}

void Insert(db::Tx& tx, const Application& a) {
  tx.Queue(queries::kInsertApplication, a.id, a.organization_id, a.branch_id, a.applicant_id,
           a.applicant_name, a.service_code, a.service_version, a.form, a.operator_id,
           a.operator_name, a.created_at);
}

void SaveAnswers(db::Tx& tx, const Application& a) {
  tx.Queue(queries::kSaveAnswers, a.id, a.form, ToJson(a.marks), OrNull(a.representative),
           a.consent, a.version, a.updated_at);
}

void SaveState(db::Tx& tx, const Application& a) {
  tx.Queue(queries::kSaveState, a.id, a.kind == Kind::kConsultation ? "consultation" : "service",
           Word(a.status), a.executor_id, a.executor_name, a.planned_date,
           OrNull(a.external_status), a.rework ? a.rework->reason : std::string(),
           a.rework ? std::optional(a.rework->until) : std::nullopt, OrNull(a.decision),
           a.message_id, a.issue_branch_id, OrNull(a.recipient), a.registered_on, a.promised_date,
           ToJson(a.result_papers), a.version, a.updated_at);
}

void Delete(db::Tx& tx, const ApplicationId& id) { tx.Queue(queries::kDeleteApplication, id); }

db::Pending<std::string> SaveFiled(db::Tx& tx, const Application& a, const access::Branch& branch,
                                   const Json& kept_form, const HistoryEntry& filed) {
  const auto year = static_cast<int>(LocalDate(a.filed_at.value(), branch.time_zone).year());
  const auto form = a.form == kept_form ? std::nullopt : std::optional(a.form);
  return db::Ask(tx, queries::kFileApplication, a.id, a.branch_id, year, a.organization_id,
                 branch.code, a.applicant_name, form, a.filed_at, a.planned_date, a.version,
                 Uuid::NewV7(), filed.user_id, filed.actor, filed.code)
      .Then([](const db::Rows& rows) { return rows.front()["number"].Text(); });
}

void AddHistory(db::Tx& tx, const Application& a, const HistoryEntry& entry) {
  tx.Queue(queries::kInsertHistory, Uuid::NewV7(), a.id, a.organization_id, a.version, entry.at,
           entry.user_id, entry.actor, entry.kind, MaybeWord(entry.from), MaybeWord(entry.to),
           entry.code, entry.detail, entry.reason);
}

bool UpdateLastReason(db::Tx& tx, const ApplicationId& id, std::string_view code,
                      const std::string& reason) {
  return !tx.Run(queries::kUpdateLastReason, id, reason, code).empty();
}

db::Pending<std::vector<HistoryEntry>> AskHistory(db::Tx& tx, const ApplicationId& id) {
  return db::Ask(tx, queries::kListHistory, id).Then([](const db::Rows& rows) {
    std::vector<HistoryEntry> history;
    for (const auto& row : rows) history.push_back(ReadEntry(row));
    return history;
  });
}

db::Pending<std::map<ApplicationId, Application>> AskAll(db::Tx& tx,
                                                         const std::vector<ApplicationId>& ids) {
  return db::Ask(tx, queries::kListApplications, ids).Then([](const db::Rows& rows) {
    std::map<ApplicationId, Application> applications;
    for (const auto& row : rows)
      applications.emplace(row["id"].As<ApplicationId>(), ReadApplication(row));
    return applications;
  });
}

db::Pending<std::map<ApplicationId, Parties>> AskParties(db::Tx& tx,
                                                         const std::vector<ApplicationId>& ids) {
  return db::Ask(tx, queries::kListPartiesOfCases, ids).Then([](const db::Rows& rows) {
    std::map<ApplicationId, Parties> parties;
    for (const auto& row : rows) parties.emplace(CaseOf(row), ReadParties(row));
    return parties;
  });
}

db::Pending<std::map<ApplicationId, std::vector<HistoryEntry>>> AskHistory(
    db::Tx& tx, const std::vector<ApplicationId>& ids) {
  return db::Ask(tx, queries::kListHistoryOfCases, ids).Then([](const db::Rows& rows) {
    std::map<ApplicationId, std::vector<HistoryEntry>> histories;
    for (const auto& row : rows) histories[CaseOf(row)].push_back(ReadEntry(row));
    return histories;
  });
}

std::map<access::UserId, int> CountOpenCases(db::Tx& tx,
                                             const std::vector<access::UserId>& executors) {
  std::map<access::UserId, int> counts;
  for (const auto& row : tx.Run(queries::kCountOpenOfExecutors, executors)) {
    counts[row["executor_id"].As<access::UserId>()] = row["cases"].As<int>();
  }
  return counts;
}

std::vector<ExpiredCase> ListExpiredReworks(db::Tx& tx, Date today, int limit) {
  return ReadExpired(tx.Run(queries::kExpiredReworks, today, limit));
}

std::vector<ExpiredCase> ListResultsToldBefore(db::Tx& tx, Instant moment, int limit) {
  return ReadExpired(tx.Run(queries::kExpiredResults, moment, limit));
}

}  // namespace storage
}  // namespace okno::applications
