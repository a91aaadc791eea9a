// SPDX-License-Identifier: Apache-2.0
// The third dimension of the matrix: objects of another organization, branch or unit. To the caller
// they do not exist; every route with their {id} answers exactly as for an id that was never given
// out.
#include "caller.h"
#include "foreign_objects.h"

namespace okno::app::testing {
namespace {

class ForeignObjects : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    whole_ = std::make_unique<WholeHouse>();
    objects_ = MakeForeignObjects(*whole_);
  }
  static void TearDownTestSuite() { whole_.reset(); }
  Caller As(const std::string& login) {
    return {whole_->house.access, whole_->house.router, login};
  }
  std::vector<http::Route> RoutesOf(const ForeignObject& object) {
    std::vector<http::Route> routes;
    for (const auto& route : whole_->house.router.routes()) {
      if (route.pattern.starts_with(object.pattern_prefix)) routes.push_back(route);
    }
    return routes;
  }

  static inline std::unique_ptr<WholeHouse> whole_;
  static inline std::vector<ForeignObject> objects_;
};

TEST_F(ForeignObjects, AreThereForTheirOwners) {
  for (const auto& object : objects_) {
    const auto* route = whole_->house.router.Find("GET", object.pattern_prefix).route;
    ASSERT_TRUE(route) << object.kind;
    EXPECT_EQ(As(object.owner).Call(*route, {{"id", object.id}}).code, "") << object.kind;
  }
}

TEST_F(ForeignObjects, AreNotThereForAnybodyElseOnAnyRoute) {
  for (const auto& object : objects_) {
    const auto routes = RoutesOf(object);
    EXPECT_GE(routes.size(), 3u) << object.kind;
    for (const auto& login : object.logins) {
      Caller caller = As(login);
      for (const auto& route : routes) {
        EXPECT_EQ(caller.Call(route, {{"id", object.id}}), caller.Call(route))
            << object.kind << ", " << login << ": " << route.method << " " << route.pattern;
      }
    }
  }
}

}  // namespace
}  // namespace okno::app::testing
