// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "json/json.h"

namespace okno::json {
namespace {

using testing::ElementsAre;

TEST(JsonReader, ReadsFieldsOfEveryKind) {
  const auto body = *Parse(R"({"name":"  Иванова ","age":42,"consent":true,"born":"2001-02-03",
      "id":"0195f3a4-7b1c-7def-8123-456789abcdef","kinds":["a"," b "],"form":{"x":1},"rows":[1],"any":3,"none":null})");
  Reader in(body);
  EXPECT_EQ(in.Text("name", {.required = true, .max_length = 7}), "Иванова");
  EXPECT_EQ(in.Number("age"), 42);
  EXPECT_EQ(in.Flag("consent"), true);
  EXPECT_EQ(FormatDate(*in.Day("born")), "2001-02-03");
  EXPECT_EQ(in.Identifier("id")->version(), 7);
  EXPECT_THAT(in.Texts("kinds"), ElementsAre("a", "b"));
  EXPECT_EQ(in.Object("form")->at("x"), 1);
  EXPECT_EQ(in.Array("rows")->size(), 1U);
  EXPECT_EQ(*in.Any("any"), 3);
  EXPECT_EQ(in.Text("none"), "");
  EXPECT_EQ(in.Text("absent"), "");
  EXPECT_EQ(in.Finish(), std::nullopt);
}

TEST(JsonReader, CollectsEveryWrongField) {
  const auto body =
      *Parse(R"({"empty":"  ","long":"ёёёё","short":"a","number":1.5,"big":18446744073709551615,
      "flag":"да","day":"2026-02-30","id":"x","texts":["a",1],"many":["a","b"],"object":[],"array":{},"a/b~c":1})");
  Reader in(body, "/form");
  in.Text("empty", {.required = true});
  in.Text("missing", {.required = true});
  in.Text("long", {.max_length = 3});
  in.Text("short", {.min_length = 2});
  in.Number("number");
  in.Number("big");
  in.Flag("flag");
  in.Day("day");
  in.Identifier("id");
  in.Texts("texts");
  in.Texts("many", 1);
  in.Object("object");
  in.Array("array");
  in.Fail("long", "own.code", "7");
  const auto refusal = in.Finish();
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->code, "input.invalid");
  EXPECT_EQ(refusal->kind, RefusalKind::kInvalid);
  EXPECT_THAT(
      refusal->fields,
      ElementsAre(
          FieldError{"/form/empty", "field.required", ""},
          FieldError{"/form/missing", "field.required", ""},
          FieldError{"/form/long", "field.too_long", "3"},
          FieldError{"/form/short", "field.too_short", "2"},
          FieldError{"/form/number", "field.type", ""}, FieldError{"/form/big", "field.type", ""},
          FieldError{"/form/flag", "field.type", ""}, FieldError{"/form/day", "field.date", ""},
          FieldError{"/form/id", "field.type", ""}, FieldError{"/form/texts", "field.type", ""},
          FieldError{"/form/many", "field.too_many", "1"},
          FieldError{"/form/object", "field.type", ""}, FieldError{"/form/array", "field.type", ""},
          FieldError{"/form/long", "own.code", "7"},
          FieldError{"/form/a~1b~0c", "field.unknown", ""}));
}

TEST(JsonReader, RefusesABodyThatIsNoObject) {
  const Json body = Json::array();
  Reader in(body);
  EXPECT_EQ(in.Text("name", {.required = true}), "");
  EXPECT_THAT(in.Finish()->fields, ElementsAre(FieldError{"", "field.type", ""}));
}

}  // namespace
}  // namespace okno::json
