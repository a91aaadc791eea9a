// SPDX-License-Identifier: Apache-2.0
#include "http/applicant_files.h"

#include "logic/applicant_files.h"

namespace okno::documents {
namespace {

Result<applicants::ApplicantId> ApplicantIn(const http::Request& request) {
  return request.IdParam<applicants::ApplicantId>("id", "applicants.not_found");
}

}  // namespace

Result<http::Response> ListFiles(const Services& services, const http::Request& request) {
  const auto id = ApplicantIn(request);
  if (!id) return id.refusal();
  const auto documents = ListOfApplicant(services, access::Of(request), *id);
  if (!documents) return documents.refusal();
  Json items = Json::array();
  for (const auto& document : *documents) items.push_back(ToJson(document));
  return http::Response::Of({{"items", std::move(items)}});
}

Result<http::Response> AddFile(const Services& services, const http::Request& request) {
  const auto id = ApplicantIn(request);
  if (!id) return id.refusal();
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  const auto upload = TakeUpload(services.files, services.uploads, request);
  if (!upload) return upload.refusal();
  const auto document = AddToApplicant(services, access::Of(request), *id, *upload, *key);
  if (!document) return document.refusal();
  auto response = http::Response::Created(
      ToJson(*document),
      "/api/v1/applicants/" + id->ToString() + "/files/" + document->id.ToString());
  response.keyed = true;
  return response;
}

Result<http::Response> GetFile(const Services& services, const http::Request& request) {
  const auto id = ApplicantIn(request);
  if (!id) return id.refusal();
  const auto document_id = request.IdParam<DocumentId>("file_id", "documents.not_found");
  if (!document_id) return document_id.refusal();
  const auto document = GetOfApplicant(services, access::Of(request), *id, *document_id);
  if (!document) return document.refusal();
  return Download(services.files, *document);
}

}  // namespace okno::documents
