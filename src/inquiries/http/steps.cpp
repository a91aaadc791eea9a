// SPDX-License-Identifier: Apache-2.0
#include "http/handlers.h"
#include "http/inquiry_json.h"
#include "inquiries/filling.h"

namespace okno::inquiries {
namespace {

Json FillerJson(const CardFiller& filler) {
  return {{"type", filler.type.name},
          {"title", filler.type.title},
          {"agency", filler.type.agency.name},
          {"gives", filler.gives},
          {"needs", filler.needs}};
}

Result<PersonInquiry> ReadPerson(const Json& body) {
  json::Reader in(body);
  PersonInquiry input;
  if (const auto id = in.Identifier("applicant_id")) {
    input.applicant_id = applicants::ApplicantId{*id};
  }
  input.type = in.Text("type", {.max_length = 60});
  if (const auto* person = in.Object("person", true)) input.person = *person;
  if (auto refusal = in.Finish()) return *refusal;
  return input;
}

}  // namespace

Result<http::Response> GetSoap(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  const auto preview = PreviewSoap(services, access::Of(request), *id);
  if (!preview) return preview.refusal();
  Json json = {{"xml", preview->envelope_xml}, {"version", preview->version}};
  if (!preview->sender.empty()) json["sender"] = preview->sender;
  if (!preview->unsigned_because.empty()) {
    json["unsigned"] = services.texts.Text(preview->unsigned_because, request.language);
  }
  return http::Response::Of(json);
}

Result<http::Response> PostSending(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  const auto version = http::IfMatch(request);
  if (!version) return version.refusal();
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  const auto view = Send(services, access::Of(request), *id, *version, *key);
  if (!view) return view.refusal();
  return InquiryResponse(services, *view, request);
}

Result<http::Response> PostCancellation(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  const auto version = http::IfMatch(request);
  if (!version) return version.refusal();
  const auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto reason = in.Text("reason", {.required = true, .max_length = 1000});
  if (auto refusal = in.Finish()) return *refusal;
  const auto view = Cancel(services, access::Of(request), *id, *version, reason);
  if (!view) return view.refusal();
  return InquiryResponse(services, *view, request);
}

Result<http::Response> GetComparison(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  const auto comparison = CompareWithCard(services, access::Of(request), *id);
  if (!comparison) return comparison.refusal();
  return http::Response::Of(ComparisonJson(*comparison));
}

Result<http::Response> PostCardChanges(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  const auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto version = in.Number("applicant_version", true);
  const auto paths = in.Texts("paths");
  if (auto refusal = in.Finish()) return *refusal;
  const auto card = TakeToCard(services, access::Of(request), *id, *version, paths);
  if (!card) return card.refusal();
  return http::Response::Of(card->ToJson());
}

Result<http::Response> ListFillers(const Services& services, const http::Request&) {
  Json items = Json::array();
  for (const auto& filler : ListCardFillers(services)) items.push_back(FillerJson(filler));
  return http::Response::Of({{"items", std::move(items)}});
}

Result<http::Response> PostPersonInquiry(const Services& services, const http::Request& request) {
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  const auto body = request.Object();
  if (!body) return body.refusal();
  const auto input = ReadPerson(*body);
  if (!input) return input.refusal();
  const auto view = AskAboutPerson(services, access::Of(request), *input, *key);
  if (!view) return view.refusal();
  auto response = InquiryResponse(services, *view, request, 201);
  response.With("Location", "/api/v1/inquiries/" + view->inquiry.id.ToString());
  return response;
}

}  // namespace okno::inquiries
