// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

namespace okno::db {

// A private PostgreSQL cluster below a data folder: made with initdb at the first start, run in a
// session of its own (Ctrl-C does not reach it) over a unix socket only, owned by the user postgres
// when we are root (initdb refuses root). Access is by trust, so the socket's folder is open to its
// owner and root alone.
//
// Several processes may use one folder at once (`okno serve` and `okno demo`): the first starts the
// server, the others attach, and the last one out stops it, whoever started it. When a user is
// killed, the next start takes the running server over. When the server itself dies, a user that is
// left restarts it within moments; connections to it are lost meanwhile and the Pool opens new
// ones.
class Cluster {
 public:
  // Returns when the server answers and the database is there, owned by the role `okno` and with
  // the extensions the rooms use (README). Throws std::runtime_error with a text for a person:
  // PostgreSQL is not installed, the folder can not be used, the server does not start (with the
  // end of its log).
  static std::unique_ptr<Cluster> Start(const std::string& folder, const std::string& database);
  // Stops the server (fast shutdown) when no other process uses it. Close pools and listeners
  // before.
  ~Cluster();
  // Connects as the application role (no superuser, so that row-level security binds it).
  std::string dsn() const;
  // Connects as the cluster's superuser, for backup and restore only.
  std::string admin_dsn() const;

 private:
  struct State;
  explicit Cluster(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace okno::db
