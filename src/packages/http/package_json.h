// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.h"
#include "packages/courier_runs.h"

namespace okno::packages {

// As in openapi.yaml; texts are in the language of the request.
Json LineJson(const Services& services, const Package& package);
Json CaseJson(const Services& services, const http::Request& request, const PackedCase& packed);
http::Response SheetAnswer(const Services& services, const http::Request& request,
                           const PackageSheet& sheet, int status = 200);
Json RunLineJson(const CourierRun& run);
http::Response RunAnswer(const Services& services, const RunSheet& sheet, int status = 200);

// "packages.case_not_ready" says in its detail why, too: «0101-26-000012: нет паспорта».
Refusal Worded(const Services& services, const http::Request& request, Refusal refusal);

Result<CaseOutcome> ReadOutcome(const Json& body);

}  // namespace okno::packages
