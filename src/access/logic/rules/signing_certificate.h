// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crypto/gost.h"

namespace okno::access::rules {

// Why a person may not sign with this certificate at that moment, a code; "" when they may. That of
// an authority and one whose key usage leaves out signatures are no good for documents.
std::string Objection(const crypto::Certificate& certificate, Instant now);

}  // namespace okno::access::rules
