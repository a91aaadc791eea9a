// SPDX-License-Identifier: Apache-2.0
#include "access/staff.h"
#include "demo/exposure.h"
#include "demo/region.h"
#include "whole_house.h"

namespace okno::app::testing {
namespace {

TEST(Exposure, TheDemosPasswordIsNotServedToOtherComputers) {
  WholeHouse whole;
  auto& db = whole.house.db;
  const access::Context context{db, whole.house.clock};
  EXPECT_NO_THROW(demo::RefuseExposure(db, "0.0.0.0")) << "accounts of somebody's own";
  const auto made = access::CreateUser(context, {.login = "orlova", .password = demo::kPassword});
  ASSERT_TRUE(made);
  for (const auto* listen : {"127.0.0.1", "127.0.0.2", "localhost", "::1"})
    EXPECT_NO_THROW(demo::RefuseExposure(db, listen)) << listen;
  for (const auto* listen : {"0.0.0.0", "192.0.2.1", "::"})
    EXPECT_THROW(demo::RefuseExposure(db, listen), std::runtime_error) << listen;
  const auto by = access::Actor::System("тест");
  ASSERT_TRUE(access::ResetPassword(context, by, *made, "lime tree avenue"));
  EXPECT_NO_THROW(demo::RefuseExposure(db, "0.0.0.0"));
}

}  // namespace
}  // namespace okno::app::testing
