// SPDX-License-Identifier: Apache-2.0
#include "logic/notices.h"

#include <stdexcept>

#include "access/live.h"

namespace okno::agency {

void TellCenter(db::Tx& tx, const Registration& card, const exchange::StatusNote& note,
                Instant now) {
  const auto queued = exchange::QueueStatus(tx, card.request_id, note, now);
  if (!queued)
    throw std::runtime_error("agency: a status could not be queued: " + queued.refusal().code);
}

void RejectRequest(db::Tx& tx, const exchange::MessageId& request, const std::string& why,
                   Instant now) {
  const auto queued = exchange::QueueRejection(tx, request, {"FAILURE", why}, now);
  if (!queued)
    throw std::runtime_error("agency: a rejection could not be queued: " + queued.refusal().code);
}

void AnnounceChange(db::Tx& tx, const Registration& card) {
  access::Announce(tx, access::TopicOf(card.organization_id), "registration_changed",
                   {{"id", card.id.ToString()}, {"status", ToText(card.status)}});
}

}  // namespace okno::agency
