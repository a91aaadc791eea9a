// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace okno {
namespace {

TEST(Result, HoldsAValue) {
  Result<std::string> result = std::string("да");
  ASSERT_TRUE(result);
  EXPECT_EQ(*result, "да");
  EXPECT_EQ(result->size(), 4U);
  EXPECT_THROW(result.refusal(), std::logic_error);
}

TEST(Result, HoldsARefusal) {
  const Result<int> result = Refusal::Conflict("applications.already_closed", "77-2026-15");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.refusal().code, "applications.already_closed");
  EXPECT_EQ(result.refusal().detail, "77-2026-15");
  EXPECT_EQ(result.refusal().kind, RefusalKind::kConflict);
  EXPECT_THROW(result.value(), std::logic_error);
}

TEST(Result, MovesItsValueOut) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  const auto taken = std::move(result).value();
  EXPECT_EQ(*taken, 7);
}

TEST(Result, DoneIsAnOutcomeWithoutValue) { EXPECT_TRUE(Done().ok()); }

}  // namespace
}  // namespace okno
