// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "access/directory.h"
#include "http/resources.h"

namespace okno::access {
namespace {

struct House {
  Organization organization;
  std::vector<Branch> branches;
  std::vector<Unit> units;
};

House ReadHouse(db::Tx& tx, const OrganizationId& id) {
  auto organization = FindOrganization(tx, id);
  if (!organization) throw std::runtime_error("access: the organization of a session is gone");
  return {*organization, ListBranches(tx, id), ListUnits(tx, id)};
}

Json ToJson(const Branch& branch) {
  Json json{{"id", branch.id.ToString()},
            {"code", branch.code},
            {"name", branch.name},
            {"address", branch.address},
            {"hours", branch.hours}};
  if (branch.parent_id) json["parent_id"] = branch.parent_id->ToString();
  return json;
}

Json ToJson(const Unit& unit) {
  Json json{{"id", unit.id.ToString()}, {"name", unit.name}};
  if (unit.parent_id) json["parent_id"] = unit.parent_id->ToString();
  return json;
}

template <typename T>
Json ToJson(const std::vector<T>& values) {
  Json array = Json::array();
  for (const auto& value : values) array.push_back(ToJson(value));
  return array;
}

template <typename T>
Json NamedRef(const std::vector<T>& all, const decltype(T::id)& id) {
  for (const auto& value : all) {
    if (value.id == id) return {{"id", id.ToString()}, {"name", value.name}};
  }
  throw std::logic_error("access: an employee's place is not of the organization");
}

Json ToJson(const Employee& employee, const House& house) {
  Json json{{"id", employee.user_id.ToString()},
            {"display_name", employee.DisplayName()},
            {"roles", employee.roles}};
  if (employee.branch_id) json["branch"] = NamedRef(house.branches, *employee.branch_id);
  if (employee.unit_id) json["unit"] = NamedRef(house.units, *employee.unit_id);
  return json;
}

}  // namespace

Result<http::Response> GetOrganization(const Services& services, const http::Request& request) {
  const Principal& principal = Of(request);
  const House house = services.db.Transact(
      principal.scope(), [&](db::Tx& tx) { return ReadHouse(tx, principal.organization_id); });
  const bool center = house.organization.kind == OrganizationKind::kCenter;
  return http::Response::Of({{"id", house.organization.id.ToString()},
                             {"kind", center ? "center" : "agency"},
                             {"name", house.organization.name},
                             {"short_name", house.organization.short_name},
                             {"branches", ToJson(house.branches)},
                             {"units", ToJson(house.units)}});
}

Result<http::Response> GetEmployees(const Services& services, const http::Request& request) {
  const Principal& principal = Of(request);
  EmployeeFilter filter;
  if (auto role = request.query_value("role"); !role.empty()) filter.role = std::string(role);
  Json items = Json::array();
  services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    items.clear();
    const House house = ReadHouse(tx, principal.organization_id);
    for (const auto& employee : ListEmployees(tx, principal.organization_id, filter)) {
      items.push_back(ToJson(employee, house));
    }
  });
  return http::Response::Of({{"items", std::move(items)}});
}

}  // namespace okno::access
