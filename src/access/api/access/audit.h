// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "access/principal.h"
#include "db/pool.h"
#include "time/time.h"

namespace okno::access {

// One line of the audit trail (audit log, «протокол действий»). Lines of an organization form a hash chain: each
// holds SHA-256 over the previous hash and its own content, so a changed or deleted row is found by VerifyAudit.
struct AuditEntry {
  std::string event;          // "applicant.viewed"
  OrganizationId organization_id;
  std::optional<UserId> user_id;
  std::string user_name;
  std::string object_kind;    // "applicant", "application", …
  std::string object_id;
  std::string reason;         // "case", "search:name,number", "print", "" …
  std::string remote_address;
  std::string request_id;
};
// In the caller's transaction; not chained yet, so that concurrent work never waits for a chain head. SealAudit, a
// periodic task of one process at a time, numbers and chains what was committed since.
void WriteAudit(db::Tx& tx, const AuditEntry& entry, Instant now);

// Marks the answer of a list to `typed`, a search box's content: the reason tells the kinds of terms ("search:name",
// "search:number,date"), never the terms. A list without terms is daily work and leaves no entry.
void NoteSearch(http::Response& response, std::string_view typed);

int SealAudit(db::Pool& pool);  // returns the rows sealed

struct AuditVerdict {
  long long checked = 0;
  std::optional<long long> first_broken;   // serial of the first row that does not fit
};
AuditVerdict VerifyAudit(db::Pool& pool, const OrganizationId& organization_id);

}  // namespace okno::access
