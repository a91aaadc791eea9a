// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <limits>

#include "access/audit.h"
#include "http/resources.h"
#include "storage/audit_store.h"

namespace okno::access {
namespace {

std::optional<std::string> Given(const http::Request& request, const char* name) {
  auto value = request.query_value(name);
  return value.empty() ? std::optional<std::string>() : std::string(value);
}

// A number of the query within bounds; absent: `otherwise`; anything else is refused.
Result<long long> Number(const http::Request& request, const char* name, long long most,
                         long long otherwise) {
  const auto text = request.query_value(name);
  if (text.empty()) return otherwise;
  long long value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > most) {
    return Refusal::Invalid("input.invalid", {{std::string("/") + name, "field.type", {}}});
  }
  return value;
}

Result<storage::AuditFilter> ReadFilter(const http::Request& request) {
  constexpr long long kEnd = std::numeric_limits<long long>::max();
  auto before = Number(request, "cursor", kEnd, kEnd);
  if (!before) return before.refusal();
  auto limit = Number(request, "limit", 200, 50);
  if (!limit) return limit.refusal();
  storage::AuditFilter filter{.organization_id = Of(request).organization_id,
                              .object_kind = Given(request, "object_kind"),
                              .object_id = Given(request, "object_id"),
                              .event = Given(request, "event"),
                              .before = *before,
                              .limit = static_cast<int>(*limit)};
  if (auto user = Given(request, "user_id")) {
    filter.user_id = UserId::Parse(*user);
    if (!filter.user_id) {
      return Refusal::Invalid("input.invalid", {{"/user_id", "field.type", {}}});
    }
  }
  return filter;
}

Json ToJson(const storage::StoredEntry& stored, const Services& services, text::Language language) {
  const AuditEntry& entry = stored.entry;
  return {{"serial", stored.serial},
          {"at", FormatInstant(stored.at)},
          {"event", entry.event},
          {"event_title", services.texts.Text("audit_event." + entry.event, language)},
          {"user_name", entry.user_name},
          {"object_kind", entry.object_kind},
          {"object_id", entry.object_id},
          {"reason", entry.reason},
          {"remote_address", entry.remote_address}};
}

}  // namespace

Result<http::Response> GetAuditEntries(const Services& services, const http::Request& request) {
  auto filter = ReadFilter(request);
  if (!filter) return filter.refusal();
  SealAudit(services.db);  // what was done a moment ago is in the list
  ++filter->limit;         // one more tells whether there is a next page
  auto entries = services.db.Transact(
      Of(request).scope(), [&](db::Tx& tx) { return storage::ListEntries(tx, *filter); });
  Json body{{"items", Json::array()}};
  if (static_cast<int>(entries.size()) == filter->limit) {
    entries.pop_back();
    body["next_cursor"] = std::to_string(entries.back().serial);
  }
  for (const auto& entry : entries) {
    body["items"].push_back(ToJson(entry, services, request.language));
  }
  return http::Response::Of(body);
}

Result<http::Response> GetAuditVerification(const Services& services,
                                            const http::Request& request) {
  const auto verdict = VerifyAudit(services.db, Of(request).organization_id);
  Json body{{"checked", verdict.checked}, {"intact", !verdict.first_broken}};
  if (verdict.first_broken) body["first_broken"] = *verdict.first_broken;
  return http::Response::Of(body);
}

}  // namespace okno::access
