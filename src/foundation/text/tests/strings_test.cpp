// SPDX-License-Identifier: Apache-2.0
#include "text/strings.h"

#include <gtest/gtest.h>

#include <limits>

#include "text/quotes.h"

namespace okno::text {
namespace {

TEST(Quoted, HasOneClosingQuoteALevel) {
  EXPECT_EQ(Quoted("Выписка из ЕГРН"), "«Выписка из ЕГРН»");
  EXPECT_EQ(Quoted("Звание «Ветеран труда»"), "«Звание „Ветеран труда“»");
}

TEST(Utf8, RefusesOverlongSurrogateAndCutForms) {
  for (std::string_view good :
       {"", "abc", "Ёлка", "\U0001F600", "\xEF\xBF\xBD", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(IsValidUtf8(good)) << good;
  }
  for (std::string_view bad :
       {"\x80", "\xC3", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF0\x80\x80\xAF",
        "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xFF", "a\xE2\x82", "\xD0Z"}) {
    EXPECT_FALSE(IsValidUtf8(bad)) << HexEncode(bad);
  }
}

TEST(Strings, TrimTakesUnicodeSpacesOffBothEnds) {
  EXPECT_EQ(Trim(" \t\u00A0\u3000Иван Ильич\u202F\r\n"), "Иван Ильич");
  EXPECT_EQ(Trim(" \u00A0 "), "");
  EXPECT_EQ(Trim(""), "");
  EXPECT_EQ(Trim("Ё"), "Ё");
  EXPECT_EQ(Trim("\xA0 x \x80"), "\xA0 x \x80") << "broken bytes stay";
}

TEST(Strings, LowerCaseKnowsCyrillic) {
  EXPECT_EQ(ToLower("ЩЁЛКОВО Ivanov ÄÖ Ђ Ө Ү Ҡ 12"), "щёлково ivanov äö ђ ө ү ҡ 12");
  EXPECT_EQ(ToLower("\xFFЯ"), "\xFFя");
}

TEST(Strings, FoldForSearchMakesSpellingsEqual) {
  EXPECT_EQ(FoldForSearch("  Королёв\u00A0 ПЁТР\tИванович "), "королев петр иванович");
  EXPECT_EQ(FoldForSearch(" "), "");
}

TEST(Strings, LengthCountsCodePoints) {
  EXPECT_EQ(Length("Ёж\U0001F600"), 3U);
  EXPECT_EQ(Length(""), 0U);
}

TEST(Strings, DigitsOnlyDropsTheRest) { EXPECT_EQ(DigitsOnly("№ 45-08 (12) ٣"), "450812"); }

TEST(Strings, SplitKeepsEmptyParts) {
  EXPECT_EQ(Split("a,,b,", ','), (std::vector<std::string>{"a", "", "b", ""}));
  EXPECT_EQ(Split("", ','), std::vector<std::string>{""});
}

TEST(Russian, PluralFollowsTheLastDigits) {
  const auto day = [](long long n) { return Plural(n, "день", "дня", "дней"); };
  for (long long n : {1, 21, 101, -1}) EXPECT_EQ(day(n), "день") << n;
  for (long long n : {2, 3, 4, 22, 104}) EXPECT_EQ(day(n), "дня") << n;
  for (long long n : {0, 5, 11, 12, 14, 111, 112, -12, 25}) EXPECT_EQ(day(n), "дней") << n;
}

TEST(Russian, MoneyHasThinNoBreakSpaces) {
  EXPECT_EQ(FormatMoneyRu(150000), "1\u202F500,00\u202F₽");
  EXPECT_EQ(FormatMoneyRu(123456789), "1\u202F234\u202F567,89\u202F₽");
  EXPECT_EQ(FormatMoneyRu(5), "0,05\u202F₽");
  EXPECT_EQ(FormatMoneyRu(-35050), "\u2212350,50\u202F₽");
  EXPECT_EQ(FormatMoneyRu(std::numeric_limits<long long>::min()),
            "\u221292\u202F233\u202F720\u202F368\u202F547\u202F758,08\u202F₽");
}

TEST(Encodings, Base64GoesThereAndBack) {
  struct Case {
    std::string_view bytes, text;
  };
  for (const auto& [bytes, text] :
       {Case{"", ""}, Case{"f", "Zg=="}, Case{"fo", "Zm8="}, Case{"foo", "Zm9v"},
        Case{"foob", "Zm9vYg=="}, Case{"foobar", "Zm9vYmFy"}, Case{"\xFB\xFF", "+/8="}}) {
    EXPECT_EQ(Base64Encode(bytes), text);
    std::string decoded;
    ASSERT_TRUE(Base64Decode(text, decoded)) << text;
    EXPECT_EQ(decoded, bytes);
  }
  std::string decoded;
  ASSERT_TRUE(Base64Decode(" Zm9v\r\n\tYg= =\n", decoded));
  EXPECT_EQ(decoded, "foob");
}

TEST(Encodings, Base64RefusesWhatIsNotStrict) {
  std::string decoded;
  for (auto text : {"Zg", "Zg=", "Z", "Zg===", "=", "====", "Zm9v=", "Zg==Zg==", "Zm-v", "Zm_v",
                    "Zm9v!", "Zh==", "Zm9=", "Zm9v\xC2\xA0"}) {
    EXPECT_FALSE(Base64Decode(text, decoded)) << text;
  }
}

TEST(Encodings, HexIsLowerCase) {
  EXPECT_EQ(HexEncode(std::string_view("\x00\xAF\x10", 3)), "00af10");
}

}  // namespace
}  // namespace okno::text
