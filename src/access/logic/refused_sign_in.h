// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logic/proof.h"
#include "logic/sign_in.h"

namespace okno::access {

// Writes down a sign-in that was refused after it was judged, and the pause it has brought on. Of a
// login that is nobody's the trail holds nothing, because people type passwords there; it is told
// to every center of the installation. Takes the same look-ups and writes for a known login as for
// an unknown one where there is one center, so that the answer's time does not tell which it was.
void NoteRefusedSignIn(const Services& services, const SignInInput& input, const Attempt& attempt,
                       std::string reason);

}  // namespace okno::access
