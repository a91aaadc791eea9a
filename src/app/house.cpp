// SPDX-License-Identifier: Apache-2.0
#include "house.h"

#include "http/system_routes.h"
#include "metrics.h"
#include "wiring/audit_objects.h"
#include "wiring/migrations.h"
#include "wiring/rooms.h"
#include "wiring/texts.h"

namespace okno::app {
namespace {

access::SessionOptions SessionOptionsOf(const config::Config& config) {
  return {.idle = std::chrono::minutes(config.Number("session.idle_minutes")),
          .absolute = std::chrono::hours(config.Number("session.absolute_hours")),
          .secure_cookie = config.Flag("http.secure")};
}

}  // namespace

Database::Database(const config::Config& config, const Folders& folders)
    : dsn(config.Text("database.dsn")) {
  if (dsn.empty()) {
    cluster = db::Cluster::Start(folders.data + "/postgres", "okno");
    dsn = cluster->dsn();
  }
  db::Migrate(dsn, AllMigrations());
}

House::House(const config::Config& settings, const Clock* time)
    : config(settings),
      folders(FindFolders(settings)),
      clock(time != nullptr ? *time : system_clock),
      database(settings, folders),
      db({.dsn = database.dsn, .size = static_cast<int>(settings.Number("database.pool_size"))}),
      files(files::OpenFolderStore(folders.data + "/files")),
      runner(db, clock),
      access{db, clock, texts, SessionOptionsOf(settings),
             access::SecretKeys::Load(folders.data + "/second-factor.keys")} {
  access::ResealSecrets(db, access.keys);
  AddTexts(texts);
  ObserveDatabase(db, metrics);
  rooms = std::make_unique<Rooms>(*this);
  router.Add(SystemRoutes(*this));
  router.Add(access::Routes(access, WireAudit(*rooms)));
  rooms->AddRoutes(router);
}

House::~House() = default;

}  // namespace okno::app
