// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "db/pool.h"

namespace okno::catalog {

using ServiceCodes = std::set<std::string, std::less<>>;
ServiceCodes ListFavourites(db::Tx& tx, const access::Principal& principal);
void AddFavourite(db::Tx& tx, const access::Principal& principal, std::string_view code,
                  Instant now);
void RemoveFavourite(db::Tx& tx, const access::Principal& principal, std::string_view code);

}  // namespace okno::catalog
