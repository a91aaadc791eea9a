// SPDX-License-Identifier: Apache-2.0
#include "agency/queries.h"
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

std::map<Uuid, std::string> NumbersOf(db::Tx& tx, const std::vector<Uuid>& ids) {
  std::vector<std::string> texts;
  for (const auto& id : ids) texts.push_back(id.ToString());
  std::map<Uuid, std::string> numbers;
  for (const auto& row : tx.Run(queries::kListNumbers, texts))
    numbers[row["id"].As<Uuid>()] = row["number"].Text();
  return numbers;
}

}  // namespace okno::agency
