// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "http/resources.h"

namespace okno::access {
namespace {

// Those that no route leaves: sign_in.cpp, refused_sign_in.cpp, observer.cpp, and what is done at
// the command line (organizations.cpp, people.cpp, staff.cpp).
constexpr const char* kOwnEvents[] = {
    "access.denied",        "session.started",       "session.refused",
    "session.paused",       "session.proof_refused", "organization.created",
    "organization.changed", "branch.created",        "unit.created",
    "user.created",         "user.password_reset",   "user.second_factor_reset",
    "user.locked",          "user.unlocked"};

Json Titled(const std::set<std::string>& codes, const std::string& prefix,
            const http::Request& request, const text::Catalog& texts) {
  Json items = Json::array();
  for (const auto& code : codes) {
    items.push_back({{"code", code}, {"title", texts.Text(prefix + code, request.language)}});
  }
  return items;
}

}  // namespace

Result<http::Response> GetAuditWords(const Services& services, const AuditWiring& wiring,
                                     const http::Request& request) {
  std::set<std::string> events(std::begin(kOwnEvents), std::end(kOwnEvents));
  if (wiring.events) {
    for (auto& event : wiring.events()) events.insert(std::move(event));
  }
  std::set<std::string> kinds;
  for (const auto& event : events) {
    if (event != "access.denied") kinds.insert(event.substr(0, event.find('.')));
  }
  return http::Response::Of({{"events", Titled(events, "audit_event.", request, services.texts)},
                             {"kinds", Titled(kinds, "audit_kind.", request, services.texts)}});
}

}  // namespace okno::access
