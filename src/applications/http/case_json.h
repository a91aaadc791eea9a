// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applications/use_cases.h"
#include "http/message.h"
#include "logic/lists.h"

namespace okno::applications {

// `Application` of openapi.yaml as the principal sees it, in the language of the request.
Json CaseJson(const Services& services, const Case& subject, const access::Principal& principal,
              text::Language language);
http::Response CaseAnswer(const Services& services, const Case& subject,
                          const http::Request& request);

Json DocumentJson(const documents::Document& document);
// {items, next_cursor?} of ApplicationRow.
Json PageJson(const Services& services, const Page& page);

}  // namespace okno::applications
