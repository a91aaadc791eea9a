// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "applications/testing.h"

namespace okno::applications::testing {

// The road of a case, by its use cases.
class RoadTest : public ::testing::Test {
 protected:
  std::string Key() { return Uuid::NewV7().ToString(); }
  Desk desk_;
  const Services& services_ = desk_.services;
  access::Principal operator_ = desk_.As("operator");
  access::Principal processor_ = desk_.As("processor");
};

}  // namespace okno::applications::testing
