// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "json/json.h"
#include "message_types/message_types.h"

// An answer against an applicant's card ({"last_name": …} as in openapi.yaml).
namespace okno::inquiries::rules {

// The values as a person would have them on the card: names written in capitals get ordinary
// letters, texts are trimmed. Case, «ё» and repeated blanks make no difference.
std::vector<message_types::CardValue> Tidy(std::vector<message_types::CardValue> values);

// The card with the values at the chosen paths ("applicant.snils") as offered. Another passport
// takes nothing over from the old one: with another kind, series or number the old document's other
// parts go.
Json Merge(const Json& card, const std::vector<message_types::CardValue>& values,
           const std::vector<std::string>& chosen);

}  // namespace okno::inquiries::rules
