// SPDX-License-Identifier: Apache-2.0
#include "storage/package_store.h"

#include "packages/queries.h"
#include "storage/outcome_json.h"

namespace okno::packages::storage {
namespace {

Package ReadPackage(const db::Row& row) {
  Package p;
  p.id = row["id"].As<PackageId>();
  p.organization_id = row["organization_id"].As<access::OrganizationId>();
  p.branch_id = row["branch_id"].As<access::BranchId>();
  p.branch_name = row["branch_name"].Text();
  p.branch_zone = row["branch_zone"].Text();
  p.direction = DirectionFromWord(row["direction"].raw()).value();
  p.state = StateFromWord(row["state"].raw()).value();
  p.number = row["number"].Text();
  p.agency_code = row["agency_code"].Text();
  p.agency_name = row["agency_name"].Text();
  p.service_code = row["service_code"].Text();
  if (const auto run_id = row["run_id"].Maybe<RunId>())
    p.run = RunReference{*run_id, row["run_number"].Text()};
  p.created_by = row["created_by"].As<access::UserId>();
  p.created_by_name = row["created_by_name"].Text();
  p.created_at = row["created_at"].As<Instant>();
  p.ready_at = row["ready_at"].Maybe<Instant>();
  p.sent_at = row["sent_at"].Maybe<Instant>();
  p.ended_at = row["ended_at"].Maybe<Instant>();
  p.ended_by = row["ended_by"].Maybe<access::UserId>();
  p.ended_by_name = row["ended_by_name"].Text();
  p.end_reason = row["end_reason"].Text();
  p.corrected_at = row["corrected_at"].Maybe<Instant>();
  p.corrected_by_name = row["corrected_by_name"].Text();
  p.received_on = row["received_on"].Maybe<Date>();
  p.incoming_number = row["incoming_number"].Text();
  p.cases = row["cases"].As<int>();
  p.due = row["due"].Maybe<Date>();
  p.version = row["version"].As<int>();
  p.changed_by_name = row["changed_by_name"].Text();
  return p;
}

std::optional<Listed> ReadListed(const db::Row& row) {
  if (row["documents"].is_null()) return std::nullopt;
  return Listed{row["applicant_name"].Text(), row["documents"].As<int>(), row["sheets"].As<int>(),
                row["fingerprint"].Text()};
}

std::vector<ApplicationId> ReadIds(const db::Rows& rows) {
  std::vector<ApplicationId> ids;
  for (const auto& row : rows) ids.push_back(row["id"].As<ApplicationId>());
  return ids;
}

std::optional<RunId> RunOf(const Package& package) {
  return package.run ? std::optional(package.run->id) : std::nullopt;
}

}  // namespace

int TakeSerial(db::Tx& tx, const access::Branch& branch, int year, std::string_view kind) {
  const auto rows = tx.Run(queries::kTakeSerial, branch.id, year, kind, branch.organization_id);
  return rows.front()["last"].As<int>();
}

std::vector<Package> List(db::Tx& tx, const Filter& filter) {
  const auto direction = filter.direction ? std::optional(Word(*filter.direction)) : std::nullopt;
  tx.Queue(queries::kPlanEachTime);
  std::vector<Package> packages;
  for (const auto& row :
       tx.Run(queries::kListPackages, filter.organization_id, filter.ids, filter.branch_id,
              direction, filter.open, filter.application_id, filter.typed, filter.run_id,
              filter.free, filter.before, filter.limit)) {
    packages.push_back(ReadPackage(row));
  }
  tx.Queue(queries::kPlanAsUsual);
  return packages;
}

std::optional<Package> Find(db::Tx& tx, const access::OrganizationId& organization_id,
                            const PackageId& id) {
  const auto found = List(tx, {.organization_id = organization_id, .ids = {{id}}});
  return found.empty() ? std::nullopt : std::optional(found.front());
}

void Insert(db::Tx& tx, const Package& p) {
  tx.Queue(queries::kInsertPackage, p.id, p.organization_id, p.branch_id, Word(p.direction),
           p.number, p.agency_code, p.agency_name, p.service_code, p.created_by, p.created_by_name,
           p.created_at);
}

void Save(db::Tx& tx, const Package& p) {
  tx.Queue(queries::kSavePackage, p.id, Word(p.state), RunOf(p), p.ready_at, p.sent_at, p.ended_at,
           p.ended_by_name, p.received_on, p.incoming_number, p.version, p.ended_by, p.end_reason,
           p.corrected_at, p.corrected_by_name, p.changed_by_name);
}

void Lock(db::Tx& tx, const std::vector<PackageId>& ids) { tx.Queue(queries::kLockPackages, ids); }

std::vector<PackageId> LockReady(db::Tx& tx, const access::OrganizationId& organization_id,
                                 const access::BranchId& branch_id, int limit) {
  std::vector<PackageId> ids;
  for (const auto& row : tx.Run(queries::kLockReady, organization_id, branch_id, limit))
    ids.push_back(row["id"].As<PackageId>());
  return ids;
}

std::vector<CaseRow> ListCases(db::Tx& tx, const PackageId& id) {
  std::vector<CaseRow> cases;
  for (const auto& row : tx.Run(queries::kListCases, id)) {
    const auto outcome = row["outcome"].Maybe<Json>();
    cases.push_back({row["application_id"].As<ApplicationId>(), ReadListed(row),
                     outcome ? std::optional(OutcomeFromJson(*outcome)) : std::nullopt,
                     row["not_taken"].Text(), row["sent_at"].Maybe<Instant>(),
                     row["received_on"].Maybe<Date>()});
  }
  return cases;
}

int AddCases(db::Tx& tx, const Package& package, const std::vector<NewCase>& cases, Instant now) {
  Json list = Json::array();
  for (const auto& added : cases) {
    list.push_back({{"id", added.id.ToString()}});
    if (added.outcome) list.back()["outcome"] = ToJson(*added.outcome);
  }
  return tx.Run(queries::kAddCases, package.id, package.organization_id, now, list).size();
}

bool RemoveCase(db::Tx& tx, const PackageId& id, const ApplicationId& application_id) {
  return !tx.Run(queries::kRemoveCase, id, application_id).empty();
}

bool SaveOutcome(db::Tx& tx, const PackageId& id, const ApplicationId& application_id,
                 const CaseOutcome& outcome) {
  return !tx.Run(queries::kSaveOutcome, id, application_id, ToJson(outcome)).empty();
}

void SaveNotTaken(db::Tx& tx, const PackageId& id, const ApplicationId& application_id,
                  const std::string& reason) {
  tx.Queue(queries::kSaveNotTaken, id, application_id, reason);
}

void SaveListed(db::Tx& tx, const PackageId& id, const std::vector<PackedCase>& cases) {
  Json list = Json::array();
  for (const auto& packed : cases) {
    const auto listed = packed.Shown();
    list.push_back({{"id", packed.subject.id.ToString()},
                    {"applicant_name", listed.applicant_name},
                    {"documents", listed.documents},
                    {"sheets", listed.sheets},
                    {"fingerprint", listed.fingerprint}});
  }
  tx.Queue(queries::kSaveListed, id, list);
}

void ForgetListed(db::Tx& tx, const PackageId& id) { tx.Queue(queries::kForgetListed, id); }

void EndWay(db::Tx& tx, const PackageId& id) { tx.Queue(queries::kEndWay, id); }

std::map<ApplicationId, std::string> ListOnTheirWay(db::Tx& tx,
                                                    const std::vector<ApplicationId>& cases) {
  std::map<ApplicationId, std::string> numbers;
  for (const auto& row : tx.Run(queries::kListOnTheirWay, cases))
    numbers.emplace(row["application_id"].As<ApplicationId>(), row["number"].Text());
  return numbers;
}

std::vector<WaitingCount> CountWaiting(db::Tx& tx, const access::OrganizationId& organization_id,
                                       const access::BranchId& branch_id,
                                       const std::vector<applications::Status>& statuses) {
  std::vector<std::string> words;
  for (const auto status : statuses) words.emplace_back(Word(status));
  std::vector<WaitingCount> counts;
  for (const auto& row : tx.Run(queries::kCountWaiting, organization_id, branch_id, words)) {
    counts.push_back({{row["service_code"].Text(), row["service_version"].As<int>()},
                      row["cases"].As<int>(),
                      row["given_back"].As<int>()});
  }
  return counts;
}

std::vector<Holder> ListHolders(db::Tx& tx, const access::OrganizationId& organization_id,
                                const std::optional<access::BranchId>& branch_id,
                                const std::vector<ApplicationId>& cases) {
  std::vector<Holder> holders;
  for (const auto& row : tx.Run(queries::kListHolders, cases, organization_id, branch_id)) {
    holders.push_back({row["application_id"].As<ApplicationId>(), row["id"].As<PackageId>(),
                       row["number"].Text(), StateFromWord(row["state"].raw()).value()});
  }
  return holders;
}

std::vector<ApplicationId> ListInOpenPackages(db::Tx& tx,
                                              const access::OrganizationId& organization_id,
                                              const access::BranchId& branch_id) {
  return ReadIds(tx.Run(queries::kListInOpenPackages, organization_id, branch_id));
}

std::vector<ApplicationId> ListUsedSince(db::Tx& tx, const PackageId& id) {
  return ReadIds(tx.Run(queries::kListUsedSince, id));
}

std::vector<ApplicationId> ListGivenBack(db::Tx& tx, const std::vector<ApplicationId>& cases) {
  return ReadIds(tx.Run(queries::kListGivenBack, cases));
}

std::vector<PackageId> ListAbout(db::Tx& tx, const std::vector<ApplicationId>& cases) {
  std::vector<PackageId> packages;
  for (const auto& row : tx.Run(queries::kListAbout, cases))
    packages.push_back(row["package_id"].As<PackageId>());
  return packages;
}

std::string FindNumber(db::Tx& tx, const PackageId& id) {
  const auto rows = tx.Run(queries::kFindPackageNumber, id);
  return rows.empty() ? std::string() : rows.front()["number"].Text();
}

std::optional<Numbered> FindByNumber(db::Tx& tx, const std::string& number) {
  const auto rows = tx.Run(queries::kFindByNumber, number);
  if (rows.empty()) return std::nullopt;
  return Numbered{rows.front()["kind"].Text(), rows.front()["id"].As<Uuid>()};
}

}  // namespace okno::packages::storage
