// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contact_center/calls.h"
#include "http/message.h"

namespace okno::contact_center {

Result<http::Response> GetCalls(const Services& services, const http::Request& request);
Result<http::Response> GetCall(const Services& services, const http::Request& request);
Result<http::Response> PostAttempt(const Services& services, const http::Request& request);

}  // namespace okno::contact_center
