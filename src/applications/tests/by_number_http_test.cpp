// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/testing/front_door.h"
#include "applications/routes.h"
#include "applications/testing.h"

namespace okno::applications {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ByNumberServed : public ::testing::Test {
 protected:
  http::ClientAnswer Get(const std::string& login, const std::string& path) const {
    return door_.SignedIn(login).Get(path);
  }

  testing::Desk desk_;
  access::testing::FrontDoor door_{{desk_.db, desk_.clock, desk_.texts, {}},
                                   Routes(desk_.services)};
};

TEST_F(ByNumberServed, TellsTheStateWithoutThePersonAndLeavesAnEntryOfTheCase) {
  const auto filed = desk_.Filed();
  const auto& application = filed.application;
  const auto answer = Get("operator.second", "/api/v1/application-states/" + application.number);
  ASSERT_EQ(answer.status, 200) << answer.body;
  const Json state = Json::parse(answer.body);
  EXPECT_EQ(state["status"], "intake");
  EXPECT_EQ(state["branch_name"], filed.branch.name);
  EXPECT_FALSE(state.contains("id"));
  for (const auto& [name, value] : answer.headers)
    EXPECT_THAT(value, Not(HasSubstr(application.id.ToString()))) << name;
  EXPECT_THAT(answer.body, Not(HasSubstr(filed.applicant.last_name)));
  EXPECT_THAT(answer.body, Not(HasSubstr(filed.applicant.id.ToString())));
  const Json entries = Json::parse(
      Get("auditor", "/api/v1/audit-entries?event=application.state_viewed").body)["items"];
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0]["object_kind"], "application");
  EXPECT_EQ(entries[0]["object_id"], application.id.ToString());
}

TEST_F(ByNumberServed, SaysThatTheNumberIsNobodysAndAsksForTheRight) {
  const auto unknown = Get("operator.second", "/api/v1/application-states/0101-26-000099");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(Json::parse(unknown.body)["code"], "applications.number_unknown");
  EXPECT_EQ(Get("officer", "/api/v1/application-states/0101-26-000099").status, 403);
  // Who tries one number after the other is told from who mistypes one; nothing longer than a
  // number can be is kept.
  EXPECT_EQ(Get("operator.second", "/api/v1/application-states/" + std::string(5000, 'x')).status,
            404);
  const Json entries =
      Json::parse(Get("auditor", "/api/v1/audit-entries?event=access.denied").body)["items"];
  ASSERT_EQ(entries.size(), 2u) << "the officer's is another organization's";
  EXPECT_EQ(entries[0]["object_id"], "");
  EXPECT_EQ(entries[1]["object_id"], "0101-26-000099");
}

}  // namespace
}  // namespace okno::applications
