// SPDX-License-Identifier: Apache-2.0
#include "storage/navigator_store.h"

#include "testbed/queries.h"
#include "text/strings.h"

namespace okno::testbed::storage {

NavigatorUser RegisterNavigatorUser(db::Tx& tx, std::string_view login, Instant now) {
  const auto rows = tx.Run(queries::kSaveNavigatorUser, text::ToLower(login), now);
  const auto row = rows.front();
  return {row["registered_at"].As<Instant>(), row["is_new"].As<bool>()};
}

}  // namespace okno::testbed::storage
