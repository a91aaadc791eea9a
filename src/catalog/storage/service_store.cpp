// SPDX-License-Identifier: Apache-2.0
#include "storage/service_store.h"

#include "catalog/queries.h"
#include "logic/service_json.h"

namespace okno::catalog {
namespace {

Service ReadService(const db::Row& row) {
  auto service = FromStored(row["body"].As<Json>());
  service.version = row["version"].As<int>();
  return service;
}

}  // namespace

void LockServices(db::Tx& tx) { tx.Run(queries::kLockServices); }

std::vector<StoredService> ListServices(db::Tx& tx) {
  std::vector<StoredService> services;
  for (const auto row : tx.Run(queries::kListServices)) {
    services.push_back({ReadService(row), row["content_hash"].Text()});
  }
  return services;
}

std::optional<Service> FindService(db::Tx& tx, std::string_view code, int version) {
  const auto rows = tx.Run(queries::kFindService, code, version);
  if (rows.empty()) return std::nullopt;
  return ReadService(rows.front());
}

void InsertService(db::Tx& tx, const StoredService& stored) {
  const auto& service = stored.service;
  tx.Queue(queries::kInsertService, service.code, service.version, stored.content_hash,
           ToStored(service));
}

}  // namespace okno::catalog
