// SPDX-License-Identifier: Apache-2.0
#include "text/messages.h"

#include <gtest/gtest.h>

#include "text/foundation_messages.h"
#include "text/strings.h"

namespace okno::text {
namespace {

TEST(Catalog, GivesTheTextWithItsDetail) {
  constexpr Message kMessages[] = {
      {"a.b", "Не больше {detail}, да, {detail}.", "At most {detail}."}};
  Catalog catalog;
  catalog.Add(kMessages);
  EXPECT_TRUE(catalog.Has("a.b"));
  EXPECT_EQ(catalog.Text("a.b", Language::kRussian, "{detail}5"),
            "Не больше {detail}5, да, {detail}5.");
  EXPECT_EQ(catalog.Text("a.b", Language::kEnglish, "5"), "At most 5.");
  EXPECT_EQ(catalog.Text("a.c", Language::kEnglish), "a.c");
  EXPECT_THROW(catalog.Add(kMessages), std::logic_error) << "a code given twice";
}

TEST(FoundationMessages, AreCompleteInBothLanguages) {
  Catalog catalog;
  catalog.Add(FoundationMessages());  // throws on a double
  for (const auto& message : FoundationMessages()) {
    EXPECT_TRUE(message.russian.ends_with('.')) << message.code;
    EXPECT_TRUE(message.english.ends_with('.')) << message.code;
    EXPECT_NE(message.russian, message.english) << message.code;
    EXPECT_EQ(message.russian.find("{detail}") == std::string_view::npos,
              message.english.find("{detail}") == std::string_view::npos)
        << message.code << ": the detail is in both texts or in none";
    EXPECT_TRUE(IsValidUtf8(message.russian));
  }
}

TEST(Language, IsRussianUnlessEnglishIsPreferred) {
  for (auto header : {"", "ru", "ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", "de,fr;q=0.5", "*", "en;q=0",
                      "en;q=0.5,ru;q=0.50", "ru,en", "english", ";;,,q=", "en;q=x"}) {
    EXPECT_EQ(FromAcceptLanguage(header), Language::kRussian) << header;
  }
  for (auto header : {"en", "EN-us", "en-US,en;q=0.9,ru;q=0.8", "de,en;q=0.3",
                      "ru;q=0.2, en;q=0.25", "en;Q=1.0,ru;q=0.999"}) {
    EXPECT_EQ(FromAcceptLanguage(header), Language::kEnglish) << header;
  }
}

}  // namespace
}  // namespace okno::text
