// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "access/directory.h"
#include "access/routes.h"
#include "access/signing_keys.h"
#include "base/result.h"

// What a person changes about their own sign-in.
namespace okno::access {

struct PasswordChange {
  OwnPassword current;
  std::string fresh;
};
// All other sessions of the user end. Refused "input.invalid" (wrong current or weak new password),
// "access.too_many_attempts".
Outcome ChangePassword(const Services& services, const Principal& principal,
                       const PasswordChange& change);

struct FactorSecret {
  std::string base32, otpauth_uri;
};
// A new secret, good for nothing until confirmed. Refused as RemoveSecondFactor, and
// "access.second_factor_active".
Result<FactorSecret> BeginSecondFactor(const Services& services, const Principal& principal,
                                       const OwnPassword& own);
// `code` stands where the password does. Refused "input.invalid" (/code),
// "access.second_factor_not_begun", "access.too_many_attempts".
Outcome ConfirmSecondFactor(const Services& services, const Principal& principal,
                            const OwnPassword& code);
// Refused "input.invalid" (/password), "access.too_many_attempts".
Outcome RemoveSecondFactor(const Context& context, const Principal& principal,
                           const OwnPassword& own);

}  // namespace okno::access
