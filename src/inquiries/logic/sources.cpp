// SPDX-License-Identifier: Apache-2.0
#include "logic/sources.h"

#include "access/directory.h"

namespace okno::inquiries {
namespace {

Json CenterJson(db::Tx& tx, const access::Principal& principal) {
  const auto center = access::FindOrganization(tx, principal.organization_id);
  if (!center) return Json::object();
  return {{"name", center->name},
          {"ogrn", center->ogrn},
          {"inn", center->inn},
          {"kpp", center->kpp},
          {"address", center->address}};
}

}  // namespace

Result<std::optional<CaseFacts>> LookUpCase(const Services& services,
                                            const access::Principal& principal,
                                            const std::optional<CaseReference>& about) {
  if (!about) return std::optional<CaseFacts>();
  auto facts = services.find_case ? services.find_case(principal, *about) : std::nullopt;
  if (!facts) return Refusal::NotFound("inquiries.case_not_found");
  return facts;
}

message_types::Context SourcesOf(db::Tx& tx, const access::Principal& principal,
                                 const Json& applicant, const CaseItem& made_for, Instant now) {
  message_types::Context context;
  context.now = now;
  context.sources = {{"center", CenterJson(tx, principal)},
                     {"operator", {{"name", principal.display_name}}}};
  if (!applicant.is_null()) context.sources["applicant"] = applicant;
  const auto& [facts, item] = made_for;
  if (!facts) return context;
  auto& application = context.sources["application"] = facts->application;
  const auto records = facts->records.find(item);
  if (records != facts->records.end()) application["record"] = records->second.front();
  return context;
}

}  // namespace okno::inquiries
