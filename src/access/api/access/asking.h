// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/directory.h"
#include "access/idempotency.h"
#include "db/pipeline.h"

// Look-ups of this room for a use case that asks for several things at once.
namespace okno::access {

db::Pending<std::optional<Branch>> AskBranch(db::Tx& tx, const BranchId& id);
// As Replay.
db::Pending<Result<std::optional<Json>>> AskReplay(db::Tx& tx, const CreateKey& key);

}  // namespace okno::access
