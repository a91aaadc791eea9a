// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/principal.h"
#include "http/handlers.h"
#include "logic/versions.h"

namespace okno::message_types {

constexpr const char* kManage = "message_types.manage";

// The version the path names; a draft exists only for who may manage. Refused
// "message_types.version_not_found".
Result<Target> TargetOf(const http::Request& request);
Result<Version> VersionOf(const Services& services, const http::Request& request);
// Who acts, with their organization: the types are of the whole installation. «Алексеев Р. П.,
// МФЦ».
Deed DeedOf(db::Tx& tx, const Services& services, const http::Request& request);
// MessageTypeVersion with its ETag; notes in the caller's language.
http::Response Shown(const Services& services, const http::Request& request, const Version& version,
                     int status = 200);

}  // namespace okno::message_types
