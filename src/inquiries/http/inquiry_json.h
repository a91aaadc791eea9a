// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.h"
#include "inquiries/use_cases.h"

// Values as in openapi.yaml.
namespace okno::inquiries {

Json RowJson(const Inquiry& inquiry, text::Language language);
// What the type says in English replaces the Russian words of a row.
void PutEnglish(Json& json, const Inquiry& inquiry, const message_types::MessageType& type);
// Where the answer differs from the card; nothing is added when nowhere.
void PutDifferences(Json& json, const std::vector<message_types::Difference>& differences,
                    text::Language language);
// The inquiry as it is now; of one created under an Idempotency-Key with its address.
Result<http::Response> InquiryResponse(const Services& services, const Result<View>& view,
                                       const http::Request& request);
Result<http::Response> CreatedResponse(const Services& services, const Result<View>& view,
                                       const http::Request& request);
Json ComparisonJson(const Comparison& comparison, text::Language language);

}  // namespace okno::inquiries
