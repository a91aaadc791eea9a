// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "db/pool.h"

// For who destroys files that nobody refers to any more; system scope.
namespace okno::documents {

// Of these digests those that documents refer to.
std::vector<std::string> FindReferenced(db::Tx& tx, const std::vector<std::string>& digests);
// Until the end of the transaction nobody adds one.
void HoldReferences(db::Tx& tx);

}  // namespace okno::documents
