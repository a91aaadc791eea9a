// SPDX-License-Identifier: Apache-2.0
#include "agency/search.h"
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

}  // namespace okno::agency
