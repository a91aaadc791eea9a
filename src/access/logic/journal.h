// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "access/directory.h"

namespace okno::access {

// In whose name something is done to an organization or an account; nobody's (the demo making its
// region) leaves no entry in the access journal.
using By = std::optional<Actor>;

// What was done.
struct Deed {
  std::string event;  // "user.locked"; the object's kind stands before the dot
  OrganizationId organization_id;
  std::string object_id;
  std::string reason = {};  // may be empty
};
// An entry in the caller's transaction.
void Note(db::Tx& tx, const By& by, const Deed& deed, Instant now);

}  // namespace okno::access
