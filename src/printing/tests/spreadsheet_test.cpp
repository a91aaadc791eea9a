// SPDX-License-Identifier: Apache-2.0
#include "printing/spreadsheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>

namespace okno::printing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// A member of the file, which is a ZIP of XML.
std::string MemberOf(const std::string& xlsx, const char* name) {
  auto* source = zip_source_buffer_create(xlsx.data(), xlsx.size(), 0, nullptr);
  auto* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr) throw std::runtime_error("no ZIP");
  std::string text(1 << 20, '\0');
  auto* file = zip_fopen(archive, name, 0);
  if (file == nullptr) throw std::runtime_error(std::string("no member ") + name);
  text.resize(zip_fread(file, text.data(), text.size()));
  zip_fclose(file);
  zip_discard(archive);
  return text;
}

Sheet Purchases() {
  return {
      .name = "Закупки",
      .heading = {"Закупки, в которых можно участвовать"},
      .columns = {{"Предмет", 40}, {"Штук"}, {"Доля"}, {"Цена", 18}, {"До"}},
      .rows = {{std::string("=1+1 <&>"), 7LL, 12.5, Rubles{1500000}, *ParseDate("2026-12-01")}}};
}

TEST(Spreadsheet, HasTheRowsWithTheirKinds) {
  const auto sheet = MemberOf(MakeXlsx(Purchases()), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, HasSubstr("Закупки, в которых можно участвовать"));
  EXPECT_THAT(sheet, HasSubstr("=1+1 &lt;&amp;&gt;"));
  EXPECT_THAT(sheet, Not(HasSubstr("<f>"))) << "a text is no formula";
  EXPECT_THAT(sheet, HasSubstr("<v>1500000</v>"));
  EXPECT_THAT(sheet, HasSubstr("<v>46357</v>")) << "days since 1900, Excel's way";
  EXPECT_THAT(sheet, HasSubstr("<autoFilter ref=\"A3:E4\""));
  EXPECT_THAT(sheet, HasSubstr("topLeftCell=\"A4\""));
}

TEST(Spreadsheet, WhatIsNoSheetIsABug) {
  auto sheet = Purchases();
  sheet.rows[0].pop_back();
  EXPECT_THROW(MakeXlsx(sheet), std::logic_error);
  EXPECT_THROW(MakeXlsx({.name = "Пусто"}), std::logic_error);
  EXPECT_THROW(MakeXlsx({.name = "a/b", .columns = {{"x"}}}), std::runtime_error);
}

}  // namespace
}  // namespace okno::printing
