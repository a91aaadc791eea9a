// SPDX-License-Identifier: Apache-2.0
#include "packages/routes.h"

#include "http/handlers.h"

namespace okno::packages {
namespace {

using enum http::Body;

const std::string kPackages = "/api/v1/packages";
const std::string kPackage = kPackages + "/{id}";
const std::string kCase = kPackage + "/cases/{application_id}";
const std::string kRuns = "/api/v1/courier-runs";
const std::string kRun = kRuns + "/{id}";

enum class Pace { kQuick, kSlow };  // slow: a PDF, or a step of hundreds of cases

// One line of the table. Lists of packages and runs name no applicant, so reading them is not told.
struct Line {
  const char* method;
  std::string pattern;
  const char* audit;
  http::Body body;
  Handler* handler;
  Pace pace = Pace::kQuick;
  const char* right = "packages.manage";
};

}  // namespace

std::vector<http::Route> Routes(const Services& services) {
  const Line lines[] = {
      {"GET", kPackages, "", kNone, ListAll},
      {"POST", kPackages, "package.created", kJson, Post},
      {"GET", "/api/v1/package-agencies", "", kNone, ListWaitingAgencies},
      // In which package a case lies is told to whoever has to give its papers back.
      {"GET", "/api/v1/packages-of-cases", "", kNone, ListPackagesOfCases, Pace::kQuick,
       "applications.view"},
      {"GET", kPackage, "package.viewed", kNone, Get},
      {"GET", kPackage + "/candidates", "package.candidates_viewed", kNone, GetCandidates},
      {"POST", kPackage + "/cases", "package.cases_added", kJson, PostCases},
      {"PUT", kCase, "package.outcome_noted", kJson, PutCase},
      {"DELETE", kCase, "package.case_removed", kNone, DeleteCase},
      {"POST", kPackage + "/readiness", "package.made_ready", kNone, PostReadiness, Pace::kSlow},
      {"POST", kPackage + "/reopening", "package.reopened", kNone, PostReopening},
      {"POST", kPackage + "/dissolution", "package.dissolved", kNone, PostDissolution},
      {"POST", kPackage + "/delivery", "package.delivered", kJson, PostDelivery, Pace::kSlow},
      {"PUT", kPackage + "/delivery", "package.delivery_corrected", kJson, PutDelivery,
       Pace::kSlow},
      {"POST", kPackage + "/return", "package.returned", kJson, PostReturn, Pace::kSlow},
      {"POST", kPackage + "/completion", "package.completed", kNone, PostCompletion, Pace::kSlow},
      {"GET", kPackage + "/print/inventory", "package.printed", kNone, GetInventory, Pace::kSlow},
      {"GET", kRuns, "", kNone, ListCourierRuns},
      {"POST", kRuns, "courier_run.created", kJson, PostCourierRun},
      {"GET", kRun, "", kNone, GetCourierRun},
      {"PUT", kRun, "courier_run.changed", kJson, PutCourierRun},
      {"POST", kRun + "/dispatch", "courier_run.sent", kNone, PostDispatch, Pace::kSlow},
      {"POST", kRun + "/cancellation", "courier_run.cancelled", kNone, PostCancellation},
      {"GET", kRun + "/print/route-sheet", "courier_run.printed", kNone, GetRouteSheet,
       Pace::kSlow},
  };
  std::vector<http::Route> routes;
  for (const auto& line : lines) {
    http::Route route{.method = line.method,
                      .pattern = line.pattern,
                      .access = http::Access::kRight,
                      .right = line.right,
                      .audit = line.audit,
                      .body = line.body,
                      .slow = line.pace == Pace::kSlow};
    route.handler = [&services, handler = line.handler](const http::Request& request) {
      return handler(services, request);
    };
    routes.push_back(std::move(route));
  }
  return routes;
}

}  // namespace okno::packages
