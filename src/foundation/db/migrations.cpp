// SPDX-License-Identifier: Apache-2.0
#include "db/migrations.h"

#include "connection.h"
#include "db/queries.h"
#include "log/log.h"

namespace okno::db {
namespace {

constexpr long long kMigrationsLock = 0x6f6b6e6f6d696772;  // "oknomigr"
constexpr std::chrono::seconds kMigrationConnectLimit{10};

Rows Run(Connection& connection, const Query& query, std::vector<Parameter> parameters = {}) {
  connection.Push(query, std::move(parameters));
  return connection.Exchange();
}

std::string NameOf(const Migration& step) {
  return std::string(step.room) + "/" + std::string(step.name);
}

bool IsApplied(Connection& connection, const Migration& step) {
  const Rows rows = Run(connection, queries::kFindMigration,
                        {ToParameter(step.room), ToParameter(step.name), ToParameter(step.sql)});
  if (rows.empty()) return false;
  if (rows.front()["unchanged"].As<bool>()) return true;
  throw std::runtime_error("migration " + NameOf(step) +
                           " was applied earlier with another text; released steps never change");
}

void Apply(Connection& connection, const Migration& step) {
  connection.Begin(Scope::System());
  connection.Exchange();
  try {
    connection.RunScript(std::string(step.sql));
  } catch (const Error& error) {
    throw std::runtime_error("migration " + NameOf(step) + " failed: " + error.what());
  }
  connection.Push(queries::kInsertMigration,
                  {ToParameter(step.room), ToParameter(step.name), ToParameter(step.sql)});
  connection.Commit();
  log::Info("migration_applied", {{"room", step.room}, {"step", step.name}});
}

}  // namespace

std::vector<std::string> Migrate(const std::string& dsn,
                                 std::span<const std::span<const Migration>> rooms) {
  // A step may rewrite a large table and the lock may be long held by another process: no limits
  // here.
  Connection connection(
      {.dsn = dsn, .statement_timeout = {}, .lock_timeout = {}, .idle_in_transaction_timeout = {}},
      std::chrono::steady_clock::now() + kMigrationConnectLimit);
  Run(connection, queries::kLockExclusively, {ToParameter(kMigrationsLock)});
  Run(connection, queries::kCreateMigrationsSchema);
  Run(connection, queries::kCreateMigrationsTable);
  std::vector<std::string> applied;
  for (const auto& room : rooms) {
    for (const Migration& step : room) {
      if (IsApplied(connection, step)) continue;
      Apply(connection, step);
      applied.push_back(NameOf(step));
    }
  }
  return applied;
}

}  // namespace okno::db
