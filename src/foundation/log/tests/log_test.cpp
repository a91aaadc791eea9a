// SPDX-License-Identifier: Apache-2.0
#include "log/log.h"

#include <gtest/gtest.h>

#include <cmath>
#include <thread>
#include <vector>

#include "line.h"
#include "text/strings.h"

namespace okno::log {
namespace {

std::string At(Level level, std::string_view event, std::initializer_list<Field> fields = {}) {
  return Line(std::chrono::system_clock::time_point(std::chrono::milliseconds(1795425300123)),
              level, event, fields);
}

TEST(LogLine, IsOneJsonObject) {
  EXPECT_EQ(
      At(Level::kInfo, "server_started",
         {{"port", 8080}, {"host", "127.0.0.1"}, {"seconds", 0.5}, {"tls", false}}),
      R"({"time":"2026-11-23T09:15:00.123Z","level":"info","event":"server_started","port":8080,)"
      R"("host":"127.0.0.1","seconds":0.5,"tls":false})");
}

TEST(LogLine, EscapesWhatWouldBreakIt) {
  const auto line = At(Level::kError, "a\"b", {{"path", "C:\\x\n{\"y\":1}\t\x01"}, {"имя", "ёж"}});
  EXPECT_TRUE(
      line.ends_with(R"("event":"a\"b","path":"C:\\x\u000a{\"y\":1}\u0009\u0001","имя":"ёж"})"))
      << line;
}

TEST(LogLine, ReplacesBytesThatAreNotUtf8) {
  const auto line = At(Level::kWarning, "broken", {{"text", "a\xFF\xD0z"}});
  EXPECT_TRUE(line.ends_with(R"("text":"a??z"})")) << line;
}

TEST(LogLine, WritesWhatIsNoNumberAsNull) {
  EXPECT_TRUE(At(Level::kDebug, "x", {{"ratio", std::nan("")}}).ends_with(R"("ratio":null})"));
}

TEST(Log, GoesToStderrFromTheSetLevelUp) {
  testing::internal::CaptureStderr();
  Debug("not_yet");
  SetLevel(Level::kWarning);
  Info("hidden");
  Error("shown", {{"format", "100 %v {}"}});
  SetLevel(Level::kInfo);
  const auto written = testing::internal::GetCapturedStderr();
  EXPECT_EQ(text::Split(written, '\n').size(), 2U) << written;
  EXPECT_NE(written.find(R"("event":"shown","format":"100 %v {}"})"), std::string::npos) << written;
}

TEST(Log, LinesOfManyThreadsAreNotMixed) {
  testing::internal::CaptureStderr();
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (int n = 0; n < 200; ++n) Info("tick", {{"text", std::string(500, 'x')}});
    });
  }
  for (auto& thread : threads) thread.join();
  auto lines = text::Split(testing::internal::GetCapturedStderr(), '\n');
  ASSERT_EQ(lines.size(), 801U);
  lines.pop_back();
  for (const auto& line : lines) {
    ASSERT_TRUE(line.starts_with(R"({"time":")") && line.ends_with("xx\"}")) << line;
    ASSERT_EQ(line.size(), lines[0].size());
  }
}

}  // namespace
}  // namespace okno::log
