// SPDX-License-Identifier: Apache-2.0
#include "storage/favourite_store.h"

#include "catalog/queries.h"

namespace okno::catalog {

ServiceCodes ListFavourites(db::Tx& tx, const access::Principal& principal) {
  ServiceCodes codes;
  for (const auto row : tx.Run(queries::kListFavourites, principal.user_id)) {
    codes.insert(row["service_code"].Text());
  }
  return codes;
}

void AddFavourite(db::Tx& tx, const access::Principal& principal, std::string_view code,
                  Instant now) {
  tx.Run(queries::kInsertFavourite, principal.user_id, code, principal.organization_id, now);
}

void RemoveFavourite(db::Tx& tx, const access::Principal& principal, std::string_view code) {
  tx.Run(queries::kDeleteFavourite, principal.user_id, code);
}

}  // namespace okno::catalog
