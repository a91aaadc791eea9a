// SPDX-License-Identifier: Apache-2.0
#include "documents/references.h"

#include "documents/queries.h"

namespace okno::documents {

std::vector<std::string> FindReferenced(db::Tx& tx, const std::vector<std::string>& digests) {
  std::vector<std::string> found;
  for (const auto& row : tx.Run(queries::kFindReferenced, digests))
    found.push_back(row["sha256"].Text());
  return found;
}

void HoldReferences(db::Tx& tx) { tx.Run(queries::kHoldReferences); }

}  // namespace okno::documents
