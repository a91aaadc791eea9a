// SPDX-License-Identifier: Apache-2.0
// The third dimension of the matrix: objects of another organization, branch or unit. To the caller
// they do not exist; every route with their {id} answers exactly as for an id that was never given
// out.
#include <algorithm>

#include "caller.h"
#include "foreign_objects.h"

namespace okno::app::testing {
namespace {

// "/api/v1/applications/{id}/documents/{document_id}" -> "document_id"
std::string LastPart(const std::string& pattern) {
  const auto begin = pattern.rfind('{') + 1;
  return pattern.substr(begin, pattern.rfind('}') - begin);
}

// The pattern up to its last {part} that names an object; "" when it has none.
std::string PrefixOfObject(const http::Route& route) {
  const auto sample = Samples().find(NameOf(route));
  std::string prefix = route.pattern;
  while (prefix.find('}') != std::string::npos) {
    prefix.resize(prefix.rfind('}') + 1);
    if (sample == Samples().end() || !sample->second.params.contains(LastPart(prefix))) {
      return prefix;
    }
    prefix.resize(prefix.rfind('{'));
  }
  return {};
}

class ForeignObjects : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    whole_ = std::make_unique<WholeHouse>();
    world_ = MakeForeignWorld(*whole_);
  }
  static void TearDownTestSuite() { whole_.reset(); }
  const http::Router& router() { return whole_->house.router; }
  Caller As(const std::string& login) { return {whole_->house.access, router(), login}; }
  std::vector<http::Route> RoutesOf(const ForeignObject& object) {
    std::vector<http::Route> routes;
    for (const auto& route : router().routes()) {
      if (route.pattern.starts_with(object.pattern_prefix)) routes.push_back(route);
    }
    return routes;
  }
  bool IsTried(const std::string& prefix) {
    const bool of_nobody = std::ranges::any_of(
        OfNobody(), [&](const auto& pattern) { return prefix.starts_with(pattern); });
    return of_nobody || std::ranges::any_of(world_.objects, [&](const auto& object) {
             return object.pattern_prefix == prefix;
           });
  }
  const http::Route* RouteNamed(const std::string& name) {
    for (const auto& route : router().routes()) {
      if (NameOf(route) == name) return &route;
    }
    return nullptr;
  }

  static inline std::unique_ptr<WholeHouse> whole_;
  static inline ForeignWorld world_;
};

TEST_F(ForeignObjects, AreMadeForEveryRouteThatTakesAnId) {
  for (const auto& route : router().routes()) {
    const auto prefix = PrefixOfObject(route);
    EXPECT_TRUE(prefix.empty() || IsTried(prefix))
        << NameOf(route) << ": make an object of " << prefix
        << " that is foreign to somebody in src/app/tests/foreign_objects.cpp, or say in "
           "OfNobody() of samples.cpp why it belongs to nobody";
  }
}

TEST_F(ForeignObjects, AreThereForTheirOwners) {
  for (const auto& object : world_.objects) {
    const auto routes = RoutesOf(object);
    ASSERT_FALSE(routes.empty()) << object.kind;
    const auto* route = router().Find("GET", object.pattern_prefix).route;
    auto params = object.owner_parents;
    params[LastPart(object.pattern_prefix)] = object.id;
    const auto verdict = As(object.owner).Call(route ? *route : routes.front(), {.params = params});
    EXPECT_EQ(verdict.code, "") << object.kind;
  }
}

TEST_F(ForeignObjects, AreNotThereForAnybodyElseOnAnyRoute) {
  for (const auto& object : world_.objects) {
    for (const auto& login : object.logins) {
      Caller caller = As(login);
      for (const auto& route : RoutesOf(object)) {
        auto params = object.parents;
        const auto of_none = caller.Call(route, {.params = params});
        params[LastPart(object.pattern_prefix)] = object.id;
        SCOPED_TRACE(object.kind + ", " + login + ": " + NameOf(route) + " -> " + of_none.code);
        EXPECT_EQ(caller.Call(route, {.params = params}), of_none);
        // Refused for its right, or because there is no such object: never before it was looked
        // for.
        EXPECT_EQ(of_none.kind,
                  of_none.passed_guard ? RefusalKind::kNotFound : RefusalKind::kForbidden);
      }
    }
  }
}

TEST_F(ForeignObjects, AreNotThereForWhoNamesThemInABodyOrAQuery) {
  for (const auto& reference : world_.references) {
    const auto* route = RouteNamed(reference.route);
    ASSERT_TRUE(route) << reference.route;
    const auto ask = [&](const std::string& id) {
      if (route->method == "GET")
        return Ask{reference.params, {{reference.key, id}}, Json::object()};
      return Ask{reference.params, {}, {{reference.key, id}}};
    };
    for (const auto& login : reference.logins) {
      Caller caller = As(login);
      SCOPED_TRACE(reference.kind + ", " + login);
      const auto verdict = caller.Call(*route, ask(reference.id));
      EXPECT_EQ(verdict, caller.Call(*route, ask(Uuid::NewV7().ToString())));
      EXPECT_EQ(verdict.code, reference.code);
    }
  }
}

}  // namespace
}  // namespace okno::app::testing
