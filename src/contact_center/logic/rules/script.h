// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "access/directory.h"
#include "time/time.h"

namespace okno::contact_center::rules {

// What is known when the phone is picked up.
struct Conversation {
  std::string reason;                    // "result", "rework", "later"
  bool refused = false;                  // the result is a refusal
  bool though_withdrawn = false;         // the applicant had taken the application back
  bool on_paper = false;                 // the result lies in the branch of the case, nowhere else
  std::string greeting_name;             // "Анна Петровна"; an entity's name
  std::optional<std::string> head_name;  // of an entity, whom to ask for; "" when nobody is known
  std::optional<Date> birth_date;        // of a person
  std::string number, service_name;
  std::string rework_reason;
  std::optional<Date> rework_until;
  std::optional<Date> planned_date, promised_date;
  access::Branch branch;
};
// What to say, Russian: calls are made in Russian whatever language the screens have. Before the
// person is known to be the applicant nothing is told of the service, the number or the matter:
// 152-ФЗ art. 7 (personal data are not disclosed to others without consent).
struct Speech {
  std::string opening;  // to whoever lifts the phone
  std::string check;    // for the agent: what the person has to name, and what to do when they fail
  std::string text;     // to the applicant
};
Speech Script(const Conversation& conversation);

}  // namespace okno::contact_center::rules
