// SPDX-License-Identifier: Apache-2.0
#include "http/cards.h"


#include "access/audit.h"
#include "applicants/doubles.h"
#include "applicants/overdue.h"
#include "applicants/search.h"
#include "logic/history.h"
#include "logic/rules/masks.h"

namespace okno::applicants {
namespace {

constexpr char kNotFound[] = "applicants.not_found";

Result<Applicant> ReadDraft(const Services& services, const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  const auto today = LocalDate(services.clock.Now(), services.zone);
  return request.query_value("overdue") == "accepted" ? ParseApplicantWithOverdue(*body, today)
                                                      : ParseApplicant(*body, today);
}

http::Response Answer(const Applicant& applicant) {
  auto response = http::Response::Of(applicant.ToJson());
  response.WithETag(applicant.version);
  return response;
}

}  // namespace

Result<http::Response> SearchCards(const Services& services, const http::Request& request) {
  const auto& principal = access::Of(request);
  const auto found = services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    return Search(tx, principal.organization_id, request.query_value("q"), http::PageLimit(request));
  });
  Json items = Json::array();
  for (const auto& applicant : found) items.push_back(rules::ApplicantRow(applicant));
  auto response = http::Response::Of({{"items", std::move(items)}});
  access::NoteSearch(response, request.query_value("q"));
  return response;
}

Result<http::Response> CreateCard(const Services& services, const http::Request& request) {
  auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  auto draft = ReadDraft(services, request);
  if (!draft) return draft.refusal();
  const bool accepted = request.query_value("namesakes") == "accepted";
  auto card = accepted ? Create(services, access::Of(request), *draft, *key)
                       : CreateUnlessNamesake(services, access::Of(request), *draft, *key);
  if (!card) return card.refusal();
  auto response =
      http::Response::Created(card->ToJson(), "/api/v1/applicants/" + card->id.ToString());
  response.WithETag(card->version);
  response.keyed = true;
  return response;
}

Result<http::Response> GetCard(const Services& services, const http::Request& request) {
  const auto id = request.IdParam<ApplicantId>("id", kNotFound);
  if (!id) return id.refusal();
  const auto card =
      services.db.Transact(access::Of(request).scope(), [&](db::Tx& tx) { return Find(tx, *id); });
  if (!card) return Refusal::NotFound(kNotFound);
  return Answer(*card);
}

Result<http::Response> UpdateCard(const Services& services, const http::Request& request) {
  const auto id = request.IdParam<ApplicantId>("id", kNotFound);
  if (!id) return id.refusal();
  auto version = http::IfMatch(request);
  if (!version) return version.refusal();
  auto draft = ReadDraft(services, request);
  if (!draft) return draft.refusal();
  auto card = Update(services, access::Of(request), *id, *version, *draft);
  if (!card) return card.refusal();
  return Answer(*card);
}

Result<http::Response> GetCardHistory(const Services& services, const http::Request& request) {
  const auto id = request.IdParam<ApplicantId>("id", kNotFound);
  if (!id) return id.refusal();
  auto items = GetHistory(services, access::Of(request), *id);
  if (!items) return items.refusal();
  return http::Response::Of({{"items", std::move(*items)}});
}

}  // namespace okno::applicants
