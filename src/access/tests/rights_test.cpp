// SPDX-License-Identifier: Apache-2.0
#include "access/rights.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace okno::access {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

TEST(Rights, AuditorMayWhatOperatorAndProcessorMayAndAssign) {
  const auto rights = RightsOf({"auditor"});
  EXPECT_THAT(rights, IsSupersetOf(RightsOf({"operator", "processor"})));
  EXPECT_THAT(rights, Contains("applications.assign"));
}

TEST(Rights, AdministratorSeesNoCases) {
  EXPECT_THAT(RightsOf({"administrator"}), Not(Contains("applications.view")));
  EXPECT_THAT(RightsOf({"administrator"}), Not(Contains("applicants.view")));
}

TEST(Rights, UnknownRoleGivesNothing) {
  EXPECT_THAT(RightsOf({"tsar"}), IsEmpty());
  EXPECT_FALSE(CoversWholeOrganization({"tsar"}));
}

TEST(Rights, OperatorStaysInTheBranchUntilAnotherRoleReachesFurther) {
  EXPECT_FALSE(CoversWholeOrganization({"operator", "processor"}));
  EXPECT_TRUE(CoversWholeOrganization({"operator", "contact_agent"}));
}

}  // namespace
}  // namespace okno::access
