// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/employment.h"

#include "access/rights.h"

namespace okno::access::rules {
namespace {

bool Fits(const Role& role, OrganizationKind kind) {
  if (role.of == RoleOf::kBoth) return true;
  return (role.of == RoleOf::kCenter) == (kind == OrganizationKind::kCenter);
}

void JudgeRole(const Employee& draft, const std::string& name, OrganizationKind kind,
               std::vector<FieldError>& errors) {
  const Role* role = FindRole(name);
  if (!role || !Fits(*role, kind)) {
    errors.push_back({"/roles", "access.role_unknown", name});
  } else if (role->territory == Territory::kOwnBranch && !draft.branch_id) {
    errors.push_back({"/branch_id", "field.required", {}});
  } else if (role->territory == Territory::kOwnUnits && !draft.unit_id) {
    errors.push_back({"/unit_id", "field.required", {}});
  }
}

}  // namespace

std::vector<FieldError> JudgeEmployee(const Employee& draft, OrganizationKind kind) {
  std::vector<FieldError> errors;
  if (draft.last_name.empty()) errors.push_back({"/last_name", "field.required", {}});
  if (draft.first_name.empty()) errors.push_back({"/first_name", "field.required", {}});
  if (draft.roles.empty()) errors.push_back({"/roles", "field.required", {}});
  for (const auto& role : draft.roles) JudgeRole(draft, role, kind, errors);
  return errors;
}

}  // namespace okno::access::rules
