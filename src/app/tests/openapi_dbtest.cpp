// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "http/openapi.h"
#include "text/strings.h"
#include "whole_house.h"

namespace okno::app::testing {
namespace {

const std::set<std::string> kMethods{"get", "post", "put", "patch", "delete"};

std::set<std::string> Described() {
  std::set<std::string> operations;
  const Json bundle = BundleOpenApi();
  for (const auto& [path, item] : bundle.at("paths").items()) {
    for (const auto& [method, operation] : item.items()) {
      if (kMethods.contains(method)) operations.insert(method + " " + path);
    }
  }
  return operations;
}

std::set<std::string> Routed(const http::Router& router) {
  std::set<std::string> operations;
  for (const auto& route : router.routes()) {
    operations.insert(text::ToLower(route.method) + " " + route.pattern);
  }
  return operations;
}

TEST(OpenApi, HasThePathsAndMethodsOfTheRouter) {
  WholeHouse whole;
  EXPECT_THAT(Routed(whole.house.router), ::testing::ContainerEq(Described()));
}

// Walks all "$ref" and finds each in the document.
void ExpectRefsResolve(const Json& node, const Json& bundle) {
  if (node.is_object() && node.contains("$ref")) {
    const std::string ref = node["$ref"];
    ASSERT_TRUE(ref.starts_with("#/")) << ref;
    EXPECT_TRUE(bundle.contains(Json::json_pointer(ref.substr(1)))) << ref;
  }
  if (node.is_structured()) {
    for (const auto& child : node) ExpectRefsResolve(child, bundle);
  }
}

TEST(OpenApi, EveryReferenceLeadsSomewhere) {
  const Json bundle = BundleOpenApi();
  EXPECT_EQ(bundle.at("openapi"), "3.1.0");
  ExpectRefsResolve(bundle, bundle);
}

TEST(OpenApi, OperationIdsAreUnique) {
  std::set<std::string> seen;
  const Json bundle = BundleOpenApi();
  for (const auto& path : bundle.at("paths")) {
    for (const auto& [method, operation] : path.items()) {
      if (!kMethods.contains(method)) continue;
      EXPECT_TRUE(seen.insert(operation.value("operationId", "")).second) << operation;
    }
  }
}

}  // namespace
}  // namespace okno::app::testing
