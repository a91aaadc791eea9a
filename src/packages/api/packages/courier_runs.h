// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "packages/packages.h"

// Courier runs («ведомости курьера»): the packages that leave a branch with one courier. The use
// cases refuse as those of packages do: "packages.run_not_found", "request.stale".
namespace okno::packages {

inline constexpr int kMostPackages = 50;      // in a run
inline constexpr int kMostTravellers = 1000;  // cases in a run: a dispatch judges all at once

enum class RunState { kDraft, kSent, kClosed, kCancelled };
std::string_view Word(RunState state);
std::optional<RunState> RunStateFromWord(std::string_view word);

struct CourierRun {
  RunId id;
  access::OrganizationId organization_id;
  access::BranchId branch_id;
  std::string branch_name, branch_zone;
  std::string number;  // "0101-К-26-0002"
  RunState state = RunState::kDraft;
  std::string courier;  // who goes; "" while nobody is named
  access::UserId created_by;
  std::string created_by_name;
  Instant created_at;
  std::optional<Instant> sent_at;
  std::optional<access::UserId> sent_by;
  std::string sent_by_name;
  int packages = 0, cases = 0;
  int version = 1;
  bool operator==(const CourierRun&) const = default;
};

enum class RunAction { kEdit, kDispatch, kCancel, kPrint };
std::string_view Word(RunAction action);

// A run with all that is shown of it.
struct RunSheet {
  CourierRun run;
  std::vector<Package> packages;  // newest first
  std::vector<Package> others;    // of a draft: ready packages of the branch that are in no run
  std::vector<RunAction> actions;
};

struct RunQuery {
  bool open = false;  // only draft and sent
  std::optional<RunId> before;
  int limit = 50;
};
struct RunPage {
  std::vector<CourierRun> runs;  // newest first
  std::string next_cursor;
};
RunPage ListRuns(const Services& services, const access::Principal& principal,
                 const RunQuery& query);
Result<RunSheet> GetRun(const Services& services, const access::Principal& principal,
                        const RunId& id);

// Begins a run of the principal's branch with the ready packages that are in none, the oldest
// first, kMostPackages and kMostTravellers at most. Without `courier` whoever went last goes.
// Refused "packages.no_branch", "packages.nothing_ready".
Result<RunSheet> CreateRun(const Services& services, const access::Principal& principal,
                           const std::optional<std::string>& courier,
                           const std::string& idempotency_key);

struct RunInput {
  std::string courier;
  std::vector<PackageId> package_ids;  // all that it shall have
};
// Of a draft. Refused "packages.run_sent"; "packages.not_ready" with the number of a package that
// is not ready or in another run; "packages.run_full" of too many cases; "input.invalid" with the
// place of one that is not of the branch.
Result<RunSheet> PutRun(const Services& services, const access::Principal& principal,
                        const RunId& id, long long version, const RunInput& input);

// draft -> sent: every package and every case is with the courier, or none. Refused
// "packages.run_sent", "packages.run_empty", "input.invalid" at /courier, and
// "packages.case_not_ready": detail names the first package and case, fields say why of each; so
// does "packages.case_changed", of cases that are not what their inventory says.
Result<RunSheet> Dispatch(const Services& services, const access::Principal& principal,
                          const RunId& id, long long version);
// draft -> cancelled: its packages stay ready, for another run.
Result<RunSheet> CancelRun(const Services& services, const access::Principal& principal,
                           const RunId& id, long long version);

// The route sheet («маршрутный лист»): which agency gets how many. Refused "packages.run_empty".
Result<applications::Paper> PrintRouteSheet(const Services& services,
                                            const access::Principal& principal, const RunId& id);

}  // namespace okno::packages
