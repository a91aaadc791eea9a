// SPDX-License-Identifier: Apache-2.0
#include "http/place_words.h"

#include <gtest/gtest.h>

namespace okno::message_types {
namespace {

using enum text::Language;

TEST(PlaceInWords, NamesFileLineAndColumn) {
  EXPECT_EQ(PlaceInWords("a.xsd:12", kRussian), "файл a.xsd, строка 12");
  EXPECT_EQ(PlaceInWords("a.xsd:12:7", kRussian), "файл a.xsd, строка 12, столбец 7");
  EXPECT_EQ(PlaceInWords("a.xsd:5: {urn:t}Name", kRussian), "файл a.xsd, строка 5: {urn:t}Name");
  EXPECT_EQ(PlaceInWords("a.xsd:5: Name", kEnglish), "file a.xsd, line 5: Name");
}

TEST(PlaceInWords, PutsTheWordsOfTheJudgeBehind) {
  EXPECT_EQ(PlaceInWords("a.xsd:9: restriction: The value is wrong.", kRussian),
            "файл a.xsd, строка 9: restriction (сообщение libxml2: The value is wrong)");
}

TEST(PlaceInWords, LeavesWhatHasNoPlace) {
  EXPECT_EQ(PlaceInWords("", kRussian), "");
  EXPECT_EQ(PlaceInWords("schema.xsd", kRussian), "schema.xsd");
  EXPECT_EQ(PlaceInWords("без места: 12", kRussian), "без места: 12");
  EXPECT_EQ(PlaceInWords("{urn:t}Root", kRussian), "{urn:t}Root");
}

}  // namespace
}  // namespace okno::message_types
