// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "access/testing/front_door.h"
#include "bureau.h"
#include "inquiries/routes.h"

namespace okno::inquiries::testing {

inline constexpr char kInquiries[] = "/api/v1/inquiries";

// The room served, as browsers see it.
class ServedTest : public ::testing::Test {
 protected:
  static access::testing::Headers Match(const Json& inquiry) {
    auto headers = access::testing::IfMatch(inquiry);
    headers.merge(access::testing::WithKey());
    return headers;
  }
  static std::string PathOf(const Json& inquiry) {
    return std::string(kInquiries) + "/" + inquiry.at("id").get<std::string>();
  }
  // Begun about a new applicant in the browser.
  Json Begun(access::testing::Browser& browser, const std::string& type = "person-data") {
    const auto answer =
        browser.Send("POST", kInquiries,
                     {{"type", type}, {"applicant_id", bureau_.AddApplicant().id.ToString()}},
                     access::testing::WithKey());
    EXPECT_EQ(answer.status, 201) << answer.body;
    return Json::parse(answer.body);
  }

  Bureau bureau_;
  access::testing::FrontDoor door_{{bureau_.db, bureau_.clock, bureau_.texts, {}},
                                   Routes(bureau_.services)};
};

}  // namespace okno::inquiries::testing
