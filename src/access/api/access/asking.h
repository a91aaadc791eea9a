// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/directory.h"
#include "access/idempotency.h"
#include "db/pipeline.h"

// For a use case that asks for several things at once.
namespace okno::access {

// Replay and Remember at once, for a use case that knows its answer beforehand: true when the key
// was new and now holds `answer`; else Replay tells what it holds. A refusal gives it back.
db::Pending<bool> AskToTake(db::Tx& tx, const CreateKey& key, const Json& answer, Instant now);

// Of access.v_branches, beside columns of others: each column has the prefix before its name.
Branch ReadBranchAt(const db::Row& row, const std::string& prefix);

}  // namespace okno::access
