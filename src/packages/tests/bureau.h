// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applications/testing.h"
#include "packages/courier_runs.h"
#include "packages/migrations.h"
#include "packages/texts.h"

namespace okno::packages::testing {

// A center whose service "paper" goes to the agency "msz" by courier.
class PackagesTest : public ::testing::Test {
 protected:
  PackagesTest() { desk_.texts.Add(Messages()); }

  applications::Case Processed() { return desk_.InProcessing("paper"); }
  applications::Status StatusOf(const applications::Case& subject) {
    return desk_.Reload(subject.application.id).application.status;
  }
  static std::string Key() { return Uuid::NewV7().ToString(); }
  // A package of all that waits.
  Result<PackageSheet> Create(Direction direction = Direction::kToAgency) {
    return CreatePackage(services_, processor_, {.direction = direction, .agency_code = "msz"},
                         Key());
  }
  Package Ready(const PackageSheet& sheet) {
    return MakeReady(services_, processor_, sheet.package.id, sheet.package.version)
        .value()
        .package;
  }
  RunSheet Run() { return CreateRun(services_, processor_, "Смирнов И. И.", Key()).value(); }

  applications::testing::Desk desk_{{Migrations()}};
  Services services_{desk_.db,        desk_.clock, desk_.catalog,
                     desk_.templates, desk_.texts, desk_.services};
  access::Principal processor_ = desk_.As("processor");
};

}  // namespace okno::packages::testing
