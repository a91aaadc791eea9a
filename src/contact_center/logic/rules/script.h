// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "access/directory.h"
#include "time/time.h"

namespace okno::contact_center::rules {

// What is known when the phone is picked up.
struct Conversation {
  std::string reason;         // "result", "rework"
  bool refused = false;       // the result is a refusal
  std::string greeting_name;  // "Анна Петровна"; an entity's name
  std::string number, service_name;
  std::string rework_reason;
  std::optional<Date> rework_until;
  access::Branch branch;
};
// What to say, Russian: calls are made in Russian whatever language the screens have.
std::string Script(const Conversation& conversation);

}  // namespace okno::contact_center::rules
