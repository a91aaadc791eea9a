// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "access/routes.h"
#include "base/result.h"

namespace okno::access {

struct SignInInput {
  std::string login, password;
  std::string code;  // of the second factor, "" when not typed
  std::string remote_address;
  std::string request_id;
  std::string old_token;    // of a session the browser still has: it ends
  std::string device = {};  // the browser's mark for this login, "" when it has none
};
// Begins a session and gives its token, always a new one. Refused "access.wrong_credentials",
// "access.too_many_attempts", "access.second_factor_required", "access.second_factor_wrong",
// "access.locked", "access.not_employed".
Result<std::string> SignIn(const Services& services, const SignInInput& input);

}  // namespace okno::access
