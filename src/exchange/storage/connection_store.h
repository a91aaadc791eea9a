// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/exchange.h"

namespace okno::exchange::storage {

// How asking one queue of the bus has gone.
struct QueuePolls {
  int empty = 0;  // visits in a row that found nothing
  Instant next;   // not to be asked before
};

// A connection with what the worker has learnt of it.
struct ConnectionRow {
  Connection connection;
  long long revision = 0;           // grows with every change of the settings
  std::string state;                // "up", "down", "unknown"
  int failures = 0;                 // in a row
  std::optional<Instant> retry_at;  // while down: nobody calls before
  std::string last_error;
  std::optional<Instant> last_success_at;
  long long waiting = 0;      // only in lists
  long long undelivered = 0;  // only in lists: given up by the schedule, a person decides
  std::map<std::string, QueuePolls> polls;   // by the name of the queue
  std::vector<std::string> former_node_ids;  // NodeIDs it had before: their queues are still ours

  // Whether calling now is useless: the bus was down a moment ago.
  bool IsClosed(Instant now) const { return state == "down" && retry_at && *retry_at > now; }
};

std::vector<ConnectionRow> List(db::Tx& tx);
std::optional<ConnectionRow> Find(db::Tx& tx, const ConnectionId& id);
std::optional<ConnectionRow> Lock(db::Tx& tx, const ConnectionId& id);
// False: messages have gone through it.
bool Delete(db::Tx& tx, const ConnectionId& id);
std::optional<ConnectionRow> FindOfOrganization(db::Tx& tx, const access::OrganizationId& id);

// True when it was not up before.
bool MarkUp(db::Tx& tx, const ConnectionId& id, Instant now);
void MarkDown(db::Tx& tx, const ConnectionId& id, Instant now, std::string_view error);
// The bus answers, but refuses us: shown to the administrator.
void NoteError(db::Tx& tx, const ConnectionId& id, std::string_view error);
// How long a probe keeps the others away.
inline constexpr std::chrono::minutes kProbe{1};
// While down, one caller at a time may probe; the others keep away until `until`. False: somebody
// else does.
bool TakeProbe(db::Tx& tx, const ConnectionId& id, Instant now, Instant until);

// A queue is polled by one process at a time; the lease ends by itself when the process dies.
bool TakePollLease(db::Tx& tx, const ConnectionId& id, Instant now, Instant until);
// The poll lease goes on until `until`: this visit takes long.
void KeepPollLease(db::Tx& tx, const ConnectionId& id, Instant until);
// After a visit: how each queue was found; the next visit is due when the first of them is.
void NotePolls(db::Tx& tx, const ConnectionId& id, const std::map<std::string, QueuePolls>& polls);
// Nothing is to be asked before `next`, whatever the queues say, because of `error`.
void PutOffPolls(db::Tx& tx, const ConnectionId& id, Instant next, std::string_view error);
std::vector<ConnectionId> ListToPoll(db::Tx& tx, Instant now);
void DropPollLease(db::Tx& tx, const ConnectionId& id);

}  // namespace okno::exchange::storage
