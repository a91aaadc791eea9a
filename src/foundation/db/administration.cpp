// SPDX-License-Identifier: Apache-2.0
#include "administration.h"

#include "db/queries.h"

namespace okno::db {

std::unique_ptr<Connection> Administer(const std::string& dsn) {
  const SessionSettings unlimited{
      .dsn = dsn, .statement_timeout = {}, .lock_timeout = {}, .idle_in_transaction_timeout = {}};
  return std::make_unique<Connection>(unlimited,
                                      std::chrono::steady_clock::now() + std::chrono::seconds(30));
}

int RunWritten(Connection& connection, const Query& query, std::vector<Parameter> parameters) {
  connection.Push(query, std::move(parameters));
  const Rows statements = connection.Exchange();
  for (const Row row : statements) connection.RunScript(row["statement"].Text());
  return statements.size();
}

void EnsureRole(Connection& connection) {
  RunWritten(connection, queries::kCreateRoleStatement, {ToParameter(kApplicationRole)});
}

void EnsureExtensions(Connection& connection) {
  RunWritten(connection, queries::kCreateExtensionStatements, {});
}

}  // namespace okno::db
