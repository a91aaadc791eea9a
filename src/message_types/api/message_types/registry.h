// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "db/pool.h"
#include "message_types/message_types.h"

namespace okno::message_types {

// The registry of the installation. First what the content folder has and the database has not
// becomes a published version of its own. Throws std::runtime_error with a text for a person when a
// shipped message type can not be used.
std::unique_ptr<Registry> OpenRegistry(db::Pool& pool, const std::string& content_folder,
                                       Instant now);

}  // namespace okno::message_types
