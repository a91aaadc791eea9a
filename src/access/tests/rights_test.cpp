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
  const auto rights = RightsOf({"auditor"}, OrganizationKind::kCenter);
  EXPECT_THAT(rights, IsSupersetOf(RightsOf({"operator", "processor"}, OrganizationKind::kCenter)));
  EXPECT_THAT(rights, Contains("applications.assign"));
}

TEST(Rights, AdministratorSeesNoCases) {
  EXPECT_THAT(RightsOf({"administrator"}, OrganizationKind::kCenter),
              Not(Contains("applications.view")));
  EXPECT_THAT(RightsOf({"administrator"}, OrganizationKind::kCenter),
              Not(Contains("applicants.view")));
}

TEST(Rights, WhoTellsPeopleTheStateDoesNotOpenTheirPapers) {
  const auto agent = RightsOf({"contact_agent"}, OrganizationKind::kCenter);
  EXPECT_THAT(agent, Contains("applications.view"));
  EXPECT_THAT(agent, Not(Contains("applications.documents")));
  for (const auto* role : {"operator", "processor", "auditor"})
    EXPECT_THAT(RightsOf({role}, OrganizationKind::kCenter), Contains("applications.documents"));
}

TEST(Rights, OnlyACentersAdministratorKeepsTheMessageTypesOfTheInstallation) {
  const auto center = RightsOf({"administrator"}, OrganizationKind::kCenter);
  const auto agency = RightsOf({"administrator"}, OrganizationKind::kAgency);
  EXPECT_THAT(center, Contains("message_types.manage"));
  EXPECT_THAT(agency, Not(Contains("message_types.manage")));
  EXPECT_THAT(agency, Contains("message_types.view"));
}

TEST(Rights, UnknownRoleGivesNothing) {
  EXPECT_THAT(RightsOf({"tsar"}, OrganizationKind::kCenter), IsEmpty());
  EXPECT_FALSE(CoversWholeOrganization({"tsar"}));
}

TEST(Rights, OperatorStaysInTheBranchUntilAnotherRoleReachesFurther) {
  EXPECT_FALSE(CoversWholeOrganization({"operator", "processor"}));
  EXPECT_TRUE(CoversWholeOrganization({"operator", "contact_agent"}));
}

}  // namespace
}  // namespace okno::access
