// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "http/checklist_json.h"
#include "http/disposition.h"
#include "http/handlers.h"

namespace okno::applications {
namespace {

constexpr char kNotFound[] = "documents.not_found";

Result<documents::DocumentId> DocumentIn(const http::Request& request) {
  return request.IdParam<documents::DocumentId>("document_id", kNotFound);
}

}  // namespace

Result<http::Response> PostDocument(const Door& door, const http::Request& request) {
  const auto id = CaseIn(request);
  if (!id) return id.refusal();
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  const auto upload = documents::TakeUpload(door.services.files, door.services.uploads, request);
  if (!upload) return upload.refusal();
  const auto document = AddDocument(door.services, access::Of(request), *id, *upload, *key);
  if (!document) return document.refusal();
  auto response = http::Response::Created(
      DocumentJson(*document),
      "/api/v1/applications/" + id->ToString() + "/documents/" + document->id.ToString());
  response.keyed = true;
  return response;
}

Result<http::Response> GetDocument(const Door& door, const http::Request& request) {
  const auto id = CaseIn(request);
  if (!id) return id.refusal();
  const auto document_id = DocumentIn(request);
  if (!document_id) return document_id.refusal();
  const auto subject = Get(door.services, access::Of(request), *id);
  if (!subject) return subject.refusal();
  const auto document =
      std::ranges::find(subject->documents, *document_id, &documents::Document::id);
  if (document == subject->documents.end()) return Refusal::NotFound(kNotFound);
  return documents::Download(door.services.files, *document);
}

Result<http::Response> GetAnswerPrint(const Door& door, const http::Request& request) {
  const auto id = CaseIn(request);
  if (!id) return id.refusal();
  const auto document_id = DocumentIn(request);
  if (!document_id) return document_id.refusal();
  const auto document = PrintAnswer(door.services, access::Of(request), *id, *document_id);
  if (!document) return document.refusal();
  auto response = documents::Download(door.services.files, *document);
  for (auto& [name, value] : response.headers)
    if (name == "Content-Disposition") value = http::Disposition("inline", document->name);
  return response;
}

Result<http::Response> DeleteDocument(const Door& door, const http::Request& request) {
  const auto id = CaseIn(request);
  if (!id) return id.refusal();
  const auto document_id = DocumentIn(request);
  if (!document_id) return document_id.refusal();
  const auto removed = RemoveDocument(door.services, access::Of(request), *id, *document_id);
  if (!removed) return removed.refusal();
  return http::Response::NoContent();
}

}  // namespace okno::applications
