// SPDX-License-Identifier: Apache-2.0
#include "applications/by_number.h"

#include <stdexcept>

#include "applications/calls.h"
#include "logic/rules/territory.h"
#include "storage/application_store.h"
#include "storage/list_store.h"
#include "text/strings.h"

namespace okno::applications {
namespace {

bool MayIssue(const access::Principal& principal, const Application& application) {
  const bool waits =
      application.status == Status::kAwaitingNotice || application.status == Status::kReadyToIssue;
  return waits && principal.May("applications.issue") && rules::MaySee(principal, application) &&
         rules::HasResultAtHand(principal, application);
}

CaseState StateOf(db::Tx& tx, const Services& services, const access::Principal& principal,
                  const Application& application) {
  const auto service = services.catalog.Find(application.service_code, application.service_version);
  auto branch = access::FindBranch(tx, application.branch_id);
  if (!service || !branch)
    throw std::runtime_error("applications: a case without its service or branch");
  CaseState state{.id = application.id,
                  .number = application.number,
                  .service_name = service->name,
                  .status = application.status,
                  .branch = std::move(*branch),
                  .issue_branch = {},
                  .planned_date = application.planned_date,
                  .may_be_issued_here = MayIssue(principal, application),
                  .may_be_opened = rules::MaySee(principal, application)};
  if (application.issue_branch_id) {
    const auto issued_by = access::FindBranch(tx, *application.issue_branch_id);
    if (issued_by) state.issue_branch = issued_by->name;
  }
  return state;
}

}  // namespace

Result<CaseState> GetStateByNumber(const Services& services, const access::Principal& principal,
                                   std::string_view number) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<CaseState> {
    const auto ids = SearchIds(tx, principal.organization_id, text::Trim(number), {}, 1);
    if (ids.empty()) return Refusal::NotFound("applications.number_unknown");
    return StateOf(tx, services, principal, *Find(tx, ids.front()));
  });
}

std::vector<ApplicationId> SearchIds(db::Tx& tx, const access::OrganizationId& organization_id,
                                     std::string_view number,
                                     const std::vector<applicants::ApplicantId>& applicants,
                                     int limit) {
  return storage::ListIds(tx, organization_id, number, applicants, limit);
}

std::map<Uuid, std::string> NumbersOf(db::Tx& tx, const std::vector<Uuid>& ids) {
  return storage::ListNumbers(tx, ids);
}

}  // namespace okno::applications
