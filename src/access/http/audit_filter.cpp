// SPDX-License-Identifier: Apache-2.0
#include "http/audit_filter.h"

#include <charconv>
#include <limits>
#include <set>

#include "access/directory.h"

namespace okno::access {
namespace {

// The journal has no other days, and a moment far off is none that the database can hold.
constexpr std::chrono::year kFirstYear{1900}, kLastYear{2200};

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

// Midnight at which the day begins in `zone`, `later` days on; empty when none is given.
Result<std::optional<Instant>> Midnight(const http::Request& request, const char* name,
                                        std::chrono::days later, const std::string& zone) {
  const auto text = request.query_value(name);
  if (text.empty()) return std::optional<Instant>();
  const auto date = ParseDate(text);
  if (!date || date->year() < kFirstYear || date->year() > kLastYear)
    return Refusal::Invalid("input.invalid", {{std::string("/") + name, "field.date", {}}});
  const Date day(std::chrono::sys_days(*date) + later);
  return std::optional(LocalMoment(day, std::chrono::minutes(0), zone));
}

std::string ZoneOf(const Services& services, const Principal& reader) {
  return services.db.Transact(reader.scope(), [&](db::Tx& tx) {
    return FindOrganization(tx, reader.organization_id).value().time_zone;
  });
}

Outcome ReadPeriod(const Services& services, const http::Request& request,
                   storage::AuditFilter& filter) {
  if (!Given(request, "from") && !Given(request, "to")) return Done();
  const auto zone = ZoneOf(services, Of(request));
  const auto from = Midnight(request, "from", std::chrono::days(0), zone);
  if (!from) return from.refusal();
  const auto until = Midnight(request, "to", std::chrono::days(1), zone);
  if (!until) return until.refusal();
  filter.from = *from;
  filter.until = *until;
  return Done();
}

// Of one object, which is asked for by kind and id: what was done with it and with all about it.
// Whether there is more about it than is looked through.
bool WidenToAbout(const AuditWiring& wiring, const Principal& reader,
                  storage::AuditFilter& filter) {
  if (!wiring.about || !filter.object_kind || !filter.object_id) return false;
  auto [about, incomplete] = wiring.about(reader, {*filter.object_kind, *filter.object_id});
  if (filter.objects) {
    const std::set<AuditObject> found(filter.objects->begin(), filter.objects->end());
    std::erase_if(about, [&](const AuditObject& object) { return !found.contains(object); });
  }
  filter.objects = std::move(about);
  filter.object_kind.reset();
  filter.object_id.reset();
  return incomplete;
}

}  // namespace

Result<AuditQuestion> ReadAuditFilter(const Services& services, const AuditWiring& wiring,
                                      const http::Request& request) {
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
  const auto period = ReadPeriod(services, request, filter);
  if (!period) return period.refusal();
  const auto typed = request.query_value("q");
  AuditFound found;
  if (!typed.empty()) {
    if (wiring.find) found = wiring.find(Of(request), typed);
    filter.objects = std::move(found.objects);
  }
  found.incomplete = WidenToAbout(wiring, Of(request), filter) || found.incomplete;
  return AuditQuestion{std::move(filter), found.incomplete};
}

}  // namespace okno::access
