// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "text/messages.h"

namespace okno::text {

// Texts of all codes the foundation's rooms refuse with, and of the codes of fields that every
// room's input shares.
std::span<const Message> FoundationMessages();

}  // namespace okno::text
