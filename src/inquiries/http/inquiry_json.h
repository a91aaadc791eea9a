// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.h"
#include "inquiries/use_cases.h"

// Values as in openapi.yaml.
namespace okno::inquiries {

Json RowJson(const Inquiry& inquiry);
http::Response InquiryResponse(const Services& services, const View& view,
                               const http::Request& request, int status = 200);
Json ComparisonJson(const Comparison& comparison);

}  // namespace okno::inquiries
