// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "access/directory.h"
#include "crypto/gost.h"

namespace okno::access::rules {

// Why a person may not sign with this certificate at that moment, a code; "" when they may. That of
// an authority and one whose key usage leaves out signatures are no good for documents.
std::string Objection(const crypto::Certificate& certificate, Instant now);

// Whether it names the employee: their last and first name are words of the subject, be it as CN or
// as SN and GN.
bool IsOf(const crypto::Certificate& certificate, const Employee& employee);

}  // namespace okno::access::rules
