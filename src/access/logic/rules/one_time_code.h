// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "time/time.h"

namespace okno::access::rules {

// The 30-second step whose code was typed: the current one or a neighbour (clocks of phones
// differ), and later than `last_step`, because a code is good once (RFC 6238, 5.2). Empty: the code
// is wrong or used.
std::optional<long long> MatchStep(std::string_view secret, std::string_view code, Instant now,
                                   long long last_step);

// What a phone application scans.
std::string OtpauthUri(std::string_view login, std::string_view secret);

}  // namespace okno::access::rules
