// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "db/pool.h"

namespace okno::db {

// What a query tells of these rows, by id: $1 is a uuid[], its columns are `id` and `text`. Of what
// the scope does not show there is nothing.
std::map<Uuid, std::string> TextsById(Tx& tx, const Query& query, const std::vector<Uuid>& ids);

}  // namespace okno::db
