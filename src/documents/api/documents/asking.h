// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/pipeline.h"
#include "documents/documents.h"

namespace okno::documents {

// As List, for a use case that asks for several things at once.
db::Pending<std::vector<Document>> AskList(db::Tx& tx, const Owner& owner);

}  // namespace okno::documents
