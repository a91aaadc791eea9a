// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "json/json.h"

namespace okno::json {
namespace {

TEST(JsonParse, ReadsEveryKindOfValue) {
  for (auto text : {R"({"a":[1,-2,3.5,true,false,null,"ё\n\"",{}],"b":{"a":[]}})", "[]", "\"x\"",
                    "12", "null"}) {
    const auto parsed = Parse(text);
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ(*parsed, Json::parse(text));
  }
  EXPECT_EQ(Dump(*Parse(R"( { "имя" : "Ёж" } )")), R"({"имя":"Ёж"})");
}

TEST(JsonParse, RefusesWithThePlace) {
  struct Case {
    std::string_view text, place;
  };
  for (const auto& [text, place] : {
           Case{"", "0"},
           Case{R"({"a":1,})", "8"},
           Case{R"({"a":1,"a":2})", "10"},
           Case{R"({"b":{"a":1,"a":2}})", "15"},
           Case{R"(["a\u0000b"])", "11"},
           Case{"[1] x", "5"},
       }) {
    const auto parsed = Parse(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.refusal().code, "json.malformed");
    EXPECT_EQ(parsed.refusal().kind, RefusalKind::kMalformed);
    EXPECT_EQ(parsed.refusal().detail, place) << text;
  }
}

TEST(JsonParse, RefusesWhatIsNotPlainUtf8Json) {
  for (std::string_view text :
       {"{'a':1}", "[1 2]", "[NaN]", "[01]", "[1e999]", "\"\\ud800\"", "\"\xFF\"", "\"\xC0\xAF\"",
        "[\"a\nb\"]", "// x\n1", "{\"a\\u0000\":1}", "{a:1}", "\xFE\xFF\x00["}) {
    EXPECT_FALSE(Parse(text)) << text;
  }
}

TEST(JsonParse, RefusesNestingOverSixtyFour) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_TRUE(Parse(nested(64)));
  EXPECT_FALSE(Parse(nested(65)));
  EXPECT_FALSE(Parse(std::string(1'000'000, '[')));
  std::string objects;
  for (int i = 0; i < 65; ++i) objects += "{\"a\":";
  EXPECT_FALSE(Parse(objects + "1" + std::string(65, '}')));
}

TEST(JsonDump, ThrowsOnABrokenString) { EXPECT_ANY_THROW(Dump(Json("\xFF"))); }

}  // namespace
}  // namespace okno::json
