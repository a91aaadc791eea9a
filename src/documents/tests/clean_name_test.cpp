// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "documents/documents.h"
#include "text/strings.h"

namespace okno::documents {
namespace {

TEST(CleanName, KeepsTheNameAndDropsWhatIsDangerous) {
  const std::pair<std::string, std::string> cases[] = {
      {"Паспорт Иванова.pdf", "Паспорт Иванова.pdf"},
      {"C:\\Users\\anna\\скан.pdf", "скан.pdf"},
      {"../../etc/passwd", "passwd"},
      {"a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"},
      {"\"<b>\".pdf", "b.pdf"},
      {"", "file"},
      {"..", "file"},
      {"folder/", "file"},
      {"\xff\xfe.pdf", "file"},
  };
  for (const auto& [given, clean] : cases) EXPECT_EQ(CleanName(given), clean) << given;
}

TEST(CleanName, ShortensByWholeLettersAndKeepsTheExtension) {
  std::string longest;
  for (int i = 0; i < 300; ++i) longest += "я";
  const auto clean = CleanName("x" + longest + ".pdf");
  EXPECT_LE(clean.size(), 200U);
  EXPECT_TRUE(text::IsValidUtf8(clean));
  EXPECT_TRUE(clean.ends_with("я.pdf"));
}

}  // namespace
}  // namespace okno::documents
