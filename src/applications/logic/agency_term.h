// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applications/use_cases.h"

namespace okno::applications {

// A registration by the agency, as it is told: in a status of the message type, or by who signs for
// papers.
struct Registration {
  Instant told_at;
  std::optional<Date> on, planned;  // nothing: the day it is told, the term counted from there
};
// It starts the term of a service that counts from it: from now on the case has the date the agency
// has, beside the one the receipt promised. Dates that can not be are noted in the history and
// counted here instead: a registration before the filing or after the news of it (by more than a
// day: zones differ), a plan before the registration or more than three years later. The caller
// saves the case.
void CountTermFrom(const Registration& told, const Services& services, Application& application,
                   db::Tx& tx, Instant now);
// What the receipt promised is due.
void ForgetTermOfAgency(Application& application);
// What was told before was wrong: both, one after the other.
void CountTermAnew(const Registration& told, const Services& services, Application& application,
                   db::Tx& tx, Instant now);

// A status of the agency that tells of its registration; nothing for any other.
std::optional<Registration> RegistrationIn(const exchange::Message& message);

// Whether the agency has told of no later registration of the case, handled already or not. One
// that only another status has overtaken counts.
bool IsLastRegistration(db::Tx& tx, const Application& application, const Registration& told);

}  // namespace okno::applications
