// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inquiries/use_cases.h"
#include "jobs/jobs.h"

// What the exchange tells of our requests (events of exchange.h). Each may come twice or late; news
// of subjects that are no inquiries is passed over.
namespace okno::inquiries {

using EventHandler = void(const Services&, db::Tx&, const jobs::Job&);

EventHandler OnRequestSent, OnDeliveryDelayed, OnDeliveryFailed, OnStatusReceived,
    OnResponseReceived, OnResponseRefused;

}  // namespace okno::inquiries
