// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/messages.h"

namespace okno::app {

// The texts of all rooms.
void AddTexts(text::Catalog& texts);

}  // namespace okno::app
