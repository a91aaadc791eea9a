// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "exchange/exchange.h"

namespace okno::exchange::storage {

// What full-text search finds a message by: the texts and attribute values of its content, names of
// files and of both sides, status and rejection texts. Cut at 256 KB; PostgreSQL takes 1 MB.
std::string SearchText(const Message& message);

}  // namespace okno::exchange::storage
