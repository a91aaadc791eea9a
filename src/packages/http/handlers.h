// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/change.h"
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

inline constexpr char kNoPackage[] = "packages.not_found";
inline constexpr char kNoRun[] = "packages.run_not_found";

}  // namespace okno::packages
