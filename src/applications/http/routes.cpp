// SPDX-License-Identifier: Apache-2.0
#include "applications/routes.h"

#include "documents/transfer.h"
#include "http/handlers.h"
#include "logic/filing.h"

namespace okno::applications {
namespace {

using enum http::Body;

const std::string kCases = "/api/v1/applications";
const std::string kCase = kCases + "/{id}";
constexpr char kView[] = "applications.view";

// One line of the table.
struct Line {
  const char* method;
  std::string pattern;
  const char* right;
  const char* audit;
  http::Body body;
  Handler* handler;
};

}  // namespace

std::vector<http::Route> Routes(const Services& services) {
  // Where two roles share a route with different rights (typing, uploads), the use case judges by
  // the state.
  const Line lines[] = {
      {"GET", kCases, kView, "applications.searched", kNone, ListCases},
      {"POST", kCases, "applications.file", "application.begun", kJson, CreateCase},
      {"GET", "/api/v1/application-counts", kView, "", kNone, CountCases},
      {"GET", "/api/v1/application-states/{number}", kView, "application.state_viewed", kNone,
       GetCaseState},
      {"GET", kCase, kView, "application.viewed", kNone, GetCase},
      {"DELETE", kCase, "applications.file", "application.deleted", kNone, DeleteCase},
      {"PUT", kCase + "/draft", kView, "application.changed", kJson, PutDraft},
      {"POST", kCase + "/documents", kView, "application.document_added", kMultipart, PostDocument},
      // Of a right of its own: who only tells people the state has no business with their papers.
      {"GET", kCase + "/documents/{document_id}", "applications.documents",
       "application.document_viewed", kNone, GetDocument},
      {"DELETE", kCase + "/documents/{document_id}", kView, "application.document_removed", kNone,
       DeleteDocument},
      {"POST", kCase + "/filing", "applications.file", kFiledEvent, kNone, PostFiling},
      {"POST", kCase + "/handover", "applications.file", "application.handed_over", kNone,
       PostHandover},
      {"POST", kCase + "/rework", "applications.process", "application.returned", kJson,
       PostRework},
      {"POST", kCase + "/sending", "applications.process", "application.sent", kNone, PostSending},
      {"POST", kCase + "/consultation", "applications.file", "application.consulted", kJson,
       PostConsultation},
      {"POST", kCase + "/intake-refusal", "applications.file", "application.intake_refused", kJson,
       PostIntakeRefusal},
      {"POST", kCase + "/withdrawal", "applications.file", "application.withdrawn", kJson,
       PostWithdrawal},
      {"POST", kCase + "/assignment", "applications.process", "application.assigned", kJson,
       PostAssignment},
      {"PUT", kCase + "/recipient", "applications.issue", "application.recipient_noted", kJson,
       PutRecipient},
      {"POST", kCase + "/issue", "applications.issue", "application.issued", kJson, PostIssue},
      {"GET", kCase + "/print/{form}", "applications.print", "application.printed", kNone,
       GetPrint},
      {"GET", kCase + "/documents/{document_id}/print", "applications.print",
       "application.document_printed", kNone, GetAnswerPrint},
      {"GET", "/api/v1/applicants/{id}/applications", kView, "applicant.applications_viewed", kNone,
       ListCasesOfApplicant},
  };
  const auto door = std::make_shared<const Door>(services);  // shared by the routes, gone with them
  std::vector<http::Route> routes;
  for (const auto& line : lines) {
    http::Route route{.method = line.method,
                      .pattern = line.pattern,
                      .access = http::Access::kRight,
                      .right = line.right,
                      .audit = line.audit,
                      .body = line.body};
    route.handler = [door, handler = line.handler](const http::Request& request) {
      return handler(*door, request);
    };
    if (line.body == kMultipart) route.body_limit = documents::UploadLimit(services.uploads);
    route.slow =
        line.handler == GetPrint || line.handler == PostSending || line.handler == PostDocument;
    routes.push_back(std::move(route));
  }
  return routes;
}

}  // namespace okno::applications
