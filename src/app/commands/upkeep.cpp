// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "access/audit.h"
#include "access/directory.h"
#include "commands/commands.h"
#include "db/pool.h"
#include "folders.h"
#include "house.h"
#include "http/client.h"
#include "http/openapi.h"

namespace okno::app {

int RunMigrate(const config::Config& config) {
  const Database database(config, FindFolders(config));
  std::cout << "okno: схема базы данных соответствует программе\n";
  return 0;
}

int RunAuditVerify(const config::Config& config) {
  const Database database(config, FindFolders(config));
  db::Pool db({.dsn = database.dsn, .size = 2});
  const auto organizations =
      db.Transact(db::Scope::System(), [](db::Tx& tx) { return access::ListOrganizations(tx); });
  bool intact = true;
  for (const auto& organization : organizations) {
    const auto verdict = access::VerifyAudit(db, organization.id);
    std::cout << organization.short_name << ": записей " << verdict.checked << ", ";
    if (verdict.first_broken) {
      std::cout << "нарушена с записи № " << *verdict.first_broken << "\n";
    } else {
      std::cout << "цепочка цела\n";
    }
    intact = intact && !verdict.first_broken;
  }
  return intact ? 0 : 1;
}

int RunHealthcheck(const config::Config& config) {
  const auto answer = http::Send(
      {.url = "http://" + config.Text("http.listen") + ":" + config.Text("http.port") + "/readyz",
       .timeout = std::chrono::seconds(5)});
  if (answer.status == 200) return 0;
  std::cerr << "okno: сервер не готов: " << (answer.status ? answer.body : answer.error) << "\n";
  return 1;
}

int PrintOpenApi() {
  std::cout << BundleOpenApi().dump(2) << "\n";
  return 0;
}

int PrintConfig(const config::Config& config) {
  for (const auto& [key, value] : config.Describe()) std::cout << key << " = " << value << "\n";
  return 0;
}

}  // namespace okno::app
