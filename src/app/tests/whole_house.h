// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

#include "access/testing.h"
#include "db/testing.h"
#include "house.h"
#include "wiring/migrations.h"
#include "wiring/rooms.h"

namespace okno::app::testing {

// A data folder that goes with the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    if (!mkdtemp(path_.data())) throw std::runtime_error("mkdtemp");
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_ = "/tmp/okno-app-XXXXXX";
};

inline config::Config Settings(const std::string& dsn, const std::string& data) {
  return config::Config::Load("", {{"OKNO_DATABASE_DSN", dsn},
                                   {"OKNO_DATA", data},
                                   {"OKNO_CONTENT", OKNO_SOURCE_DIR "/content"},
                                   {"OKNO_HTTP_PORT", "0"}});
}

// A database that has read the content, as every server's has after its first start.
class FurnishedDatabase : public db::testing::Database {
 public:
  FurnishedDatabase() : Database(AllMigrations()) {
    const TemporaryFolder folder;
    const auto config = Settings(dsn(), folder.path());
    const House reads_the_content(config);
  }
};

// Made once for all tests of the program: catalog and message types are written for a third of a
// second.
inline const db::testing::Database& Furnished() {
  static const FurnishedDatabase database;
  return database;
}

// The whole program on a database of its own with the small world of access, without server and
// jobs. Made once for all tests of a suite: they look and do not touch.
class WholeHouse {
 public:
  db::testing::Database database{Furnished()};
  TemporaryFolder folder;
  config::Config config = Settings(database.dsn(), folder.path());
  House house{config};
  access::testing::House people{house.db, house.clock.Now()};
};

}  // namespace okno::app::testing
