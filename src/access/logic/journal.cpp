// SPDX-License-Identifier: Apache-2.0
#include "logic/journal.h"

#include "access/audit.h"

namespace okno::access {

void Note(db::Tx& tx, const By& by, const Deed& deed, Instant now) {
  if (!by) return;
  WriteAudit(tx,
             {.event = deed.event,
              .organization_id = deed.organization_id,
              .user_id = by->user_id,
              .user_name = by->name,
              .object_kind = deed.event.substr(0, deed.event.find('.')),
              .object_id = deed.object_id,
              .reason = deed.reason,
              .remote_address = {},
              .request_id = {}},
             now);
}

}  // namespace okno::access
