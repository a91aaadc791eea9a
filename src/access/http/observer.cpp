// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "access/request_audit.h"
#include "access/routes.h"
#include "crypto/hash.h"
#include "storage/audit_store.h"
#include "text/strings.h"

namespace okno::access {
namespace {

constexpr std::size_t kLongestReason = 100;
constexpr std::chrono::minutes kOneReading{10}, kOneTyping{60};  // docs/decisions/0012

// What stands in the place of an id in an address may be anything, of any length; the journal keeps
// what can be one.
std::string IdIn(const std::string& text) {
  const bool plain = std::ranges::all_of(text, [](unsigned char c) { return c >= ' '; });
  return text.size() <= kLongestReason && plain && text::IsValidUtf8(text) ? text : std::string();
}

std::string ObjectId(const http::Request& request, const http::Response& response) {
  for (const auto* name : {"id", "number"}) {
    if (auto named = request.params.find(name); named != request.params.end())
      return IdIn(named->second);
  }
  for (const auto& [name, value] : response.headers) {
    if (name == "Location" && response.status == 201) return value.substr(value.rfind('/') + 1);
  }
  return {};
}

// Cut between characters: half a letter is not UTF-8, and the database would refuse the row.
std::string Reason(const http::Request& request, const http::Response& response) {
  if (!response.audit_reason.empty()) return response.audit_reason;
  auto reason = request.query_value("reason");
  if (reason.size() <= kLongestReason) return std::string(reason);
  std::size_t end = kLongestReason;
  while ((static_cast<unsigned char>(reason[end]) & 0xC0) == 0x80) --end;
  return std::string(reason.substr(0, end));
}

// Views and searches; a print or a check is an act each time.
bool IsReading(const http::Request& request, const AuditEntry& entry) {
  return request.method == "GET" &&
         (entry.event.ends_with("viewed") || entry.event.ends_with("searched"));
}

// Of everything that makes one reading another one.
std::string DigestOf(const http::Request& request) {
  std::string whole = request.path;
  for (const auto& [name, value] : request.query) {
    for (const auto* part : {&name, &value}) {
      whole += '\n' + std::to_string(part->size()) + ':' + *part;
    }
  }
  return crypto::Sha256(whole);
}

// A reading that conflicts is one that came too late for what it may not see any more.
bool IsDenial(const http::Request& request, int status) {
  return status == 403 || status == 404 || (status == 409 && request.method == "GET");
}
bool IsSuccess(int status) { return status >= 200 && status < 300; }

}  // namespace

AuditEntry EntryOf(const http::Request& request, std::string event, std::string object_id) {
  const Principal& principal = Of(request);
  auto kind = event.substr(0, event.find('.'));
  return {.event = std::move(event),
          .organization_id = principal.organization_id,
          .user_id = principal.user_id,
          .user_name = principal.display_name,
          .object_kind = std::move(kind),
          .object_id = std::move(object_id),
          .remote_address = request.remote_address,
          .request_id = request.id};
}

void WriteReading(db::Tx& tx, const http::Request& request, AuditEntry entry, Instant now) {
  if (entry.event.ends_with("viewed") && !request.header("x-okno-refresh").empty()) {
    entry.reason = "refresh";
  }
  storage::WriteReading(tx, entry, {Of(request).session_id, DigestOf(request)}, now - kOneReading,
                        now);
}

void WriteTyping(db::Tx& tx, const http::Request& request, const AuditEntry& entry, Instant now) {
  storage::WriteReading(tx, entry, {Of(request).session_id, DigestOf(request)}, now - kOneTyping,
                        now);
}

http::Observer MakeObserver(const Services& services) {
  return [&services](const http::Request& request, const http::Route& route,
                     const http::Response& response) {
    const bool denied = IsDenial(request, response.status);
    const bool told = denied || (IsSuccess(response.status) && response.audited);
    if (!request.caller || !told) return;
    AuditEntry entry = EntryOf(request, route.audit, ObjectId(request, response));
    entry.reason = Reason(request, response);
    if (denied) {
      entry.reason = std::move(entry.event);
      entry.event = "access.denied";
    }
    const Instant now = services.clock.Now();
    services.db.Transact(Of(request).scope(), [&](db::Tx& tx) {
      if (IsReading(request, entry)) return WriteReading(tx, request, std::move(entry), now);
      if (!response.keyed) return WriteAudit(tx, entry, now);
      storage::WriteKeyed(tx, entry, std::string(request.header("idempotency-key")), now);
    });
  };
}

}  // namespace okno::access
