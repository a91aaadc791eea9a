// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "access/audit.h"
#include "documents/transfer.h"
#include "http/handlers.h"
#include "http/inquiry_json.h"
#include "inquiries/list.h"
#include "logic/rules/form_shape.h"

namespace okno::inquiries {
namespace {

int LimitOf(const http::Request& request) {
  const auto text = request.query_value("limit");
  int limit = 0;
  std::from_chars(text.data(), text.data() + text.size(), limit);
  return limit >= 1 && limit <= 200 ? limit : 50;
}

Result<NewInquiry> ReadNew(const Json& body) {
  json::Reader in(body);
  NewInquiry input;
  input.type = in.Text("type", {.required = true, .max_length = 60});
  if (const auto id = in.Identifier("applicant_id")) {
    input.applicant_id = applicants::ApplicantId{*id};
  }
  if (const auto id = in.Identifier("application_id")) {
    input.about = CaseReference{"application", *id};
  }
  input.item = in.Text("item", {.max_length = 100});
  if (auto refusal = in.Finish()) return *refusal;
  return input;
}

http::Response Created(const Services& services, const View& view, const http::Request& request) {
  auto response = InquiryResponse(services, view, request, 201);
  response.With("Location", "/api/v1/inquiries/" + view.inquiry.id.ToString());
  return response;
}

}  // namespace

Result<InquiryId> InquiryIn(const http::Request& request) {
  return request.IdParam<InquiryId>("id", "inquiries.not_found");
}

Result<http::Response> ListInquiries(const Services& services, const http::Request& request) {
  const auto value = [&](std::string_view key) { return std::string(request.query_value(key)); };
  const auto page = List(services, access::Of(request), value, LimitOf(request));
  if (!page) return page.refusal();
  Json json = {{"items", Json::array()}};
  for (const auto& inquiry : page->inquiries) json["items"].push_back(RowJson(inquiry));
  if (!page->next_cursor.empty()) json["next_cursor"] = page->next_cursor;
  auto response = http::Response::Of(json);
  access::NoteSearch(response, value("q"));
  return response;
}

Result<http::Response> CreateInquiry(const Services& services, const http::Request& request) {
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  const auto body = request.Object();
  if (!body) return body.refusal();
  const auto input = ReadNew(*body);
  if (!input) return input.refusal();
  const auto view = Create(services, access::Of(request), *input, *key);
  if (!view) return view.refusal();
  return Created(services, *view, request);
}

Result<http::Response> GetInquiry(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  const auto view = Get(services, access::Of(request), *id);
  if (!view) return view.refusal();
  return InquiryResponse(services, *view, request);
}

Result<http::Response> DeleteInquiry(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  const auto version = http::IfMatch(request);
  if (!version) return version.refusal();
  const auto deleted = Delete(services, access::Of(request), *id, *version);
  if (!deleted) return deleted.refusal();
  return http::Response::NoContent();
}

Result<http::Response> PutForm(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  const auto version = http::IfMatch(request);
  if (!version) return version.refusal();
  const auto body = request.Object();
  if (!body) return body.refusal();
  const auto form = rules::ParseForm(*body);
  if (!form) return form.refusal();
  const auto view = Save(services, access::Of(request), *id, *version, *form);
  if (!view) return view.refusal();
  return InquiryResponse(services, *view, request);
}

Result<http::Response> PostRepetition(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  const auto view = Repeat(services, access::Of(request), *id, *key);
  if (!view) return view.refusal();
  return Created(services, *view, request);
}

Result<http::Response> GetDocument(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  const auto document_id =
      request.IdParam<documents::DocumentId>("document_id", "documents.not_found");
  if (!document_id) return document_id.refusal();
  const auto& principal = access::Of(request);
  const auto document = services.db.Transact(
      principal.scope(), [&](db::Tx& tx) -> std::optional<documents::Document> {
        if (!Find(tx, principal, *id)) return std::nullopt;
        return documents::Find(tx, {"inquiry", id->uuid}, *document_id);
      });
  if (!document) return Refusal::NotFound("documents.not_found");
  return documents::Download(services.files, *document);
}

}  // namespace okno::inquiries
