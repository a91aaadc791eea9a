// SPDX-License-Identifier: Apache-2.0
#include "db/texts_by_id.h"

namespace okno::db {

std::map<Uuid, std::string> TextsById(Tx& tx, const Query& query, const std::vector<Uuid>& ids) {
  std::vector<std::string> wanted;
  for (const auto& id : ids) wanted.push_back(id.ToString());
  std::map<Uuid, std::string> texts;
  for (const auto& row : tx.Run(query, wanted)) texts[row["id"].As<Uuid>()] = row["text"].Text();
  return texts;
}

}  // namespace okno::db
