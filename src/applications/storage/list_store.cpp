// SPDX-License-Identifier: Apache-2.0
#include "storage/list_store.h"

#include <stdexcept>

#include "applications/in_hand.h"
#include "applications/queries.h"
#include "db/texts_by_id.h"
#include "storage/application_json.h"

namespace okno::applications::storage {
namespace {

ApplicationRow ReadRow(const db::Row& row) {
  const auto status = StatusFromWord(row["status"].raw());
  if (!status) throw std::runtime_error("applications: unknown status in a row");
  ApplicationRow line{.id = row["id"].As<ApplicationId>(),
                      .number = row["number"].Text(),
                      .status = *status,
                      .applicant_name = row["applicant_name"].Text(),
                      .service_code = row["service_code"].Text(),
                      .service_version = row["service_version"].As<int>(),
                      .branch_id = row["branch_id"].As<access::BranchId>(),
                      .executor_name = row["executor_name"].Text(),
                      .urgent_by = row["urgent_by"].As<Date>(),
                      .created_at = row["created_at"].As<Instant>(),
                      .updated_at = row["updated_at"].As<Instant>()};
  if (!row["planned_date"].is_null()) line.due_date = line.urgent_by;
  if (const auto json = row["external_status"].Maybe<Json>())
    line.external_status = ExternalStatusFromJson(*json);
  return line;
}

std::vector<ApplicationRow> ReadRows(const db::Rows& rows) {
  std::vector<ApplicationRow> lines;
  for (const auto& row : rows) lines.push_back(ReadRow(row));
  return lines;
}

// Empty: all. Nobody without a branch sees the branches: the nil id is no branch's.
std::optional<access::BranchId> BranchSeen(const access::Principal& principal) {
  if (principal.whole_organization) return std::nullopt;
  return principal.branch_id.value_or(access::BranchId{});
}

std::vector<std::string> WordsOf(const std::vector<Status>& statuses) {
  std::vector<std::string> words;
  for (auto status : statuses) words.emplace_back(Word(status));
  return words;
}

// $1 … $12 of both lists.
std::vector<db::Parameter> FilterParameters(const access::OrganizationId& organization_id,
                                            const rules::ListFilter& filter,
                                            const std::optional<Matches>& matches) {
  using db::ToParameter;
  return {ToParameter(organization_id),
          ToParameter(WordsOf(filter.statuses)),
          ToParameter(filter.branch_id),
          ToParameter(filter.operator_id),
          ToParameter(filter.executor_id),
          ToParameter(filter.executor_or_free),
          ToParameter(filter.taking_part),
          filter.service_code.empty() ? std::nullopt : ToParameter(filter.service_code),
          ToParameter(filter.planned_until),
          matches ? ToParameter(matches->applicants) : std::nullopt,
          matches ? ToParameter(matches->serial) : std::nullopt,
          matches ? ToParameter(matches->number) : std::nullopt};
}

}  // namespace

std::vector<ApplicationRow> ListOpen(db::Tx& tx, const access::OrganizationId& organization_id,
                                     const rules::ListFilter& filter,
                                     const std::optional<Matches>& matches,
                                     const std::optional<OpenAfter>& after, int limit) {
  auto parameters = FilterParameters(organization_id, filter, matches);
  parameters.push_back(after ? db::ToParameter(after->urgent_by) : std::nullopt);
  parameters.push_back(after ? db::ToParameter(after->id) : std::nullopt);
  parameters.push_back(db::ToParameter(limit));
  parameters.push_back(db::ToParameter(filter.at_work));
  parameters.push_back(db::ToParameter(filter.papers_branch_id));
  tx.Queue(queries::kPlanEachTime);
  return ReadRows(tx.RunParameters(queries::kListOpen, std::move(parameters)));
}

std::vector<ApplicationRow> ListRecent(db::Tx& tx, const access::OrganizationId& organization_id,
                                       const rules::ListFilter& filter,
                                       const std::optional<Matches>& matches,
                                       const std::optional<ApplicationId>& after, int limit) {
  auto parameters = FilterParameters(organization_id, filter, matches);
  parameters.push_back(db::ToParameter(after));
  parameters.push_back(db::ToParameter(limit));
  parameters.push_back(db::ToParameter(filter.issued == rules::Issued::kOnly));
  parameters.push_back(db::ToParameter(filter.issue_branch_id));
  parameters.push_back(db::ToParameter(filter.at_work));
  tx.Queue(queries::kPlanEachTime);
  return ReadRows(tx.RunParameters(queries::kListRecent, std::move(parameters)));
}

std::vector<ApplicationRow> ListOfApplicant(db::Tx& tx, const applicants::ApplicantId& id,
                                            const access::Principal& principal) {
  return ReadRows(tx.Run(queries::kListOfApplicant, id, BranchSeen(principal),
                         principal.May("applications.issue")));
}

int CountElsewhere(db::Tx& tx, const applicants::ApplicantId& id,
                   const access::Principal& principal) {
  return tx
      .Run(queries::kCountElsewhere, id, BranchSeen(principal), principal.May("applications.issue"))
      .front()["count"]
      .As<int>();
}

Json CountLists(db::Tx& tx, const access::Principal& principal, Date today) {
  std::optional<std::vector<access::UserId>> at_work;
  if (principal.branch_id && !principal.whole_organization)
    at_work = access::ListAtWork(tx, principal.organization_id, *principal.branch_id);
  const auto rows = tx.Run(queries::kCountLists, principal.organization_id, principal.user_id,
                           BranchSeen(principal), principal.whole_organization, today,
                           principal.May("applications.issue"), at_work);
  Json counts;
  for (const auto* list : {"drafts", "mine", "rework", "processing", "sent", "in_agency",
                           "awaiting_notice", "to_issue", "overdue"}) {
    counts[list] = rows.front()[list].As<long long>();
  }
  return counts;
}

std::map<Uuid, std::string> ListNumbers(db::Tx& tx, const std::vector<Uuid>& ids) {
  return db::TextsById(tx, queries::kListNumbers, ids);
}

}  // namespace okno::applications::storage

namespace okno::applications {

InHand CountInHand(db::Tx& tx, const access::OrganizationId& organization_id,
                   const access::UserId& user_id) {
  const auto rows = tx.Run(queries::kCountInHand, organization_id, user_id);
  return {static_cast<int>(rows.front()["drafts"].As<long long>()),
          static_cast<int>(rows.front()["cases"].As<long long>())};
}

}  // namespace okno::applications
