// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "logic/arrival.h"

namespace okno::exchange {
namespace {

namespace fs = std::filesystem;

class LeftoversTest : public ::testing::Test {
 protected:
  ~LeftoversTest() override { fs::remove_all(data_folder); }
  fs::path Make(const std::string& name, std::chrono::minutes age) const {
    const auto path = data_folder / "smev-incoming" / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << "half of a file";
    fs::last_write_time(path, fs::file_time_type::clock::now() - age);
    return path;
  }
  const fs::path data_folder =
      fs::path(::testing::TempDir()) / ("okno-leftovers-" + std::to_string(::getpid()));
};

// A download that runs now, in this process or another, writes to a fresh file.
TEST_F(LeftoversTest, OnlyWhatIsOlderThanADayIsRemoved) {
  const auto old = Make("old", std::chrono::hours(24) + std::chrono::minutes(1));
  const auto fresh = Make("fresh", std::chrono::hours(23));
  RemoveLeftovers(data_folder);
  EXPECT_FALSE(fs::exists(old));
  EXPECT_TRUE(fs::exists(fresh));
}

TEST_F(LeftoversTest, NothingWasEverFetched) { EXPECT_NO_THROW(RemoveLeftovers(data_folder)); }

}  // namespace
}  // namespace okno::exchange
