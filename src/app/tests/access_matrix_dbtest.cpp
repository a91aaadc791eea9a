// SPDX-License-Identifier: Apache-2.0
// Who may use which route: made from the router's own table, so a new route is in it without being
// asked.
#include <set>

#include "access/rights.h"
#include "caller.h"
#include "whole_house.h"

namespace okno::app::testing {
namespace {

// One person of each role in the small world.
const std::map<std::string_view, std::string> kLoginOfRole{
    {"operator", "operator"},          {"processor", "processor"}, {"auditor", "auditor"},
    {"contact_agent", "agent"},        {"officer", "officer"},     {"agency_manager", "manager"},
    {"administrator", "administrator"}};

// The routes that answer somebody who is not signed in. A new one is a decision: write it here.
const std::set<std::string> kOpenToAll{"GET /healthz", "GET /readyz", "GET /metrics",
                                       "GET /api/v1/openapi.json", "POST /api/v1/session"};

// Routes whose right alone is not enough when nothing is asked for in particular: the list of all
// messages is for who sees the whole organization, the others name a case.
const std::set<std::string> kNarrowerThanTheRight{"GET /api/v1/smev-messages"};

// Routes that answer a wrong secret as a wrong field; their samples are wrong on purpose.
const std::set<std::string> kJudgesASecret{
    "PUT /api/v1/session/password", "PUT /api/v1/session/signing-key",
    "PUT /api/v1/session/second-factor", "DELETE /api/v1/session/second-factor"};

// The sample was read, whatever came of it then: neither its bytes nor a field of it was refused.
bool WasRead(const Verdict& verdict) {
  switch (verdict.kind) {
    case RefusalKind::kInvalid:
      return verdict.code != "input.invalid";
    case RefusalKind::kMalformed:
    case RefusalKind::kUnsupported:
    case RefusalKind::kTooLarge:
    case RefusalKind::kPreconditionRequired:
      return false;
    default:
      return true;
  }
}

class AccessMatrix : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { whole_ = std::make_unique<WholeHouse>(); }
  static void TearDownTestSuite() { whole_.reset(); }
  House& house() { return whole_->house; }
  const std::vector<http::Route>& routes() { return house().router.routes(); }
  Caller As(const std::string& login) { return {house().access, house().router, login}; }

  static inline std::unique_ptr<WholeHouse> whole_;
};

TEST_F(AccessMatrix, EveryRouteButTheListedRefusesWhoIsNotSignedIn) {
  std::set<std::string> open;
  Caller nobody = Caller::Anonymous(house().access, house().router);
  for (const auto& route : routes()) {
    if (route.access == http::Access::kAnonymous) {
      open.insert(NameOf(route));
      continue;
    }
    const Verdict expected{false, RefusalKind::kUnauthorized, "access.not_signed_in"};
    EXPECT_EQ(nobody.Call(route), expected) << NameOf(route);
  }
  EXPECT_EQ(open, kOpenToAll);
}

TEST_F(AccessMatrix, ARoleWithoutTheRightIsRefusedAndOneWithItIsNot) {
  int calls = 0;
  for (const auto& role : access::Roles()) {
    Caller caller = As(kLoginOfRole.at(role.name));
    const auto rights =
        access::RightsOf({std::string(role.name)}, role.of == access::RoleOf::kAgency
                                                       ? access::OrganizationKind::kAgency
                                                       : access::OrganizationKind::kCenter);
    for (const auto& route : routes()) {
      if (route.access == http::Access::kAnonymous) continue;
      const Verdict verdict = caller.Call(route);
      const bool may = route.access == http::Access::kSignedIn || rights.contains(route.right);
      ++calls;
      SCOPED_TRACE(std::string(role.name) + ": " + NameOf(route) + " -> " + verdict.code);
      if (may) {
        EXPECT_TRUE(verdict.passed_guard);
        if (!kNarrowerThanTheRight.contains(NameOf(route))) {
          EXPECT_NE(verdict.kind, RefusalKind::kForbidden);
        }
        EXPECT_NE(verdict.kind, RefusalKind::kUnauthorized);
        EXPECT_TRUE(WasRead(verdict) || kJudgesASecret.contains(NameOf(route)))
            << "mend the route's sample in src/app/tests/samples.cpp";
      } else {
        EXPECT_EQ(verdict, (Verdict{false, RefusalKind::kForbidden, "access.no_right"}));
      }
    }
  }
  EXPECT_GE(calls, 7 * 11);
}

TEST_F(AccessMatrix, EveryRouteThatReadsABodyHasASampleOfIt) {
  std::set<std::string> names;
  for (const auto& route : routes()) {
    names.insert(NameOf(route));
    if (route.body == http::Body::kNone) continue;
    EXPECT_TRUE(Samples().contains(NameOf(route)))
        << NameOf(route) << ": write a valid request of it into Samples() of "
        << "src/app/tests/samples.cpp";
  }
  for (const auto& [name, sample] : Samples()) {
    EXPECT_TRUE(names.contains(name)) << name << " is no route any more: drop its sample";
  }
}

TEST_F(AccessMatrix, EveryRightOfARouteBelongsToARole) {
  std::set<std::string, std::less<>> known;
  for (const auto& role : access::Roles()) {
    known.insert(role.rights.begin(), role.rights.end());
    known.insert(role.center_rights.begin(), role.center_rights.end());
  }
  for (const auto& route : routes()) {
    if (route.access == http::Access::kRight) {
      EXPECT_TRUE(known.contains(route.right)) << NameOf(route);
    }
  }
}

TEST_F(AccessMatrix, EveryAuditEventAndItsKindOfObjectHaveATitle) {
  for (const auto& route : routes()) {
    if (!route.audit.empty()) {
      EXPECT_TRUE(house().texts.Has("audit_event." + route.audit)) << NameOf(route);
      const auto kind = route.audit.substr(0, route.audit.find('.'));
      EXPECT_TRUE(house().texts.Has("audit_kind." + kind)) << NameOf(route);
    }
  }
}

}  // namespace
}  // namespace okno::app::testing
