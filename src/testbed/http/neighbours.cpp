// SPDX-License-Identifier: Apache-2.0
#include "http/neighbours.h"

#include <algorithm>
#include <array>

#include "neighbours/neighbourhood.h"
#include "storage/neighbour_store.h"
#include "storage/resident_store.h"

namespace okno::testbed {

namespace {

constexpr std::size_t kMaxPersons = 500;
Result<http::Response> PutBehaviour(const ControlServices& control, const http::Request& request) {
  const std::string mnemonic(request.param("mnemonic"));
  if (!neighbours::Neighbourhood::IsKnown(mnemonic))
    return Refusal::NotFound("testbed.neighbour_unknown");
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto behaviour = in.Text("behaviour", {.required = true});
  constexpr std::array<std::string_view, 4> kKnown{"normal", "silent", "slow", "refusing"};
  if (std::find(kKnown.begin(), kKnown.end(), behaviour) == kKnown.end())
    in.Fail("behaviour", "field.invalid");
  if (auto refusal = in.Finish()) return *refusal;
  control.services.db.Transact(db::Scope::System(),
                               [&](db::Tx& tx) { storage::SetBehaviour(tx, mnemonic, behaviour); });
  return http::Response::NoContent();
}

bool IsCard(const Json& card) {
  if (!card.is_object()) return false;
  const auto kind = card.find("kind");
  return kind != card.end() &&
         (*kind == "person" || *kind == "entrepreneur" || *kind == "legal_entity");
}

Result<http::Response> PutPersons(const ControlServices& control, const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto* persons = in.Array("persons", true);
  if (persons != nullptr &&
      (persons->size() > kMaxPersons || !std::all_of(persons->begin(), persons->end(), IsCard)))
    in.Fail("persons", "field.invalid");
  if (auto refusal = in.Finish()) return *refusal;
  control.services.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    for (const auto& card : *persons) storage::SaveResident(tx, card, storage::Origin::kGiven);
  });
  return http::Response::NoContent();
}

Json ToJson(const neighbours::Neighbour& neighbour, const storage::NeighbourRow& row) {
  Json types = Json::array();
  for (const auto& service : neighbour.services) types.push_back(std::string(service.type));
  return {{"mnemonic", std::string(neighbour.mnemonic)},
          {"name", std::string(neighbour.name)},
          {"behaviour", row.behaviour},
          {"answered", row.answered},
          {"refused", row.refused},
          {"failed", row.failed},
          {"last_at", row.last_at ? Json(FormatInstant(*row.last_at)) : Json(nullptr)},
          {"types", std::move(types)}};
}

Json StateOf(db::Pool& db, const std::string& authority_pem) {
  return db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    Json items = Json::array();
    for (const auto& neighbour :
         authority_pem.empty() ? std::vector<neighbours::Neighbour>() : neighbours::All())
      items.push_back(ToJson(neighbour, storage::FindNeighbour(tx, neighbour.mnemonic)));
    return Json{{"authority_pem", authority_pem},
                {"residents", storage::CountGivenResidents(tx)},
                {"items", std::move(items)}};
  });
}

}  // namespace

std::vector<http::Route> NeighbourRoutes(const ControlServices& control,
                                         const std::string& authority_pem) {
  return {Local(control, "GET", "neighbours",
                [authority_pem](const ControlServices& given,
                                const http::Request&) -> Result<http::Response> {
                  return http::Response::Of(StateOf(given.services.db, authority_pem));
                }),
          Local(control, "PUT", "neighbours/persons", PutPersons),
          Local(control, "PUT", "neighbours/{mnemonic}/behaviour", PutBehaviour)};
}

}  // namespace okno::testbed
