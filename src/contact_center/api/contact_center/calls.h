// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/directory.h"
#include "access/principal.h"
#include "applications/application.h"
#include "base/result.h"
#include "catalog/service.h"
#include "db/pool.h"
#include "time/time.h"

// Whom to call: results that wait, cases returned for rework, and days moved past what the receipt
// promises.
namespace okno::contact_center {

using CallId = Id<struct CallTag>;

struct Services {
  db::Pool& db;
  const Clock& clock;
  const catalog::Catalog& catalog;
};

struct Attempt {
  Instant at;
  std::string by, outcome, note;
  bool operator==(const Attempt&) const = default;
};
// Somebody else answers at the number of the applicant's card.
struct WrongNumber {
  Instant at;
  std::string by;
  bool operator==(const WrongNumber&) const = default;
};
// A call with what the agent needs on the phone.
struct Call {
  CallId id;
  std::string reason;    // "result", "rework", "later"
  bool refused = false;  // the result is the agency's refusal
  applications::ApplicationId application_id;
  std::string number, service_name, applicant_name, phone;
  // What to say, Russian. Whoever lifts the phone hears `opening` alone; `check` tells the agent
  // how to make sure that it is the applicant; only then comes `text` (152-ФЗ art. 7: nothing of
  // the case to anybody else).
  std::string opening, check, text;  // `check` names what identifies them: not in a list
  std::string branch_name;
  std::vector<Attempt> attempts;
  std::optional<Instant> call_back_at;
  std::optional<WrongNumber> wrong_number;  // while the card has that number
  std::optional<Date> rework_until;
  Instant since, next_at;
  bool done = false;
};

struct CallQuery {
  std::string reason;         // "" = any
  std::string typed;          // number or part of the applicant's name; finds wrong numbers, too
  bool wrong_number = false;  // those whose number is wrong, instead of those to be called
  std::string cursor;
  int limit = 50;
};
struct CallPage {
  std::vector<Call> calls;
  long long total = 0;
  std::string next_cursor;  // "" at the end
};
CallPage ListCalls(const Services& services, const access::Principal& principal,
                   const CallQuery& query);

// The call that an agent has before them. Refused "contact_center.not_found", and
// "contact_center.done": nobody is to be asked who they are any more.
Result<Call> FindCall(const Services& services, const access::Principal& principal,
                      const CallId& id);

struct AttemptInput {
  std::string outcome;  // "reached", "no_answer", "busy", "wrong_number", "call_back"
  std::string note;
  std::optional<Instant> call_back_at;
  std::string phone;  // that was dialled, as the call gave it; "" = what the card has now
};
// What came of a call. `reached` ends it, and makes a result ready to issue. `wrong_number` marks
// the number and tells it to the case's history: until the card has another one, or somebody is
// reached at it, it is not offered to be called. Not when the card has another number by now.
// Refused "contact_center.not_found", "contact_center.done", "input.invalid".
Result<Call> RecordAttempt(const Services& services, const access::Principal& principal,
                           const CallId& id, const AttemptInput& input,
                           const std::string& idempotency_key);

}  // namespace okno::contact_center
