// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/service.h"
#include "db/pool.h"

namespace okno::catalog {

struct StoredService {
  Service service;
  std::string content_hash;
};
// Keeps other processes that start at the same moment from storing the same change twice, until the
// commit.
void LockServices(db::Tx& tx);
std::vector<StoredService> ListServices(db::Tx& tx);  // by code and version
std::optional<Service> FindService(db::Tx& tx, std::string_view code, int version);
void InsertService(db::Tx& tx, const StoredService& stored);

}  // namespace okno::catalog
