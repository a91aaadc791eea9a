// SPDX-License-Identifier: Apache-2.0
#include "printing/render.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "logic/tree.h"
#include "logic/typography.h"

namespace okno::printing {
namespace {

Json Parsed(const char* text) { return Json::parse(text); }

// Text of a PDF by poppler, an independent reader.
std::string TextOf(const std::string& pdf, const std::string& options = "-layout") {
  const auto path = std::filesystem::temp_directory_path() /
                    ("okno-print-" + std::to_string(::getpid()) + ".pdf");
  std::ofstream(path, std::ios::binary) << pdf;
  FILE* pipe = popen(("pdftotext " + options + " " + path.string() + " -").c_str(), "r");
  std::string text;
  char buffer[4096];
  while (const auto count = fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, count);
  EXPECT_EQ(pclose(pipe), 0);
  std::filesystem::remove(path);
  return text;
}

Json ReceiptData(int documents) {
  Json data = Parsed(R"({
    "title": "Расписка", "qr": "0101-26-000123",
    "application": {"number": "0101-26-000123", "filed_on": "2026-11-23", "planned_date": "2027-01-11"},
    "applicant": {"display_name": "Иванова Анна Петровна", "document": "паспорт 1234 567890", "phone": "+7 900 123-45-67", "signatory": "Иванова А. П."},
    "service": {"name": "Присвоение звания «Ветеран труда»", "agency": "Министерство", "term_text": "30 рабочих дней", "fee_text": "без пошлины"},
    "center": {"name": "МФЦ"}, "branch": {"name": "Филиал № 1", "address": "г. Приреченск, ул. Мира, д. 5", "hours": "пн–пт 8:00–20:00"},
    "operator": {"name": "Сидорова М. И."}, "checklist": [], "totals": {"documents": 2, "sheets": 5}
  })");
  for (int i = 1; i <= documents; ++i)
    data["checklist"].push_back({{"index", i},
                                 {"title", "Документ " + std::to_string(i)},
                                 {"form", "оригинал"},
                                 {"sheets", 1},
                                 {"copies", 1}});
  return data;
}

TemplateBook Book() {
  return TemplateBook::Load(std::string(OKNO_SOURCE_DIR) + "/content/print-templates");
}

TEST(Render, PrintsValuesIntoTheReceiptWithDatesAsPeopleReadThem) {
  const auto text = TextOf(Render(*Book().Get("receipt"), ReceiptData(2)));
  EXPECT_NE(text.find("Иванова Анна Петровна"), std::string::npos);
  EXPECT_NE(text.find("11 января 2027 г."), std::string::npos);
  EXPECT_NE(text.find("Документ 2"), std::string::npos);
  EXPECT_NE(text.find("Страница 1 из 1"), std::string::npos);
  EXPECT_EQ(text.find("Представитель"), std::string::npos)
      << "a condition that does not hold prints nothing";
}

TEST(Render, TheApplicationAsksAndShowsGroupsAsTables) {
  auto data = ReceiptData(1);
  data["service"]["application_title"] = "о предоставлении субсидии";
  data["service"]["application_request"] = "предоставить субсидию";
  data["declarations"] = Parsed(R"([{"text": "Обязуюсь сообщить"}])");
  data["form"] = Parsed(R"([
    {"title": "Жильё", "fields": [{"label": "Площадь", "value": "54,5"}], "columns": [], "rows": []},
    {"title": "Члены семьи", "fields": [], "columns": [{"title": "Имя"}, {"title": "СНИЛС"}],
     "rows": [{"cells": [{"text": "Ульяна"}, {"text": "1"}]}, {"cells": [{"text": "Пётр"}, {"text": "2"}]}]}])");
  const auto text = TextOf(Render(*Book().Get("application"), data));
  for (const auto* shown : {"о предоставлении субсидии", "Прошу предоставить субсидию.", "Жильё",
                            "54,5", "Члены семьи", "Обязуюсь сообщить."}) {
    EXPECT_NE(text.find(shown), std::string::npos) << shown << "\n" << text;
  }
  const auto head = text.find("Имя"), first = text.find("Ульяна"), second = text.find("Пётр");
  EXPECT_LT(head, first);
  EXPECT_LT(first, second);
  EXPECT_LT(text.find("СНИЛС"), first) << "side by side";
}

TEST(Render, TheReceiptOfTheResultNamesWhoReceived) {
  auto data = ReceiptData(0);
  data["recipient"] = Parsed(
      R"({"name": "Сидоров Пётр Ильич", "document": "военный билет АБ 1", "authority": "доверенность № 5"})");
  const auto text = TextOf(Render(*Book().Get("result_receipt"), data));
  EXPECT_NE(text.find("Получил: Сидоров Пётр Ильич"), std::string::npos) << text;
  EXPECT_NE(text.find("представитель: доверенность № 5"), std::string::npos) << text;
  data["recipient"].erase("authority");
  EXPECT_EQ(TextOf(Render(*Book().Get("result_receipt"), data)).find("представитель"),
            std::string::npos);
}

TEST(Render, RepeatsTheTableHeaderOnEveryPage) {
  const auto text = TextOf(Render(*Book().Get("receipt"), ReceiptData(120)));
  std::size_t headers = 0, pages = 0;
  for (auto at = text.find("Наименование документа"); at != std::string::npos;
       at = text.find("Наименование документа", at + 1))
    ++headers;
  for (auto at = text.find("\f"); at != std::string::npos; at = text.find("\f", at + 1)) ++pages;
  EXPECT_GE(pages, 3u);
  EXPECT_GE(headers, 3u);
  EXPECT_NE(text.find("Документ 120"), std::string::npos);
}

TEST(Render, QrCodeIsReadBackByAnIndependentReader) {
  const auto base =
      std::filesystem::temp_directory_path() / ("okno-qr-" + std::to_string(::getpid()));
  std::ofstream(base.string() + ".pdf", std::ios::binary)
      << Render(*Book().Get("application"), ReceiptData(1));
  ASSERT_EQ(
      std::system(
          ("pdftoppm -r 150 -png -singlefile " + base.string() + ".pdf " + base.string()).c_str()),
      0);
  FILE* pipe = popen(("zbarimg -q --raw " + base.string() + ".png").c_str(), "r");
  char buffer[200] = {};
  ASSERT_NE(fgets(buffer, sizeof buffer, pipe), nullptr);
  pclose(pipe);
  EXPECT_STREQ(buffer, "0101-26-000123\n");
  std::filesystem::remove(base.string() + ".pdf");
  std::filesystem::remove(base.string() + ".png");
}

TEST(Render, ARowTallerThanAPageGoesOnAcrossPagesAndLosesNothing) {
  auto data = ReceiptData(1);
  std::string longest;
  for (int i = 0; i < 3000; ++i) longest += "слово" + std::to_string(i) + " ";
  data["checklist"][0]["title"] = longest;
  const auto text = TextOf(Render(*Book().Get("receipt"), data), "");
  for (const auto* word : {"слово0", "слово1500", "слово2999"})
    EXPECT_NE(text.find(word), std::string::npos) << word;
}

TEST(Render, HostileValuesArePrintedAsTextOrDropped) {
  struct Case {
    const char* name;
    std::string value;
  };
  std::string marks = "е";
  for (int i = 0; i < 20000; ++i) marks += "\u0301";
  for (const auto& c :
       {Case{"markup", "<b>&amp;</b>{{x}}"}, Case{"broken UTF-8", "\xff\xfe"},
        Case{"control", std::string("a\x01\x00b", 4)}, Case{"combining", marks},
        Case{"one long word", std::string(100000, 'x')}, Case{"right to left", "\u202Eabc"}}) {
    auto data = ReceiptData(1);
    data["applicant"]["display_name"] = c.value;
    EXPECT_TRUE(Render(*Book().Get("receipt"), data).starts_with("%PDF-")) << c.name;
  }
}

TEST(Render, ThreadsRenderSideBySide) {
  const auto book = Book();
  std::vector<std::string> texts(4);
  std::vector<std::jthread> threads;
  for (auto& text : texts)
    threads.emplace_back([&] {
      for (int i = 0; i < 10; ++i) text = Render(*book.Get("receipt"), ReceiptData(i));
    });
  threads.clear();
  for (const auto& text : texts) EXPECT_TRUE(text.starts_with("%PDF-"));
}

struct BrokenTemplate {
  const char* name;
  const char* document;
  const char* code;
};
class TemplateRefused : public testing::TestWithParam<BrokenTemplate> {};
TEST_P(TemplateRefused, WithACodeAndThePlace) {
  const auto result = Template::Parse(Parsed(GetParam().document));
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.refusal().code, GetParam().code);
}
INSTANTIATE_TEST_SUITE_P(
    Cases, TemplateRefused,
    testing::Values(
        BrokenTemplate{"Node", R"({"type":"doc","content":[{"type":"script"}]})", "template.node"},
        BrokenTemplate{"Attribute",
                       R"({"type":"doc","content":[{"type":"paragraph","attrs":{"onclick":"x"}}]})",
                       "template.attribute"},
        BrokenTemplate{
            "AttributeValue",
            R"({"type":"doc","content":[{"type":"paragraph","attrs":{"textAlign":"middle"}}]})",
            "template.attribute"},
        BrokenTemplate{
            "Mark",
            R"({"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"link"}]}]}]})",
            "template.mark"},
        BrokenTemplate{
            "Placeholder",
            R"({"type":"doc","content":[{"type":"paragraph","content":[{"type":"placeholder"}]}]})",
            "template.path"},
        BrokenTemplate{
            "BlockInParagraph",
            R"({"type":"doc","content":[{"type":"paragraph","content":[{"type":"table"}]}]})",
            "template.node"},
        BrokenTemplate{
            "Colspan",
            R"({"type":"doc","content":[{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","attrs":{"colspan":1000000000}}]}]}]})",
            "template.attribute"},
        BrokenTemplate{"NotADocument", R"({"type":"paragraph"})", "template.node"}),
    [](const auto& info) { return info.param.name; });

TEST(Template, NestingBeyondTheLimitIsRefused) {
  std::string open, close;
  for (int i = 0; i < 30; ++i) {
    open += R"({"type":"condition","attrs":{"path":"a"},"content":[)";
    close += "]}";
  }
  const auto result =
      Template::Parse(Json::parse(R"({"type":"doc","content":[)" + open + close + "]}"));
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.refusal().code, "template.too_deep");
}

TEST(Typography, SpacesThatMustNotBreakBecomeNoBreakOnes) {
  EXPECT_EQ(GlueSpaces("№ 5 от 1 мая"), "№\u00A05 от 1 мая");
  EXPECT_EQ(GlueSpaces("Иванова А. П. пришла"), "Иванова\u00A0А.\u00A0П.\u00A0пришла");
  EXPECT_EQ(GlueSpaces("г. Приреченск, ул. Мира"), "г.\u00A0Приреченск, ул.\u00A0Мира");
  EXPECT_EQ(GlueSpaces("срок — месяц"), "срок\u00A0— месяц");
  EXPECT_EQ(GlueSpaces("всего 5\u202F230,50\u202F₽"), "всего 5\u00A0230,50\u00A0₽");
}

}  // namespace
}  // namespace okno::printing
