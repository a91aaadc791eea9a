// SPDX-License-Identifier: Apache-2.0
#include "pause.h"

#include <gtest/gtest.h>

namespace okno::jobs {
namespace {

using namespace std::chrono_literals;

TEST(Pause, DoublesUpToFiveMinutes) {
  EXPECT_EQ(PauseAfter(1, 0), 1s);
  EXPECT_EQ(PauseAfter(2, 0), 2s);
  EXPECT_EQ(PauseAfter(9, 0), 256s);
  EXPECT_EQ(PauseAfter(10, 0), 300s);
  EXPECT_EQ(PauseAfter(1000, 0), 300s);
}

TEST(Pause, JitterAddsAtMostAQuarter) {
  EXPECT_EQ(PauseAfter(1, 0.5), 1125ms);
  EXPECT_EQ(PauseAfter(20, 1), 375s);
}

}  // namespace
}  // namespace okno::jobs
