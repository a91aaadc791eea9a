// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>

#include "neighbours/msp/desk.h"
#include "neighbours/population/numbers.h"
#include "neighbours/population/words.h"

namespace okno::testbed::neighbours {

namespace {

struct Measure {
  std::string title, kind, conditions, basis;
};
struct Organization {
  std::string name, kind, mail;
  std::vector<Measure> measures;
};
const std::vector<Organization> kOrganizations{
    {"Министерство экономики Приреченской области",
     "authority",
     "econ@example.ru",
     {{"Субсидия на оборудование", "financial", "Возмещается до 50 % затрат",
       "Государственная программа области"},
      {"Льготная аренда областного имущества", "property", "Торги среди субъектов МСП",
       "Федеральный закон 209-ФЗ, статья 18"}}},
    {"Фонд поддержки предпринимательства",
     "fund",
     "fond@example.ru",
     {{"Микрозаём", "financial", "До 5 млн ₽ на 3 года",
       "Федеральный закон 209-ФЗ, статья 17"},
      {"Поручительство", "guarantee", "До 70 % обязательства",
       "Федеральный закон 209-ФЗ, статья 15.2"}}},
    {"Центр «Мой бизнес»",
     "center",
     "mybiz@example.ru",
     {{"Консультации", "information", "Бесплатно", "Федеральный закон 209-ФЗ, статья 19"},
      {"Тренинги", "training", "Бесплатно, по записи", "Федеральный закон 209-ФЗ, статья 20"}}},
    {"Центр поддержки экспорта",
     "center",
     "export@example.ru",
     {{"Вывод товара на внешние рынки", "export", "Софинансирование 20 %",
       "Федеральный закон 209-ФЗ, статья 16"}}},
    {"Технопарк «Приречье»",
     "business_park",
     "park@example.ru",
     {{"Льготная аренда помещений", "property", "До 3 лет", "Положение о технопарке"}}}};

std::set<std::string> KindsOf(const xml::Element& content) {
  std::set<std::string> kinds;
  for (const auto& child : content.children()) {
    if (child.name() == "SupportKind") kinds.insert(child.text());
  }
  return kinds;
}

void AddMeasure(xml::Element row, const Measure& measure) {
  auto added = row.Add(row.namespace_uri(), "tns", "Measure");
  Put(added, "Title", measure.title);
  Put(added, "SupportKind", measure.kind);
  Put(added, "Conditions", measure.conditions);
  Put(added, "LegalBasis", measure.basis);
}

void AddOrganization(SmeAnswer& answer, const Organization& organization,
                     const std::vector<Measure>& measures, const std::string& city) {
  Dice dice(city + organization.name, "organization");
  auto row = answer.root().Add(answer.root().namespace_uri(), "tns", "Organization");
  Put(row, "Name", organization.name);
  Put(row, "Kind", organization.kind);
  Put(row, "Address", city + ", ул. Мира, д. " + std::to_string(dice.Between(1, 90)));
  Put(row, "Phone", MakePhone(dice));
  Put(row, "Email", organization.mail);
  for (const auto& measure : measures) {
    AddMeasure(row, measure);
    answer.Row({organization.name, measure.title, measure.conditions, measure.basis});
    answer.Line(organization.name, measure.title + ": " + measure.conditions);
  }
}

}  // namespace

Answer ListSupportMeasures(Desk& desk, const Question& question) {
  const auto kinds = KindsOf(question.content);
  const auto city = question.content.child("City").child_text("Name");
  SmeAnswer answer(question, "SupportMeasuresResponse");
  answer.Columns({{"Орган или организация", 40}, {"Мера", 34}, {"Условия", 34}, {"Основание", 44}});
  int found = 0;
  for (const auto& organization : kOrganizations) {
    std::vector<Measure> measures;
    for (const auto& measure : organization.measures) {
      if (kinds.contains(measure.kind)) measures.push_back(measure);
    }
    if (measures.empty()) continue;
    AddOrganization(answer, organization, measures, city);
    ++found;
  }
  return answer.Finish(desk, "Органы, организации и меры поддержки",
                       fmt::format("Найдено органов и организаций: {}", found));
}

}  // namespace okno::testbed::neighbours
