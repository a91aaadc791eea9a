// SPDX-License-Identifier: Apache-2.0
#include "demo/calls.h"

#include "contact_center/calls.h"
#include "demo/must.h"
#include "demo/random.h"
#include "wiring/rooms.h"

namespace okno::app::demo {
namespace {

std::vector<contact_center::Call> WholeList(const contact_center::Services& services,
                                            const access::Principal& agent) {
  std::vector<contact_center::Call> all;
  contact_center::CallQuery query{.limit = 200};
  do {
    auto page = contact_center::ListCalls(services, agent, query);
    all.insert(all.end(), page.calls.begin(), page.calls.end());
    query.cursor = page.next_cursor;
  } while (!query.cursor.empty());
  return all;
}

}  // namespace

void CallApplicants(House& house, std::uint64_t seed, Shift shift) {
  Watch watch(shift.from);
  const contact_center::Services services{house.db, watch, *house.rooms->content.services};
  const auto agent = access::GetPrincipal(house.db, "vasilieva");
  const auto calls = WholeList(services, agent);
  watch.Begin(shift, calls.size());
  for (const auto& call : calls) {
    watch.Pass();
    Random luck(seed, "call" + call.number + watch.Day());
    const int lot = luck.Between(1, 100);
    if (lot > 75) continue;
    Must(contact_center::RecordAttempt(services, agent, call.id,
                                       {.outcome = lot <= 60 ? "reached" : "no_answer"},
                                       "demo-" + Uuid::NewV7().ToString()),
         "call");
  }
}

}  // namespace okno::app::demo
