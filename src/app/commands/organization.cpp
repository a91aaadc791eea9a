// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>

#include "access/directory.h"
#include "commands/commands.h"
#include "commands/saying.h"
#include "db/pool.h"
#include "folders.h"
#include "house.h"

namespace okno::app {
namespace {

void Print(const access::Organization& organization) {
  const auto shown = [](const std::string& number) { return number.empty() ? "-" : number; };
  std::cout << fmt::format("{}  {}  ОГРН {}  ИНН {}  КПП {}  {}\n", organization.code,
                           organization.name, shown(organization.ogrn), shown(organization.inn),
                           shown(organization.kpp), organization.address);
}

}  // namespace

int RunOrganizationList(const config::Config& config) {
  const Database database(config, FindFolders(config));
  db::Pool db({.dsn = database.dsn, .size = 2});
  const auto organizations =
      db.Transact(db::Scope::System(), [](db::Tx& tx) { return access::ListOrganizations(tx); });
  for (const auto& organization : organizations) Print(organization);
  return 0;
}

int RunOrganizationSet(const config::Config& config, const OrganizationOptions& options) {
  const Database database(config, FindFolders(config));
  db::Pool db({.dsn = database.dsn, .size = 2});
  const SystemClock clock;
  const auto changed = access::ChangeOrganization({db, clock}, options.code,
                                                  {.name = options.name,
                                                   .short_name = options.short_name,
                                                   .ogrn = options.ogrn,
                                                   .inn = options.inn,
                                                   .kpp = options.kpp,
                                                   .address = options.address});
  if (!changed) return Say(changed.refusal());
  Print(*changed);
  return 0;
}

}  // namespace okno::app
