// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/door.h"
#include "http/message.h"
#include "logic/rules/completeness.h"

namespace okno::applications {

// `Application` of openapi.yaml as the caller sees it, in the language of the request, with its
// ETag.
http::Response CaseAnswer(const Door& door, const Case& subject, const http::Request& request,
                          int status = 200);
// The same when the case has been judged just now.
http::Response CaseAnswer(const Door& door, const Case& subject,
                          const rules::Completeness& completeness, const http::Request& request,
                          int status = 200);

}  // namespace okno::applications
