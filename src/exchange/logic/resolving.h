// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "logic/context.h"
#include "storage/message_store.h"

namespace okno::exchange {

// What a person decides of a parked message.
struct Decision {
  std::string action;  // outgoing: "repeat", "give_up"; incoming: "process", "drop"
  std::string reason;
  access::Actor actor;
  // Services::still_wanted; unset means yes.
  std::function<bool(db::Tx&, const Subject&, const MessageId&)> still_wanted = {};
};
// Carries it out and writes it down with its reason. Of "process" the message that was taken in
// its place is returned, else the same. Refused "exchange.not_found", "exchange.reason_missing",
// "exchange.action_unsuitable", "exchange.superseded" (nobody wants that request sent), and as Retry and ReceiveAgain are.
Result<MessageId> Resolve(const Context& context, const access::OrganizationId& organization_id,
                          const MessageId& id, const Decision& decision);

}  // namespace okno::exchange
