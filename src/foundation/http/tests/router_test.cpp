// SPDX-License-Identifier: Apache-2.0
#include "http/router.h"

#include <gtest/gtest.h>

namespace okno::http {
namespace {

Route Make(std::string method, std::string pattern) {
  return {.method = std::move(method),
          .pattern = std::move(pattern),
          .access = Access::kAnonymous,
          .handler = [](const Request&) -> Result<Response> { return Response(); }};
}

Router Sample() {
  Router router;
  router.Add({Make("GET", "/"), Make("GET", "/things"), Make("POST", "/things"),
              Make("GET", "/things/{id}"), Make("PUT", "/things/{id}"), Make("GET", "/things/new"),
              Make("GET", "/things/{id}/parts/{part}"), Make("GET", "/things/new/parts")});
  return router;
}

std::string PatternOf(std::string_view method, std::string_view path) {
  auto router = Sample();
  auto match = router.Find(method, path);
  return match.route ? match.route->pattern : "none, allow=" + match.allow;
}

TEST(Router, FindsRoutesBySegmentsAndMethods) {
  struct Case {
    std::string_view method, path, expected;
  };
  for (const auto& [method, path, expected] : {
           Case{"GET", "/", "/"},
           {"GET", "/things", "/things"},
           {"POST", "/things", "/things"},
           {"HEAD", "/things", "/things"},
           {"GET", "/things/new", "/things/new"},
           {"GET", "/things/17", "/things/{id}"},
           {"GET", "/things/17/parts/3", "/things/{id}/parts/{part}"},
           {"GET", "/things/new/parts", "/things/new/parts"},
           {"GET", "/things/new/parts/3", "/things/{id}/parts/{part}"},
           {"GET", "/things/", "none, allow="},
           {"GET", "/things//parts/3", "none, allow="},
           {"GET", "/Things", "none, allow="},
           {"GET", "/things/17/parts", "none, allow="},
           {"GET", "", "none, allow="},
           {"GET", "things", "none, allow="},
           {"DELETE", "/things", "none, allow=GET, HEAD, POST"},
           {"DELETE", "/things/17", "none, allow=GET, HEAD, PUT"},
           {"PUT", "/things/new", "none, allow=GET, HEAD"},
       })
    EXPECT_EQ(PatternOf(method, path), expected) << method << " " << path;
}

TEST(Router, GivesThePartsOfThePathByName) {
  auto router = Sample();
  auto match = router.Find("GET", "/things/new/parts/3");
  EXPECT_EQ(match.params.at("id"), "new");
  EXPECT_EQ(match.params.at("part"), "3");
}

TEST(Router, RefusesEqualRoutesEvenWithOtherNamesOfParts) {
  auto router = Sample();
  EXPECT_THROW(router.Add(Make("GET", "/things")), std::logic_error);
  EXPECT_THROW(router.Add(Make("GET", "/things/{other}")), std::logic_error);
}

TEST(Router, RefusesDeclarationsThatContradictThemselves) {
  Router router;
  auto route = Make("GET", "/a");
  route.right = "things.read";
  EXPECT_THROW(router.Add(route), std::logic_error) << "a right on an anonymous route";
  route.access = Access::kRight;
  route.right = "";
  EXPECT_THROW(router.Add(route), std::logic_error) << "by right, and none named";
  EXPECT_THROW(router.Add(Make("FETCH", "/a")), std::logic_error);
  EXPECT_THROW(router.Add(Make("GET", "a")), std::logic_error);
  EXPECT_THROW(router.Add(Route{.method = "GET", .pattern = "/a", .access = Access::kAnonymous}),
               std::logic_error);
}

TEST(Router, RoutesStayValidWhileManyAreAdded) {
  Router router;
  for (int i = 0; i < 300; ++i) router.Add(Make("GET", "/r" + std::to_string(i) + "/{id}"));
  for (int i = 0; i < 300; ++i) {
    auto pattern = "/r" + std::to_string(i) + "/{id}";
    auto match = router.Find("GET", "/r" + std::to_string(i) + "/x");
    ASSERT_NE(match.route, nullptr);
    EXPECT_EQ(match.route->pattern, pattern);
  }
}

}  // namespace
}  // namespace okno::http
