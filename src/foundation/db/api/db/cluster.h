// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

namespace okno::db {

// A private PostgreSQL cluster below a data folder: made with initdb at the first start, run as a child of this
// process over a unix socket only, owned by the user postgres when we are root (initdb refuses root). After a crash
// of either side it is taken over or restarted cleanly. The destructor stops it (fast shutdown).
class Cluster {
 public:
  // Throws std::runtime_error with a text for a person: PostgreSQL is not installed, the folder is not ours, the
  // cluster is in use by another okno (its pid named).
  static std::unique_ptr<Cluster> Start(const std::string& folder, const std::string& database);
  ~Cluster();
  // Connects as the application role (no superuser, so that row-level security binds it).
  std::string dsn() const;

 private:
  struct State;
  explicit Cluster(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace okno::db
