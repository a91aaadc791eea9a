// SPDX-License-Identifier: Apache-2.0
#include "access/request_audit.h"
#include "access/routes.h"

namespace okno::access {
namespace {

constexpr std::size_t kLongestReason = 100;

std::string ObjectId(const http::Request& request, const http::Response& response) {
  if (auto id = request.params.find("id"); id != request.params.end()) return id->second;
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

bool IsDenial(int status) { return status == 403 || status == 404; }
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

http::Observer MakeObserver(const Services& services) {
  return [&services](const http::Request& request, const http::Route& route,
                     const http::Response& response) {
    const bool told = IsDenial(response.status) || (IsSuccess(response.status) && response.audited);
    if (!request.caller || !told) return;
    AuditEntry entry = EntryOf(request, route.audit, ObjectId(request, response));
    entry.reason = Reason(request, response);
    if (IsDenial(response.status)) {
      entry.reason = std::move(entry.event);
      entry.event = "access.denied";
    }
    services.db.Transact(Of(request).scope(),
                         [&](db::Tx& tx) { WriteAudit(tx, entry, services.clock.Now()); });
  };
}

}  // namespace okno::access
