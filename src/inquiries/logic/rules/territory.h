// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/principal.h"
#include "inquiries/inquiry.h"

namespace okno::inquiries::rules {

// Whose inquiry this is to see: those of the own branch and those made by oneself; auditors those
// of the whole center.
bool MaySee(const access::Principal& principal, const Inquiry& inquiry);

}  // namespace okno::inquiries::rules
