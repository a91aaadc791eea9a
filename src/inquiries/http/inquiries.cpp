// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "access/audit.h"
#include "access/request_audit.h"
#include "documents/transfer.h"
#include "http/handlers.h"
#include "http/inquiry_json.h"
#include "inquiries/list.h"
#include "logic/rules/form_shape.h"

namespace okno::inquiries {
namespace {

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
  input.person = in.Text("person", {.max_length = 300});
  if (auto refusal = in.Finish()) return *refusal;
  return input;
}

// Rows as RowJson made them, in the order of the inquiries.
void PutEnglish(Json& rows, const message_types::Registry& types,
                const std::vector<Inquiry>& inquiries) {
  std::map<std::pair<std::string, int>, message_types::MessageTypePointer> known;
  for (std::size_t i = 0; i < inquiries.size(); ++i) {
    const auto& inquiry = inquiries[i];
    const auto [type, is_new] = known.try_emplace({inquiry.type_name, inquiry.type_version});
    if (is_new) type->second = types.Find(inquiry.type_name, inquiry.type_version);
    if (type->second) okno::inquiries::PutEnglish(rows[i], inquiry, *type->second);
  }
}

}  // namespace

Result<InquiryId> InquiryIn(const http::Request& request) {
  return request.IdParam<InquiryId>("id", "inquiries.not_found");
}

Result<http::Target<InquiryId>> TargetIn(const http::Request& request) {
  return http::TargetOf<InquiryId>(request, "inquiries.not_found");
}

Result<http::Response> ListInquiries(const Services& services, const http::Request& request) {
  const auto value = [&](std::string_view key) { return std::string(request.query_value(key)); };
  const auto page = List(services, access::Of(request), value, http::PageLimit(request));
  if (!page) return page.refusal();
  Json json = {{"items", Json::array()}};
  const bool of_case = !value("application").empty();
  for (const auto& inquiry : page->inquiries) {
    auto& row = json["items"].emplace_back(RowJson(inquiry, request.language));
    if (of_case)
      PutDifferences(row, FindDifferences(services, access::Of(request), inquiry),
                     request.language);
  }
  if (request.language == text::Language::kEnglish) {
    PutEnglish(json["items"], services.types, page->inquiries);
  }
  if (!page->next_cursor.empty()) json["next_cursor"] = page->next_cursor;
  auto response = http::Response::Of(json);
  access::NoteSearch(response, value("q"));
  return response;
}

Result<http::Response> GetChoices(const Services& services, const http::Request& request) {
  const auto choices = ListChoices(services, access::Of(request));
  const bool english = request.language == text::Language::kEnglish;
  Json types = Json::array();
  for (const auto& [name, title] : choices.types) {
    const auto type = english ? services.types.Find(name) : nullptr;
    types.push_back(
        {{"name", name}, {"title", type ? TitleOf(type->description(), request.language) : title}});
  }
  return http::Response::Of({{"types", std::move(types)}, {"addressees", choices.addressees}});
}

Result<http::Response> CreateInquiry(const Services& services, const http::Request& request) {
  const auto wanted = KeyedBody(request, ReadNew);
  if (!wanted) return wanted.refusal();
  return CreatedResponse(
      services, Create(services, access::Of(request), wanted->input, wanted->key), request);
}

Result<http::Response> GetInquiry(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  return InquiryResponse(services, Get(services, access::Of(request), *id), request);
}

Result<http::Response> DeleteInquiry(const Services& services, const http::Request& request) {
  const auto target = TargetIn(request);
  if (!target) return target.refusal();
  const auto deleted = Delete(services, access::Of(request), target->id, target->version);
  if (!deleted) return deleted.refusal();
  return http::Response::NoContent();
}

Result<http::Response> PutForm(const Services& services, const http::Request& request) {
  const auto target = TargetIn(request);
  if (!target) return target.refusal();
  const auto body = request.Object();
  if (!body) return body.refusal();
  const auto draft = rules::ParseDraft(*body);
  if (!draft) return draft.refusal();
  const auto saved = Save(services, access::Of(request), target->id, target->version, *draft);
  if (!saved) return saved.refusal();
  services.db.Transact(access::Of(request).scope(), [&](db::Tx& tx) {
    access::WriteTyping(tx, request,
                        access::EntryOf(request, "inquiry.changed", target->id.ToString()),
                        services.clock.Now());
  });
  auto response = InquiryResponse(services, saved, request);
  if (response) response->audited = false;
  return response;
}

Result<http::Response> PostRepetition(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  return CreatedResponse(services, Repeat(services, access::Of(request), *id, *key), request);
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
