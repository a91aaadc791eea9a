// SPDX-License-Identifier: Apache-2.0
#include "json/writer.h"

#include <gtest/gtest.h>

namespace okno::json {
namespace {

TEST(WriterTest, WritesWhatTheParserReads) {
  Writer out;
  out.BeginObject();
  out.Field("text", "Ёж");
  out.Field("number", -7);
  out.Field("flag", true);
  out.TextField("left_out", "");
  out.Key("empty");
  out.BeginArray();
  out.EndArray();
  out.Key("rows");
  out.BeginArray();
  for (int i = 0; i < 2; ++i) {
    out.BeginObject();
    out.Field("i", i);
    out.EndObject();
  }
  out.Value(Json{{"tree", {1, 2}}});
  out.Raw("null");
  out.EndArray();
  out.TextField("last", "x");
  out.EndObject();
  EXPECT_EQ(out.Take(), R"({"text":"Ёж","number":-7,"flag":true,"empty":[],)"
                        R"("rows":[{"i":0},{"i":1},{"tree":[1,2]},null],"last":"x"})");
}

TEST(WriterTest, WritesAValueAsDumpDoes) {
  const Json value = {
      {"tree", {{"а\n\"б", {1, -2, 18446744073709551615U, 1.5, 1e300}}, {"empty", Json::object()}}},
      {"flags", {true, false, nullptr}},
      {"text", "Ёж\t\\"},
      {"none", Json::array()}};
  Writer out;
  out.Value(value);
  EXPECT_EQ(out.Take(), Dump(value));
}

TEST(WriterTest, EveryAsciiCharacterComesBack) {
  std::string all = "«";
  for (char c = 1; c > 0 && c < 0x7F; ++c) all += c;
  all += "\x7F»";
  Writer out;
  out.BeginObject();
  out.Field(all, all);
  out.EndObject();
  const auto text = out.Take();
  EXPECT_EQ(Json::parse(text), (Json{{all, all}}));
  EXPECT_EQ(text, Dump(Json{{all, all}}));
}

TEST(WriterTest, RefusesWhatIsNotUtf8AsDumpDoes) {
  const std::string half = std::string("Ё").substr(0, 1), overlong = "\xC0\xAF",
                    surrogate = "\xED\xA0\x80", alone = "Ё\xBF";
  for (const auto& text : {half, overlong, surrogate, alone}) {
    EXPECT_ANY_THROW(Dump(text));
    EXPECT_ANY_THROW(Writer().Value(text));
    EXPECT_ANY_THROW(Writer().Value(Json{{text, 1}}));
  }
}

}  // namespace
}  // namespace okno::json
