// SPDX-License-Identifier: Apache-2.0
#include "db/value.h"

#include <gtest/gtest.h>

namespace okno::db {
namespace {

using Texts = std::vector<std::string>;

TEST(Value, AnArrayComesBackAsItWent) {
  for (const Texts& values :
       {Texts{}, Texts{""}, Texts{"a"}, Texts{"NULL"}, Texts{"a,b", "{", "}", "\"", "\\"},
        Texts{"Ёлка", " пробел ", "a\"b\\c"}}) {
    EXPECT_EQ(FromText<Texts>::Read(*ToArray(values)), values);
  }
}

TEST(Value, AnArrayIsReadAsPostgresqlWritesIt) {
  EXPECT_EQ(FromText<Texts>::Read("{a,\"b c\",\"\",\"NULL\"}"), (Texts{"a", "b c", "", "NULL"}));
}

TEST(Value, ABrokenArrayIsAFault) {
  for (const char* text : {"", "a", "{", "{a", "{a,", "{\"a}", "{a}b", "{a\\", "{NULL}"}) {
    EXPECT_THROW(FromText<Texts>::Read(text), std::runtime_error) << text;
  }
}

TEST(Value, BytesGoAsHexAndComeBack) {
  const std::string all("\0\x01\x7f\x80\xff'\\", 7);
  EXPECT_EQ(*ToParameter(Bytes{all}), "\\x00017f80ff275c");
  EXPECT_EQ(FromText<Bytes>::Read("\\x00017F80ff275c").value, all);
  for (const char* text : {"", "\\x0", "00", "\\xgg"}) {
    EXPECT_THROW(FromText<Bytes>::Read(text), std::runtime_error) << text;
  }
}

TEST(Value, NumbersAreReadWholeOrNotAtAll) {
  EXPECT_EQ(FromText<int>::Read("-7"), -7);
  EXPECT_EQ(FromText<long long>::Read("9223372036854775807"), 9223372036854775807);
  EXPECT_DOUBLE_EQ(FromText<double>::Read("0.25"), 0.25);
  for (const char* text : {"", "1x", "2147483648", " 1", "1.0"}) {
    EXPECT_THROW(FromText<int>::Read(text), std::runtime_error) << text;
  }
}

TEST(Value, AMomentKeepsItsMicroseconds) {
  using namespace std::chrono;
  const Instant whole = sys_days(2026y / November / 23) + 9h + 15min + 7s;
  EXPECT_EQ(FromText<Instant>::Read("2026-11-23 09:15:07+00"), whole);
  EXPECT_EQ(FromText<Instant>::Read("2026-11-23 09:15:07.5+00"), whole + 500ms);
  EXPECT_EQ(FromText<Instant>::Read("2026-11-23 09:15:07.000001+00"), whole + 1us);
  for (const char* text :
       {"", "infinity", "2026-11-23", "2026-11-23 09:15:07+03", "2026-02-30 00:00:00+00"}) {
    EXPECT_THROW(FromText<Instant>::Read(text), std::runtime_error) << text;
  }
}

TEST(Value, AnEmptyOptionalIsNull) {
  EXPECT_EQ(ToParameter(std::optional<int>()), std::nullopt);
  EXPECT_EQ(ToParameter(std::optional<int>(3)), "3");
  EXPECT_EQ(ToParameter(std::optional<std::string>("")), "");
}

}  // namespace
}  // namespace okno::db
