// SPDX-License-Identifier: Apache-2.0
#include "demo/processor.h"

#include <utility>

#include "access/directory.h"
#include "applications/calls.h"
#include "demo/must.h"
#include "demo/random.h"
#include "wiring/rooms.h"

namespace okno::app::demo {

using applications::Application;
using applications::Status;

Processor::Processor(House& house, std::uint64_t seed, const std::string& login)
    : watch_(house.clock.Now()),
      services_(OnClock(house.rooms->applications, watch_)),
      processor_(access::GetPrincipal(house.db, login)),
      seed_(seed) {}

void Processor::Take(const std::vector<ApplicationId>& handed_over) {
  waiting_.insert(waiting_.end(), handed_over.begin(), handed_over.end());
}

void Processor::SendWaiting(Shift shift, std::size_t most) {
  watch_.Begin(shift, waiting_.size() + undelivered_.size());
  SendAgain();
  std::size_t sent = 0;
  for (const auto& id : std::exchange(waiting_, {})) {
    watch_.Pass();
    const auto current = Look(id);
    if (sent == most || Random(seed_, current.number + watch_.Day()).Chance(12)) {
      waiting_.push_back(id);  // not today
    } else {
      Send(current);
      ++sent;
    }
  }
}

void Processor::SendSome(std::size_t count, Shift shift) {
  count = std::min(count, waiting_.size());
  watch_.Begin(shift, count);
  for (std::size_t i = 0; i < count; ++i) {
    watch_.Pass();
    Send(Look(waiting_[i]));
  }
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
}

// What the bus refused is sent again once somebody has looked at it; the first, and every second
// after it, waits for that still.
void Processor::SendAgain() {
  bool looked_at = true;
  for (const auto& id : std::exchange(undelivered_, {})) {
    looked_at = !looked_at;
    watch_.Pass();
    if (looked_at) Send(Look(id));
  }
}

void Processor::NoteUndelivered() {
  for (const auto& [number, id] : sent_) {
    if (Look(id).status == Status::kDeliveryOnDemand) undelivered_.push_back(id);
  }
}

std::optional<Processor::ApplicationId> Processor::FindSent(const std::string& number) const {
  const auto found = sent_.find(number);
  return found == sent_.end() ? std::nullopt : std::optional(found->second);
}

Application Processor::Look(const ApplicationId& id) {
  return services_.db.Transact(processor_.scope(),
                               [&](db::Tx& tx) { return applications::Find(tx, id).value(); });
}

void Processor::Send(const Application& current) {
  Must(applications::Send(services_, processor_, current.id, current.version), "sending");
  sent_.emplace(current.number, current.id);
}

}  // namespace okno::app::demo
