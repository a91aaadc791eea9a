// SPDX-License-Identifier: Apache-2.0
#include "access/request_audit.h"
#include "applications/by_number.h"
#include "http/handlers.h"

namespace okno::applications {
namespace {

Json ToJson(const CaseState& state) {
  Json json = {{"number", state.number},
               {"service_name", state.service_name},
               {"status", Word(state.status)},
               {"branch_name", state.branch.name},
               {"branch_address", state.branch.address},
               {"may_be_issued_here", state.may_be_issued_here}};
  if (state.issue_branch) json["issue_branch_name"] = *state.issue_branch;
  if (state.planned_date) json["planned_date"] = FormatDate(*state.planned_date);
  if (state.may_be_opened) json["id"] = state.id.ToString();
  return json;
}

}  // namespace

Result<http::Response> GetCaseState(const Door& door, const http::Request& request) {
  const auto state = GetStateByNumber(door.services, access::Of(request), request.param("number"));
  if (!state) return state.refusal();
  // The journal names the case by its id, which is nothing for who may not open it.
  const auto& services = door.services;
  services.db.Transact(access::Of(request).scope(), [&](db::Tx& tx) {
    access::WriteReading(tx, request,
                         access::EntryOf(request, "application.state_viewed", state->id.ToString()),
                         services.clock.Now());
  });
  auto response = http::Response::Of(ToJson(*state));
  response.audited = false;
  return response;
}

}  // namespace okno::applications
