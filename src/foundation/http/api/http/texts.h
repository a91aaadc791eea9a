// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "text/messages.h"

namespace okno::http {

// Texts of this room's codes that text::FoundationMessages() does not already hold.
std::span<const text::Message> Messages();

}  // namespace okno::http
