// SPDX-License-Identifier: Apache-2.0
#include "demo/mailbox.h"

#include <algorithm>
#include <utility>

#include "demo/region.h"
#include "testbed/control.h"
#include "wiring/rooms.h"

namespace okno::app::demo {

Mailbox::Mailbox(House& house, std::string testbed)
    : house_(house), testbed_(std::move(testbed)), ours_(Mnemonics()) {}

// A poll asks three queues of each organization, signed and verified, full or empty.
int Mailbox::Collect() {
  const auto waiting = testbed::control::FetchRecipients(testbed_);
  const bool any =
      std::ranges::any_of(waiting, [&](const auto& mnemonic) { return ours_.contains(mnemonic); });
  return any ? house_.rooms->exchange_worker->PollNow() : 0;
}

}  // namespace okno::app::demo
