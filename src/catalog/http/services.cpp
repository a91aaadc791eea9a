// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <map>

#include "access/principal.h"
#include "http/handlers.h"
#include "logic/search.h"
#include "storage/favourite_store.h"

namespace okno::catalog {
namespace {

ServiceCodes FavouritesOf(const Services& services, const http::Request& request) {
  const auto& principal = access::Of(request);
  return services.db.Transact(principal.scope(),
                              [&](db::Tx& tx) { return ListFavourites(tx, principal); });
}

}  // namespace

Answer ListServices(const Services& services, const http::Request& request) {
  const auto favourites = FavouritesOf(services, request);
  auto found = Search(services.catalog.All(),
                      {.words = std::string(request.query_value("q")),
                       .agency = std::string(request.query_value("agency")),
                       .applicant_kind = std::string(request.query_value("applicant_kind"))});
  const auto is_favourite = [&](const auto& service) { return favourites.contains(service->code); };
  if (request.query_value("favourite") == "true") std::erase_if(found, std::not_fn(is_favourite));
  std::ranges::stable_partition(found, is_favourite);
  auto items = Json::array();
  for (const auto& service : found) {
    items.push_back(service->ToSummaryJson());
    items.back()["favourite"] = is_favourite(service);
  }
  return http::Response::Of({{"items", items}});
}

Answer ListAgencies(const Services& services, const http::Request&) {
  std::map<std::string, Json> by_name;
  for (const auto& service : services.catalog.All()) {
    auto& agency = by_name[service->agency_name];
    if (agency.is_null()) {
      agency = {{"code", service->agency_code}, {"name", service->agency_name}, {"services", 0}};
    }
    agency["services"] = agency["services"].get<int>() + 1;
  }
  auto items = Json::array();
  for (auto& [name, agency] : by_name) items.push_back(std::move(agency));
  return http::Response::Of({{"items", items}});
}

Answer GetService(const Services& services, const http::Request& request) {
  const auto service = services.catalog.Find(request.param("code"));
  if (service == nullptr) return Refusal::NotFound("catalog.service_not_found");
  auto body = service->ToJson();
  body["favourite"] = FavouritesOf(services, request).contains(service->code);
  return http::Response::Of(body);
}

}  // namespace okno::catalog
