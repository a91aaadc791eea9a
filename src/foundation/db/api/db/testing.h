// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>

#include "db/migrations.h"

namespace okno::db::testing {

// A fresh database for one test, copied from a template that is migrated once per set of migrations
// and shared by all test programs of the run. The cluster comes from scripts/test-cluster
// (OKNO_TEST_CLUSTER=its folder); without that variable a private one is started and stopped with
// the program. Connects as a role bound by row-level security.
class Database {
 public:
  explicit Database(std::span<const std::span<const Migration>> rooms);
  // A copy of `model` as it lies now: what many tests begin with is written once. Nobody may be
  // connected to `model`; who has just gone is waited for.
  explicit Database(const Database& model);
  ~Database();  // drops it
  Database& operator=(const Database&) = delete;
  const std::string& dsn() const { return dsn_; }
  // The server side is cut off: every connection to this database is terminated (a test of
  // recovery).
  void TerminateConnections() const;

 private:
  void CopyFrom(const std::string& model);

  std::string name_, dsn_, admin_dsn_;
};

}  // namespace okno::db::testing
