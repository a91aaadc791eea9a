// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "text/messages.h"

namespace okno::packages {

std::span<const text::Message> Messages();

}  // namespace okno::packages
