// SPDX-License-Identifier: Apache-2.0
#include "whole_house.h"

namespace okno::app::testing {
namespace {

TEST(Uploads, EveryRoomTakesFilesUpToTheOneSetting) {
  db::testing::Database database{AllMigrations()};
  TemporaryFolder folder;
  const auto config = config::Config::Load("", {{"OKNO_DATABASE_DSN", database.dsn()},
                                                {"OKNO_DATA", folder.path()},
                                                {"OKNO_CONTENT", OKNO_SOURCE_DIR "/content"},
                                                {"OKNO_UPLOAD_MAX_MEGABYTES", "3"}});
  const House house(config);
  const std::uint64_t three = 3 * 1024 * 1024;
  EXPECT_EQ(house.rooms->documents.uploads.max_bytes, three);
  EXPECT_EQ(house.rooms->applications.uploads.max_bytes, three);
  EXPECT_EQ(house.rooms->agency.policy.max_bytes, three);
  for (const auto* pattern :
       {"/api/v1/applicants/{id}/files", "/api/v1/applications/{id}/documents"}) {
    EXPECT_LT(house.router.Find("POST", pattern).route->body_limit, 5u * 1024 * 1024) << pattern;
  }
}

}  // namespace
}  // namespace okno::app::testing
