// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "access/routes.h"

// A browser that has signed in with a login keeps a mark of it, sealed by the server. It is no
// proof of anything: who has it is paced by their own failures only, so that guesses of strangers,
// from the same address or at the same login, do not keep the person out.
namespace okno::access {

// The mark this browser has for the login; "" when it has none or not ours.
std::string DeviceOf(const Services& services, const http::Request& request,
                     std::string_view login);
// A Set-Cookie with a new mark for the login, kept for 90 days.
std::string DeviceCookie(const Services& services, std::string_view login);

}  // namespace okno::access
