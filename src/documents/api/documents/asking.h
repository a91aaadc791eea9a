// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "db/pipeline.h"
#include "documents/documents.h"

namespace okno::documents {

// As List, for a use case that asks for several things at once.
db::Pending<std::vector<Document>> AskList(db::Tx& tx, const Owner& owner);
// Of several owners of a kind, each as List gives it; who has none is not there.
db::Pending<std::map<Uuid, std::vector<Document>>> AskLists(db::Tx& tx, std::string_view owner_kind,
                                                            const std::vector<Uuid>& owners);

}  // namespace okno::documents
