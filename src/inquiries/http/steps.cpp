// SPDX-License-Identifier: Apache-2.0
#include "http/handlers.h"
#include "http/inquiry_json.h"
#include "inquiries/filling.h"

namespace okno::inquiries {
namespace {

Json FillerJson(const CardFiller& filler, text::Language language) {
  return {{"type", filler.type.name},
          {"title", TitleOf(filler.type, language)},
          {"agency", NameOf(filler.type.agency, language)},
          {"gives", filler.gives},
          {"needs", filler.needs},
          {"kinds", filler.kinds}};
}

constexpr std::size_t kMaxName = 100 * 2;  // bytes; a card's names have at most 100 letters

// The rest of the card is judged by the form it fills; the name stands in the register too.
std::vector<FieldError> NameErrors(const Json& person) {
  std::vector<FieldError> errors;
  for (const auto* part : {"last_name", "first_name", "middle_name"}) {
    const auto name = person.find(part);
    if (name == person.end() || name->is_null()) continue;
    const auto place = std::string("/person/") + part;
    if (!name->is_string()) {
      errors.push_back({place, "field.type", {}});
    } else if (name->get_ref<const std::string&>().size() > kMaxName) {
      errors.push_back({place, "field.too_long", "100"});
    }
  }
  return errors;
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
  if (auto errors = NameErrors(input.person); !errors.empty()) {
    return Refusal::Invalid("input.invalid", std::move(errors));
  }
  return input;
}

// Of the signing key; nothing without a body: then the content is not signed in person.
Result<std::optional<std::string>> PasswordIn(const http::Request& request) {
  if (request.body.empty()) return std::optional<std::string>();
  const auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  auto password = in.Text("password", {.required = true, .max_length = 200});
  if (auto refusal = in.Finish()) return *refusal;
  return std::optional(std::move(password));
}

const char* Word(PersonalSigning personal) {
  switch (personal) {
    case PersonalSigning::kSigned:
      return "signed";
    case PersonalSigning::kDemanded:
      return "demanded";
    case PersonalSigning::kPossible:
      return "possible";
    case PersonalSigning::kImpossible:
      break;
  }
  return "impossible";
}

Result<http::Response> SoapResponse(const Services& services, const Result<Soap>& soap,
                                    const http::Request& request) {
  if (!soap) return soap.refusal();
  const auto& message = soap->message;
  Json json = {{"xml", message.envelope_xml},
               {"version", message.version},
               {"sent", soap->sent},
               {"personal_signature", Word(soap->personal)}};
  if (!message.sender.empty()) json["sender"] = message.sender;
  if (!message.unsigned_because.empty()) {
    json["unsigned"] = services.texts.Text(message.unsigned_because, request.language);
  }
  return http::Response::Of(json);
}

}  // namespace

Result<http::Response> GetSoap(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  return SoapResponse(services, ShowSoap(services, access::Of(request), *id), request);
}

Result<http::Response> PostSoap(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  const auto password = PasswordIn(request);
  if (!password) return password.refusal();
  return SoapResponse(services, ShowSoap(services, access::Of(request), *id, *password), request);
}

Result<http::Response> PostSending(const Services& services, const http::Request& request) {
  const auto target = TargetIn(request);
  if (!target) return target.refusal();
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  const auto password = PasswordIn(request);
  if (!password) return password.refusal();
  const auto sent =
      Send(services, access::Of(request), target->id, {target->version, *key, *password});
  auto response = InquiryResponse(services, sent, request);
  if (response) response->keyed = true;
  return response;
}

Result<http::Response> PostCancellation(const Services& services, const http::Request& request) {
  const auto target = TargetIn(request);
  if (!target) return target.refusal();
  const auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto reason = in.Text("reason", {.required = true, .max_length = 1000});
  if (auto refusal = in.Finish()) return *refusal;
  const auto cancelled = Cancel(services, access::Of(request), target->id, target->version, reason);
  return InquiryResponse(services, cancelled, request);
}

Result<http::Response> PutApplicant(const Services& services, const http::Request& request) {
  const auto target = TargetIn(request);
  if (!target) return target.refusal();
  const auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto applicant = in.Identifier("applicant_id", true);
  if (auto refusal = in.Finish()) return *refusal;
  const auto bound = Bind(services, access::Of(request), target->id, target->version,
                          applicants::ApplicantId{*applicant});
  return InquiryResponse(services, bound, request);
}

Result<http::Response> GetComparison(const Services& services, const http::Request& request) {
  const auto id = InquiryIn(request);
  if (!id) return id.refusal();
  const auto comparison = CompareWithCard(services, access::Of(request), *id);
  if (!comparison) return comparison.refusal();
  return http::Response::Of(ComparisonJson(*comparison, request.language));
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

Result<http::Response> ListFillers(const Services& services, const http::Request& request) {
  Json items = Json::array();
  for (const auto& filler : ListCardFillers(services)) {
    items.push_back(FillerJson(filler, request.language));
  }
  return http::Response::Of({{"items", std::move(items)}});
}

Result<http::Response> PostPersonInquiry(const Services& services, const http::Request& request) {
  const auto wanted = KeyedBody(request, ReadPerson);
  if (!wanted) return wanted.refusal();
  return CreatedResponse(
      services, AskAboutPerson(services, access::Of(request), wanted->input, wanted->key), request);
}

}  // namespace okno::inquiries
