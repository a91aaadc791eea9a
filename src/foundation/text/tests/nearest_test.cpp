// SPDX-License-Identifier: Apache-2.0
#include "text/nearest.h"

#include <gtest/gtest.h>

namespace okno::text {
namespace {

TEST(Nearest, IsANameThatASlipLeadsFrom) {
  const std::vector<std::string> names = {"list",  "add",     "password",
                                          "block", "unblock", "http.port"};
  for (const auto& [typed, name] : std::vector<std::pair<std::string, std::string>>{
           {"lst", "list"},
           {"lits", "list"},
           {"pasword", "password"},
           {"passwrods", "password"},
           {"PASSWORD", "password"},
           {"unblok", "unblock"},
           {"http.prot", "http.port"},
           {"ls", ""},  // two slips are another word when it is short
           {"frobnicate", ""},
           {"", ""}}) {
    EXPECT_EQ(NearestOf(typed, names), name) << typed;
  }
  EXPECT_EQ(Guess("adn", names), "; похоже на add");
  EXPECT_EQ(Guess("help", names), "");
}

}  // namespace
}  // namespace okno::text
