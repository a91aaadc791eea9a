// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.h"
#include "packages/courier_runs.h"

// One function a route; what each does is said in openapi.yaml.
namespace okno::packages {

using Handler = Result<http::Response>(const Services&, const http::Request&);

Handler ListAll, Post, ListWaitingAgencies, ListPackagesOfCases, Get, GetCandidates, GetInventory;
Handler PostCases, PutCase, DeleteCase;
Handler PostReadiness, PostReopening, PostDissolution, PostDelivery, PutDelivery, PostReturn,
    PostCompletion;
Handler ListCourierRuns, PostCourierRun, GetCourierRun, PutCourierRun, PostDispatch,
    PostCancellation, GetRouteSheet;

// What a change is made to: the id in the path and the version in If-Match.
template <typename IdType>
struct Target {
  IdType id;
  long long version = 0;
};
template <typename IdType>
Result<Target<IdType>> TargetOf(const http::Request& request, std::string_view not_found) {
  const auto id = request.IdParam<IdType>("id", not_found);
  if (!id) return id.refusal();
  const auto version = http::IfMatch(request);
  if (!version) return version.refusal();
  return Target<IdType>{*id, *version};
}
// The same, and what `read` makes of the body.
template <typename IdType, typename Input>
struct Change {
  IdType id;
  long long version = 0;
  Input input;
};
template <typename IdType, typename Input>
Result<Change<IdType, Input>> ChangeOf(const http::Request& request, std::string_view not_found,
                                       Result<Input> (*read)(const Json&)) {
  const auto target = TargetOf<IdType>(request, not_found);
  if (!target) return target.refusal();
  auto input = request.ObjectAs(read);
  if (!input) return input.refusal();
  return Change<IdType, Input>{target->id, target->version, *std::move(input)};
}
inline constexpr char kNoPackage[] = "packages.not_found";
inline constexpr char kNoRun[] = "packages.run_not_found";

}  // namespace okno::packages
