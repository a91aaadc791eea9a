// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "access/principal.h"
#include "db/pool.h"
#include "exchange/exchange.h"
#include "http/router.h"
#include "text/messages.h"
#include "time/time.h"

namespace okno::exchange {

// What the handlers need; everything referred to must outlive the router.
struct Services {
  db::Pool& db;
  files::Store& files;
  const Clock& clock;
  // Titles of message types by namespace, as they are now; unset = none is known.
  std::function<std::map<std::string, std::string>(text::Language)> message_type_titles;
  std::string data_folder;  // relative certificate paths of connections are taken below it
  // Whether the principal may see the application or registration a message belongs to: this room
  // knows neither. `app` wires it. A subject of kind "" is of either kind. Asked for everybody who
  // does not see the whole organization; unset means no.
  std::function<bool(const access::Principal&, const Subject&)> may_see;
  // Numbers of applications, inquiries and registrations as people know them («0101-26-000034»), of
  // those that have one. `app` wires it; unset means none is known.
  std::function<std::map<Uuid, std::string>(const access::Principal&, const std::vector<Subject>&)>
      numbers;
  // Whether the subject of a parked request still wants it sent: what was withdrawn, or has been
  // sent anew by another message, does not. Asked in the transaction that repeats it. Unset means
  // yes.
  std::function<bool(db::Tx&, const Subject&, const MessageId&)> still_wanted;
};
std::vector<http::Route> Routes(const Services& services);

}  // namespace okno::exchange
