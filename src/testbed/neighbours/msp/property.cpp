// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "neighbours/msp/desk.h"
#include "neighbours/population/words.h"

namespace okno::testbed::neighbours {

namespace {

struct Wish {
  std::string kind, deal, place;
  double from = 0, to = 1e9;
};

double NumberOf(const std::string& text, double fallback) {
  return text.empty() ? fallback : std::stod(text);
}

const char* KindName(const std::string& kind) {
  if (kind == "land") return "Земельный участок";
  if (kind == "building") return "Нежилое здание";
  if (kind == "premises") return "Нежилое помещение";
  return kind == "equipment" ? "Оборудование" : "Транспортное средство";
}

bool HasArea(const std::string& kind) { return kind != "equipment" && kind != "vehicle"; }

void AddEstate(SmeAnswer& answer, const Wish& wish, double area, Dice& dice) {
  auto estate = answer.root().Add(answer.root().namespace_uri(), "tns", "Estate");
  const auto address = fmt::format("{}, {}", wish.place, MakeAddress(dice));
  const bool rent = wish.deal == "rent" || (wish.deal == "any" && dice.Chance(60));
  const auto price = rent ? dice.Between(3, 90) * 1000 : dice.Between(4, 120) * 100'000;
  Put(estate, "Kind", wish.kind);
  Put(estate, "Name", KindName(wish.kind));
  Put(estate, "Address", address);
  if (HasArea(wish.kind)) Put(estate, "Area", fmt::format("{:.1f}", area));
  Put(estate, "Owner", dice.Chance(50) ? "Приреченская область" : "Город Приреченск");
  Put(estate, "Terms",
      rent ? "Аренда на торгах среди малого и среднего бизнеса, от 5 лет"
           : "Выкуп по преимущественному праву с рассрочкой");
  Put(estate, "Price", Rubles(price));
  Put(estate, "ThirdPartyRights", dice.Chance(20) ? "true" : "false");
  answer.Row({KindName(wish.kind), address, HasArea(wish.kind) ? printing::SheetCell(area) : "",
              rent ? "Аренда" : "Выкуп", printing::Rubles{static_cast<double>(price)}});
  answer.Line(KindName(wish.kind),
              fmt::format("{}; {} ₽{}", address, price, rent ? " в месяц" : ""));
}

}  // namespace

Answer SelectProperty(Desk& desk, const Question& question) {
  const auto& content = question.content;
  SmeAnswer answer(question, "PropertySelectionResponse");
  answer.Columns({{"Объект", 24}, {"Адрес", 48}, {"Площадь, кв. м"}, {"Как"}, {"Цена", 18}});
  Wish wish{content.child_text("EstateKind"), content.child_text("Deal"), ""};
  if (const auto area = content.child("Area")) {
    wish.from = NumberOf(area.child_text("From"), 0);
    wish.to = NumberOf(area.child_text("To"), 1e9);
  }
  if (wish.from > wish.to)
    return {{}, Ambiguous("Площадь «от» больше площади «до», уточните запрос")};
  int found = 0;
  std::string others;
  for (const auto& place : content.children()) {
    if (place.name() != "Location") continue;
    wish.place = place.child_text("Name");
    Dice dice(place.child_text("FiasCode") + wish.kind, "property");
    const int lots = dice.Between(2, 6);
    for (int at = 0; at < lots; ++at) {
      const double area = dice.Between(120, wish.kind == "land" ? 60'000 : 9'000) / 10.0;
      if (HasArea(wish.kind) && (area < wish.from || area > wish.to)) {
        others += fmt::format("{}{:.0f}", others.empty() ? "" : ", ", area);
        continue;
      }
      AddEstate(answer, wish, area, dice);
      ++found;
    }
  }
  if (found == 0) {
    return {{}, NoData("Имущества такой площади нет. Есть объекты площадью, м²: " + others)};
  }
  return answer.Finish(desk, "Подбор имущества для бизнеса",
                       fmt::format("Найдено объектов: {}", found));
}

}  // namespace okno::testbed::neighbours
