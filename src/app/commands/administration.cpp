// SPDX-License-Identifier: Apache-2.0
#include "commands/administration.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

#include "access/rights.h"
#include "commands/saying.h"
#include "folders.h"
#include "role_titles.h"

namespace okno::app {
namespace {

// Who sits at the command line: the user of the system, and behind `sudo` who became root.
access::Actor Operator() {
  const auto* user = getpwuid(getuid());
  std::string name = user != nullptr ? user->pw_name : std::to_string(getuid());
  if (const char* before = std::getenv("SUDO_USER")) name += fmt::format(" (sudo: {})", before);
  return access::Actor::System("командная строка: " + name);
}

using Choices = std::vector<std::string>;

void SayChoices(const char* title, const Choices& choices) {
  std::cerr << "  " << title << ": ";
  if (choices.empty()) std::cerr << "пока ничего\n";
  for (std::size_t i = 0; i < choices.size(); ++i)
    std::cerr << choices[i] << (i + 1 < choices.size() ? ", " : "\n");
}

Choices Organizations(db::Tx& tx) {
  Choices choices;
  for (const auto& each : access::ListOrganizations(tx))
    choices.push_back(fmt::format("{} ({})", each.code, each.short_name));
  return choices;
}

Choices Branches(db::Tx& tx, const access::Organization& organization) {
  Choices choices;
  for (const auto& each : access::ListBranches(tx, organization.id))
    choices.push_back(fmt::format("{} ({})", each.code, each.name));
  return choices;
}

Choices Units(db::Tx& tx, const access::Organization& organization) {
  Choices choices;
  for (const auto& each : access::ListUnits(tx, organization.id))
    choices.push_back(fmt::format("«{}»", each.name));
  return choices;
}

Choices RolesOf(const access::Organization& organization) {
  const auto own = organization.kind == access::OrganizationKind::kCenter ? access::RoleOf::kCenter
                                                                          : access::RoleOf::kAgency;
  Choices choices;
  for (const auto& role : access::Roles()) {
    if (role.of == own || role.of == access::RoleOf::kBoth)
      choices.push_back(fmt::format("{} ({})", role.name, RoleTitle(role.name)));
  }
  return choices;
}

Choices Logins(db::Tx& tx) {
  Choices choices;
  for (const auto& each : access::ListStaff(tx)) choices.push_back(each.login);
  return choices;
}

// Pointers into a body that nobody sent, as the options of the command line.
void NameOptions(Refusal& refusal) {
  static const std::map<std::string, std::string> kOptions = {
      {"/code", "код"},           {"/login", "логин"},
      {"/password", "пароль"},    {"/branch_id", "--branch"},
      {"/unit_id", "--unit"},     {"/roles", "--role"},
      {"/parent_id", "--parent"}, {"/organization_id", "код организации"}};
  for (auto& field : refusal.fields) {
    const auto named = kOptions.find(field.pointer);
    if (named != kOptions.end()) {
      field.pointer = named->second;
      continue;
    }
    field.pointer = "--" + field.pointer.substr(1);
    std::replace(field.pointer.begin(), field.pointer.end(), '_', '-');
  }
}

}  // namespace

Office::Office(const config::Config& config)
    : database(config, FindFolders(config)),
      db({.dsn = database.dsn, .size = 2}),
      context{db, clock},
      by(Operator()) {}

int SayWithChoices(Office& office, Refusal refusal, const std::string& organization_code) {
  NameOptions(refusal);
  const int code = Say(refusal);
  const auto names = [&](std::string_view option) {
    return std::ranges::any_of(refusal.fields,
                               [&](const auto& field) { return field.pointer == option; });
  };
  office.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    if (refusal.code == "access.user_not_found") SayChoices("Логины", Logins(tx));
    if (refusal.code == "access.organization_not_found")
      SayChoices("Организации", Organizations(tx));
    const auto organization = access::FindOrganizationByCode(tx, organization_code);
    if (!organization) return;
    const bool is_center = organization->kind == access::OrganizationKind::kCenter;
    if (names("--role")) SayChoices("Роли", RolesOf(*organization));
    if (names("--branch") || (names("--parent") && is_center))
      SayChoices("Филиалы", Branches(tx, *organization));
    if (names("--unit") || (names("--parent") && !is_center))
      SayChoices("Подразделения", Units(tx, *organization));
  });
  return code;
}

Result<access::Unit> FindUnitByWords(db::Tx& tx, const access::OrganizationId& organization_id,
                                     const std::string& words, const char* pointer) {
  std::vector<access::Unit> found;
  for (const auto& unit : access::ListUnits(tx, organization_id))
    if (unit.name == words || unit.id.ToString() == words) found.push_back(unit);
  if (found.size() == 1) return found.front();
  const auto* code = found.empty() ? "access.unit_not_found" : "access.unit_ambiguous";
  return Refusal::Invalid("input.invalid", {{pointer, code, {}}});
}

}  // namespace okno::app
