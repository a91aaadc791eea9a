// SPDX-License-Identifier: Apache-2.0
#include "inquiries/jobs.h"

#include "logic/exchange_events.h"

namespace okno::inquiries {

void RegisterJobs(jobs::Runner& runner, const Services& services) {
  const auto subscribe = [&](const char* event, EventHandler* handler) {
    runner.Subscribe(event, "inquiries", [&services, handler](db::Tx& tx, const jobs::Job& job) {
      handler(services, tx, job);
    });
  };
  subscribe("exchange.request_sent", OnRequestSent);
  subscribe("exchange.delivery_delayed", OnDeliveryDelayed);
  subscribe("exchange.delivery_failed", OnDeliveryFailed);
  subscribe("exchange.status_received", OnStatusReceived);
  subscribe("exchange.response_received", OnResponseReceived);
  subscribe("exchange.response_refused", OnResponseRefused);
}

}  // namespace okno::inquiries
