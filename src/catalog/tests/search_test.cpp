// SPDX-License-Identifier: Apache-2.0
#include "logic/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalog/content.h"

namespace okno::catalog {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Found(const SearchInput& input) {
  static const auto services = [] {
    std::vector<std::shared_ptr<const Service>> all;
    for (const auto& service : ReadServices(OKNO_SOURCE_DIR "/content")) {
      all.push_back(std::make_shared<const Service>(service));
    }
    return all;
  }();
  std::vector<std::string> codes;
  for (const auto& service : Search(services, input)) codes.push_back(service->code);
  return codes;
}

struct Case {
  const char *words, *code;  // "" finds nothing
};
void ExpectFound(const Case& c) {
  const auto found = Found({.words = c.words});
  if (*c.code == '\0') {
    EXPECT_THAT(found, IsEmpty()) << c.words;
  } else {
    EXPECT_THAT(found, Contains(c.code)) << c.words;
  }
}

TEST(Search, FindsByAPartOfAWordWhereverItStands) {
  const Case cases[] = {
      {"пособ", "unified-allowance"},
      {"ветер", "veteran-monthly-payment"},
      {"детн", "large-family-certificate"},
      {"СУБСИДИЯ", "housing-subsidy"},
      {"жкх", "housing-subsidy"},
      {"рождения", "birth-registration"},
      {"рождении", "birth-registration"},
      {"загран", "foreign-passport"},
      {"егрн", "egrn-extract"},
      {"выписки", "egrn-extract"},
      {"садик", "kindergarten-enrollment"},
      {"абракадабра", ""},
      {"очередь квартир", "housing-queue"},
      {"росреестр", "real-estate-registration"},
      {"предпринимателя", "sole-proprietor-registration"},
      {"пособие калькулятор", ""},
      {"ребенка рождение", "birth-registration"},
  };
  for (const auto& c : cases) ExpectFound(c);
}

TEST(Search, TheNameGoesBeforeTheDescription) {
  EXPECT_EQ(Found({.words = "паспорт"}).front(), "foreign-passport");
  EXPECT_EQ(Found({.words = "субсидия"}).front(), "housing-subsidy");
}

TEST(Search, ForgivesTheOtherLayoutAndOneSlip) {
  const Case cases[] = {
      {"gjcj,b", "unified-allowance"},
      {"Tuhy", "egrn-extract"},
      {"посаб", "unified-allowance"},
      {"посоьие", "unified-allowance"},
      {"субсидя", "housing-subsidy"},
      {"сусбидия", "housing-subsidy"},
      {"детсккий", "kindergarten-enrollment"},
      {"gjcf,", "unified-allowance"},
      {"жекх", ""},
  };
  for (const auto& c : cases) ExpectFound(c);
}

TEST(Search, ASlipChangesNothingWhereTheWordIsFound) {
  EXPECT_THAT(Found({.words = "загран"}), ElementsAre("foreign-passport"));
}

TEST(Search, YoAndYeAreTheSame) {
  EXPECT_EQ(Found({.words = "учет рождение"}), Found({.words = "учёт рождение"}));
  EXPECT_THAT(Found({.words = "жилье учет"}), Contains("housing-queue"));
}

TEST(Search, NarrowsByAgencyAndKindOfApplicant) {
  EXPECT_THAT(Found({.agency = "rosreestr"}),
              ::testing::UnorderedElementsAre("egrn-extract", "real-estate-registration"));
  EXPECT_THAT(Found({.applicant_kind = "legal_entity"}),
              ::testing::UnorderedElementsAre("building-permit", "egrn-extract",
                                              "real-estate-registration"));
  EXPECT_THAT(Found({.words = "выписк", .agency = "mvd"}), IsEmpty());
}

TEST(Search, NothingTypedShowsEverything) { EXPECT_GE(Found({.words = "  "}).size(), 12U); }

}  // namespace
}  // namespace okno::catalog
