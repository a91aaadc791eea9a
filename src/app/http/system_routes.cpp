// SPDX-License-Identifier: Apache-2.0
#include "http/system_routes.h"

#include "house.h"
#include "http/openapi.h"
#include "metrics.h"
#include "schema.h"

namespace okno::app {
namespace {

http::Route Open(std::string pattern, std::function<Result<http::Response>()> answer) {
  return {.method = "GET",
          .pattern = std::move(pattern),
          .access = http::Access::kAnonymous,
          .handler = [answer = std::move(answer)](const http::Request&) { return answer(); }};
}

http::Response Readiness(House& house) {
  if (!house.db.IsAlive()) return http::Response::Of({{"status", "database_unavailable"}}, 503);
  if (!IsSchemaCurrent(house.db)) return http::Response::Of({{"status", "schema_outdated"}}, 503);
  return http::Response::Of({{"status", "ready"}});
}

}  // namespace

std::vector<http::Route> SystemRoutes(House& house) {
  const std::string openapi = json::Dump(BundleOpenApi());
  return {
      Open("/healthz",
           [] {
             return http::Response::Of({{"status", "alive"}});
           }),
      Open("/readyz", [&house] { return Readiness(house); }),
      Open("/metrics",
           [&house] {
             return http::Response::Bytes(MetricsText(house), "text/plain; version=0.0.4");
           }),
      Open("/api/v1/openapi.json", [openapi] { return http::Response::JsonText(openapi); }),
  };
}

}  // namespace okno::app
