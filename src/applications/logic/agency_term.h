// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applications/use_cases.h"

namespace okno::applications {

// A status of registration starts the term of a service that counts from it: from now on the case
// has the date the agency has, beside the one the receipt promised. Dates that can not be are noted
// in the history and counted here instead: a registration before the filing or after the news of
// it (by more than a day: zones differ), a plan before the registration or more than three years
// later.
void CountTermFromRegistration(const Services& services, Application& application, db::Tx& tx,
                               const exchange::Message& message, Instant now);

}  // namespace okno::applications
