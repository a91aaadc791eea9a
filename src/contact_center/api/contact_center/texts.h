// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "text/messages.h"

namespace okno::contact_center {

std::span<const text::Message> Messages();

}  // namespace okno::contact_center
