// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "text/messages.h"

namespace okno::exchange {

std::span<const text::Message> Messages();

}  // namespace okno::exchange
