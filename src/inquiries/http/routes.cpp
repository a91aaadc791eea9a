// SPDX-License-Identifier: Apache-2.0
#include "inquiries/routes.h"

#include "http/handlers.h"

namespace okno::inquiries {
namespace {

using enum http::Body;

const std::string kInquiries = "/api/v1/inquiries";
const std::string kInquiry = kInquiries + "/{id}";
constexpr char kView[] = "inquiries.view";
constexpr char kSend[] = "inquiries.send";

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
  const Line lines[] = {
      {"GET", kInquiries, kView, "inquiries.searched", kNone, ListInquiries},
      {"GET", "/api/v1/inquiry-choices", kView, "", kNone, GetChoices},
      {"POST", kInquiries, kSend, "inquiry.begun", kJson, CreateInquiry},
      {"GET", kInquiry, kView, "inquiry.viewed", kNone, GetInquiry},
      {"DELETE", kInquiry, kSend, "inquiry.deleted", kNone, DeleteInquiry},
      {"PUT", kInquiry + "/form", kSend, "inquiry.changed", kJson, PutForm},
      {"GET", kInquiry + "/soap", kView, "inquiry.soap_viewed", kNone, GetSoap},
      {"POST", kInquiry + "/soap", kSend, "inquiry.soap_viewed", kJson, PostSoap},
      {"POST", kInquiry + "/sending", kSend, "inquiry.sent", kJson, PostSending},
      {"POST", kInquiry + "/cancellation", kSend, "inquiry.cancelled", kJson, PostCancellation},
      {"POST", kInquiry + "/repetition", kSend, "inquiry.repeated", kNone, PostRepetition},
      {"PUT", kInquiry + "/applicant", kSend, "inquiry.bound", kJson, PutApplicant},
      {"GET", kInquiry + "/documents/{document_id}", kView, "inquiry.document_viewed", kNone,
       GetDocument},
      {"GET", kInquiry + "/card-comparison", kView, "inquiry.compared", kNone, GetComparison},
      {"POST", kInquiry + "/card-changes", "applicants.edit", "inquiry.taken_to_card", kJson,
       PostCardChanges},
      {"GET", "/api/v1/card-fillers", kSend, "", kNone, ListFillers},
      {"POST", "/api/v1/person-inquiries", kSend, "inquiry.sent", kJson, PostPersonInquiry},
  };
  std::vector<http::Route> routes;
  for (const auto& line : lines) {
    http::Route route{.method = line.method,
                      .pattern = line.pattern,
                      .access = http::Access::kRight,
                      .right = line.right,
                      .audit = line.audit,
                      .body = line.body,
                      .handler = [&services, handler = line.handler](const http::Request& request) {
                        return handler(services, request);
                      }};
    routes.push_back(std::move(route));
  }
  return routes;
}

}  // namespace okno::inquiries
