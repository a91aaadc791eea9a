// SPDX-License-Identifier: Apache-2.0
#include "access/rights.h"

#include <algorithm>
#include <initializer_list>

namespace okno::access {
namespace {

using Words = std::vector<std::string_view>;

Words Join(std::initializer_list<Words> parts) {
  Words all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

const Words kOperator{"applicants.view",    "applicants.edit",        "services.view",
                      "applications.view",  "applications.file",      "applications.issue",
                      "applications.print", "applications.documents", "message_types.view",
                      "inquiries.view",     "inquiries.send"};
const Words kProcessor{"applicants.view",      "services.view",      "applications.view",
                       "applications.process", "applications.print", "applications.documents",
                       "exchange.view",        "message_types.view", "inquiries.view",
                       "inquiries.send",       "packages.manage"};
const Words kOfficer{"registrations.view", "registrations.decide", "exchange.view",
                     "message_types.view"};

}  // namespace

std::span<const Role> Roles() {
  static const std::vector<Role> roles{
      {"operator", RoleOf::kCenter, Territory::kOwnBranch, kOperator},
      {"processor", RoleOf::kCenter, Territory::kOwnBranch, kProcessor},
      {"auditor", RoleOf::kCenter, Territory::kWholeOrganization,
       Join({kOperator, kProcessor, {"applications.assign", "audit.view"}})},
      {"contact_agent",
       RoleOf::kCenter,
       Territory::kWholeOrganization,
       {"services.view", "applications.view", "calls.view", "calls.record", "applicants.view"}},
      {"officer", RoleOf::kAgency, Territory::kOwnUnits, kOfficer},
      {"agency_manager", RoleOf::kAgency, Territory::kWholeOrganization,
       Join({kOfficer, {"registrations.route", "audit.view"}})},
      {"administrator",
       RoleOf::kBoth,
       Territory::kWholeOrganization,
       {"audit.view", "exchange.view", "exchange.manage", "employees.view", "services.view",
        "message_types.view"},
       // Of the whole installation: what a center sends is not an agency's to change.
       {"message_types.manage"}},
  };
  return roles;
}

const Role* FindRole(std::string_view name) {
  const auto roles = Roles();
  auto found =
      std::find_if(roles.begin(), roles.end(), [&](const Role& role) { return role.name == name; });
  return found == roles.end() ? nullptr : &*found;
}

std::set<std::string, std::less<>> RightsOf(const std::vector<std::string>& roles,
                                            OrganizationKind organization_kind) {
  std::set<std::string, std::less<>> rights;
  for (const auto& name : roles) {
    const Role* role = FindRole(name);
    if (role == nullptr) continue;
    rights.insert(role->rights.begin(), role->rights.end());
    if (organization_kind != OrganizationKind::kCenter) continue;
    rights.insert(role->center_rights.begin(), role->center_rights.end());
  }
  return rights;
}

bool CoversWholeOrganization(const std::vector<std::string>& roles) {
  return std::any_of(roles.begin(), roles.end(), [](const std::string& name) {
    const Role* role = FindRole(name);
    return role && role->territory == Territory::kWholeOrganization;
  });
}

}  // namespace okno::access
