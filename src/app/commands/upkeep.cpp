// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>

#include "access/audit.h"
#include "access/directory.h"
#include "commands/commands.h"
#include "db/pool.h"
#include "folders.h"
#include "house.h"
#include "http/client.h"
#include "http/openapi.h"
#include "wiring/file_sweep.h"

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

int RunFilesSweep(const config::Config& config, bool all) {
  House house(config);
  const auto swept = SweepFiles(house, all ? Brake::kOff : Brake::kOn);
  std::cout << fmt::format("Убрано на неделю: {}, возвращено: {}, уничтожено: {} ({:.1f} МБ)\n",
                           swept.set_aside, swept.put_back, swept.destroyed,
                           static_cast<double>(swept.destroyed_bytes) / (1 << 20));
  if (!swept.refused) return 0;
  std::cerr << fmt::format(
      "okno: файлов, на которые база не ссылается: {} — больше десятой части хранилища, не убран "
      "ни "
      "один. Проверьте, та ли это база и вся ли она восстановлена; если та — okno files sweep "
      "--all\n",
      swept.refused);
  return 1;
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
  const auto values = config.Describe();
  for (const auto& setting : config::Settings()) {
    std::cout << "# " << setting.help << "\n"
              << setting.key << " = " << values.at(std::string(setting.key)) << "\n";
  }
  return 0;
}

}  // namespace okno::app
