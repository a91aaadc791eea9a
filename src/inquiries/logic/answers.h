// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inquiries/use_cases.h"

namespace okno::inquiries {

// The answer as the inquiry's type reads it; empty when it is not one of that type.
std::optional<Answer> ReadAnswer(const Services& services, const Inquiry& inquiry,
                                 const exchange::Message& message, Instant now);
// The agency has no such data, and says so in `words`.
Answer NoData(const exchange::Message& message, const std::string& words, Instant now);

// The files that came with the answer become documents of the inquiry, which has its answer
// already.
void AddFiles(db::Tx& tx, const Inquiry& inquiry, const exchange::Message& message, Instant now);

}  // namespace okno::inquiries
