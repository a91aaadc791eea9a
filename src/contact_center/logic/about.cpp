// SPDX-License-Identifier: Apache-2.0
#include "contact_center/about.h"

#include "storage/call_store.h"

namespace okno::contact_center {

std::optional<applications::ApplicationId> CaseOf(db::Tx& tx, const CallId& id) {
  return storage::FindCase(tx, id);
}

std::vector<CallId> CallsAbout(db::Tx& tx, const std::vector<applications::ApplicationId>& cases) {
  return storage::ListAbout(tx, cases);
}

}  // namespace okno::contact_center
