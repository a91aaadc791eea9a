// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "access/directory.h"
#include "access/routes.h"
#include "base/result.h"

namespace okno::access {

// The table holds only the digest: who reads it can not use the sessions.
std::string TokenDigest(std::string_view token);
// Follows from the token, so that nothing more is stored; the token does not follow from it.
std::string CsrfToken(std::string_view token);

// Who the living session of a token is of, its use noted. Refused "access.session_expired".
Result<std::shared_ptr<const Principal>> Authenticate(const Services& services, std::string_view token);

// Fills unit_scope: own unit and those below, all units for who covers the whole agency.
void FillUnitScope(db::Tx& tx, Principal& principal);

void SignOut(const Services& services, const Principal& principal);

}  // namespace okno::access
