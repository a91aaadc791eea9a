// SPDX-License-Identifier: Apache-2.0
#include "problem.h"

namespace okno::http {
namespace {

int StatusOf(RefusalKind kind) {
  switch (kind) {
    case RefusalKind::kInvalid:
      return 422;
    case RefusalKind::kMalformed:
      return 400;
    case RefusalKind::kUnauthorized:
      return 401;
    case RefusalKind::kForbidden:
      return 403;
    case RefusalKind::kNotFound:
      return 404;
    case RefusalKind::kConflict:
      return 409;
    case RefusalKind::kStale:
      return 412;
    case RefusalKind::kPreconditionRequired:
      return 428;
    case RefusalKind::kTooLarge:
      return 413;
    case RefusalKind::kUnsupported:
      return 415;
    case RefusalKind::kTooMany:
      return 429;
    case RefusalKind::kUnavailable:
      return 503;
  }
  return 500;
}

Json Fields(const std::vector<FieldError>& errors, text::Language language,
            const text::Catalog& texts) {
  Json fields = Json::array();
  for (const auto& error : errors) {
    Json field{{"pointer", error.pointer},
               {"code", error.code},
               {"title", texts.Text(error.code, language, error.detail)}};
    if (!error.detail.empty()) field["detail"] = error.detail;
    fields.push_back(std::move(field));
  }
  return fields;
}

}  // namespace

Response ProblemWithStatus(int status, const Refusal& refusal, const Request& request,
                           const text::Catalog& texts) {
  Json body{{"type", "urn:okno:problem:" + refusal.code},
            {"title", texts.Text(refusal.code, request.language, refusal.detail)},
            {"status", status},
            {"code", refusal.code},
            {"fields", Fields(refusal.fields, request.language, texts)},
            {"request_id", request.id}};
  if (!refusal.detail.empty()) body["detail"] = refusal.detail;
  auto response = Response::Bytes(json::Dump(body), "application/problem+json");
  response.status = status;
  response.With("Content-Language", request.language == text::Language::kRussian ? "ru" : "en");
  if (status == 503) response.With("Retry-After", "2");
  return response;
}

Response Problem(const Refusal& refusal, const Request& request, const text::Catalog& texts) {
  return ProblemWithStatus(StatusOf(refusal.kind), refusal, request, texts);
}

}  // namespace okno::http
