// SPDX-License-Identifier: Apache-2.0
#include "agency/queries.h"
#include "agency/search.h"
#include "db/texts_by_id.h"
#include "storage/registration_store.h"

namespace okno::agency {

std::vector<RegistrationId> SearchIds(db::Tx& tx, const access::Principal& officer,
                                      std::string_view typed, int most) {
  ListFilter filter;
  filter.limit = most;
  filter.search = std::string(typed);
  std::vector<RegistrationId> ids;
  for (const auto& row : List(tx, officer, filter).rows) ids.push_back(row.id);
  return ids;
}

std::map<Uuid, std::string> NumbersOf(db::Tx& tx, const std::vector<Uuid>& ids) {
  return db::TextsById(tx, queries::kListNumbers, ids);
}

}  // namespace okno::agency
