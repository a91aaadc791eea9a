// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "catalog/content.h"
#include "catalog/forms.h"
#include "demo/answers.h"

// What people of the demonstration answer: right by the form, and nothing to laugh at.
namespace okno::app::demo {
namespace {

TEST(DemoAnswers, FillEveryShippedFormPlausibly) {
  const Date today = *ParseDate("2026-11-26");
  for (const auto& service : catalog::ReadServices(OKNO_SOURCE_DIR "/content")) {
    for (int seed = 0; seed < 20; ++seed) {
      Random random(static_cast<std::uint64_t>(seed));
      const auto prefilled = catalog::Prefill(service.form, {{"citizenship", "RUS"}});
      const auto form = AnswerForm(random, service, prefilled, today);
      EXPECT_TRUE(catalog::ValidateForm(service.form, form, today).empty()) << service.code;
      for (const auto& [name, value] : form.items()) {
        EXPECT_NE(value, Json("да")) << service.code << " " << name;
      }
      std::set<std::string> names;
      const auto children = form.value("children", Json::array());
      for (const auto& child : children) {
        if (child.contains("first_name")) names.insert(child.at("first_name"));
      }
      EXPECT_TRUE(names.empty() || names.size() == children.size()) << service.code << form;
    }
  }
}

}  // namespace
}  // namespace okno::app::demo
