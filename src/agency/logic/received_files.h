// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agency/registration.h"
#include "logic/content.h"

namespace okno::agency {

// Keeps the files of a request at its card, at `now`, those that lie there already left out.
// Returns how many are new.
std::size_t KeepFiles(db::Tx& tx, const Registration& card, const exchange::Message& message,
                      const ReceivedRequest& request, Instant now);
// The application as the center printed it: made anew, with other bytes, each time it is sent.
inline constexpr char kPrintedApplication[] = "application";
// How many files of the center the card has that the request does not bring, the printed
// application aside.
std::size_t CountMissing(db::Tx& tx, const Registration& card, const exchange::Message& message,
                         const ReceivedRequest& request);

}  // namespace okno::agency
