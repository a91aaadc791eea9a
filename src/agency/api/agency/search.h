// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "agency/registration.h"

namespace okno::agency {

// For `app`: the cards of the officer's territory whose number or applicant was typed; newest
// matters first, at most `most`. In the caller's transaction and scope.
std::vector<RegistrationId> SearchIds(db::Tx& tx, const access::Principal& officer,
                                      std::string_view typed, int most);

// The numbers of these cards, in the caller's transaction and scope; unknown ones are left out.
std::map<Uuid, std::string> NumbersOf(db::Tx& tx, const std::vector<Uuid>& ids);

}  // namespace okno::agency
