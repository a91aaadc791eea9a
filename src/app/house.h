// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "access/routes.h"
#include "config/config.h"
#include "db/cluster.h"
#include "db/pool.h"
#include "files/store.h"
#include "folders.h"
#include "http/hub.h"
#include "http/metrics.h"
#include "http/router.h"
#include "jobs/jobs.h"
#include "text/messages.h"
#include "time/time.h"

namespace okno::app {

struct Rooms;

// A database that is up and current: the configured one, or the private cluster, which runs while
// this lives.
struct Database {
  Database(const config::Config& config, const Folders& folders);
  std::unique_ptr<db::Cluster> cluster;  // null with a DSN
  std::string dsn;
};

// All a process works with, made once in the order of the house and handed down by reference.
// Making it starts the database, applies migrations, reads the content and wires the rooms; it
// serves nothing and runs no job yet.
struct House {
  // `time` stands in for the system's clock (the demo lives through past days); must outlive this.
  explicit House(const config::Config& config, const Clock* time = nullptr);
  ~House();
  House(const House&) = delete;

  const config::Config& config;
  Folders folders;
  SystemClock system_clock;
  const Clock& clock;
  Database database;
  http::Metrics metrics;
  db::Pool db;
  std::unique_ptr<files::Store> files;
  text::Catalog texts;
  http::Hub hub;
  jobs::Runner runner;
  access::Services access;
  std::unique_ptr<Rooms> rooms;
  http::Router router;
};

}  // namespace okno::app
