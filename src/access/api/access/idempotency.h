// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "base/result.h"
#include "db/pool.h"
#include "json/json.h"
#include "time/time.h"

// A create that is sent again under its Idempotency-Key has one effect and gets the first answer.
// Use in the transaction of the effect:
//   auto replay = access::Replay(tx, key);
//   if (!replay) return replay.refusal();
//   if (*replay) return Find(tx, …(**replay)["id"]…);
//   … the effect …
//   access::Remember(tx, key, {{"id", id.ToString()}}, now);
// A refused create rolls back and remembers nothing: sent again, it is judged again. The handler
// sets Response::keyed, always together with Replay: the observer tells the second request as a
// repeat of the first (docs/decisions/0017).
namespace okno::access {

inline constexpr char kRepeat[] = "repeat";  // the reason of an entry that is no second action

struct CreateKey {
  OrganizationId organization_id;
  UserId user_id;
  std::string key;             // http::IdempotencyKey
  std::string operation;       // "applications.create"
  std::string request_sha256;  // raw; what makes two requests equal
};
// `request` stands for the whole input: the body as it came, or the parsed draft as JSON text.
CreateKey MakeCreateKey(const Principal& principal, std::string key, std::string_view operation,
                        std::string_view request);

// What was remembered under the key, or nothing when it is new. Makes a second request with the
// same key wait until the first has committed or failed. Refused "request.idempotency_mismatch"
// when the key came with another request.
Result<std::optional<Json>> Replay(db::Tx& tx, const CreateKey& key);
// `answer` is kept for a week: ids are enough, personal data have no place in it. Queued with the
// next statement.
void Remember(db::Tx& tx, const CreateKey& key, const Json& answer, Instant now);

// Periodic task: forgets what is older than a week; returns how many.
long long ForgetOldKeys(db::Pool& db, Instant now);

}  // namespace okno::access
