// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "neighbours/msp/desk.h"
#include "neighbours/population/identify.h"
#include "neighbours/population/numbers.h"

// Purchases of the largest customers (223-ФЗ): what can be taken part in, and what is planned.
namespace okno::testbed::neighbours {

namespace {

const std::vector<std::string> kSubjects{"Поставка", "Выполнение работ", "Оказание услуг"};
const std::vector<std::string> kCustomers{"АО «Приречэнерго»", "ГУП «Приречводоканал»",
                                          "АО «Приреченский порт»", "ПАО «Приречтелеком»"};

std::vector<std::string> Texts(const xml::Element& content, const char* name) {
  std::vector<std::string> texts;
  for (const auto& child : content.children()) {
    if (child.name() == name) texts.push_back(child.text());
  }
  return texts;
}

long long Limit(const xml::Element& price, const char* name, long long fallback) {
  const auto text = price ? price.child_text(name) : "";
  return text.empty() ? fallback : static_cast<long long>(std::stod(text));
}

struct Notice {
  std::string okpd2, customer, inn, number;
  long long price = 0;
  Date deadline;
  bool only_for_sme = false;
};

Notice MakeNotice(const std::string& okpd2, Dice& dice, Date today) {
  Notice notice{okpd2, dice.Of(kCustomers), "", "3" + dice.Digits(10)};
  Dice customer(notice.customer, "inn");
  notice.inn = MakeEntityInn(customer);
  notice.price = dice.Between(50, 20'000) * 1000LL;
  notice.deadline = std::chrono::sys_days(today) + std::chrono::days(dice.Between(5, 30));
  notice.only_for_sme = dice.Chance(65);
  return notice;
}

void AddNotice(SmeAnswer& answer, const Notice& notice, Dice& dice) {
  auto row = answer.root().Add(answer.root().namespace_uri(), "tns", "Notice");
  const auto subject = dice.Of(kSubjects) + ", ОКПД 2 " + notice.okpd2;
  Put(row, "Number", notice.number);
  Put(row, "Customer", notice.customer);
  Put(row, "CustomerInn", notice.inn);
  Put(row, "Subject", subject);
  Put(row, "Okpd2", notice.okpd2);
  Put(row, "StartPrice", Rubles(notice.price));
  Put(row, "Deadline", FormatDate(notice.deadline));
  Put(row, "OnlyForMsp", notice.only_for_sme ? "true" : "false");
  answer.Row({notice.number, notice.customer, notice.inn, subject, notice.okpd2,
              printing::Rubles{static_cast<double>(notice.price)}, notice.deadline,
              notice.only_for_sme ? "да" : "нет"});
  answer.Line("№ " + notice.number,
              fmt::format("{}: {}; {} ₽; заявки до {}", notice.customer, subject,
                          notice.price, FormatDateRu(notice.deadline)));
}

// A customer of the register, or NO_DATA.
std::variant<Json, Rejection> CustomerOf(Desk& desk, const std::string& inn) {
  auto found = IdentifyEntity(desk.tx, inn);
  if (std::holds_alternative<Rejection>(found))
    return NoData("Заказчик с ИНН " + inn + " не найден");
  return found;
}

void AddPlan(SmeAnswer& answer, const Json& customer, const std::string& year,
             const std::vector<std::string>& codes) {
  const auto inn = Field(customer, "inn"), name = Field(customer, "short_name");
  Dice dice(inn + year, "plan");
  auto plan = answer.root().Add(answer.root().namespace_uri(), "tns", "Plan");
  const long long total = dice.Between(20, 900) * 1'000'000LL;
  const int share = dice.Between(25, 78);
  Put(plan, "Customer", name);
  Put(plan, "CustomerInn", inn);
  Put(plan, "Year", year);
  Put(plan, "Total", Rubles(total));
  Put(plan, "MspShare", std::to_string(share));
  static const std::vector<std::string> kUsual{"17.12.14", "27.32.13", "43.21.10", "62.02.30"};
  for (const auto& code : codes.empty() ? kUsual : codes) {
    auto item = plan.Add(plan.namespace_uri(), "tns", "Item");
    const auto subject = dice.Of(kSubjects);
    const long long amount = total / 100 * dice.Between(1, 12);
    const int quarter = dice.Between(1, 4);
    Put(item, "Okpd2", code);
    Put(item, "Name", subject);
    Put(item, "Amount", Rubles(amount));
    Put(item, "Quarter", std::to_string(quarter));
    answer.Row({name, inn, year, code, subject, printing::Rubles{static_cast<double>(amount)},
                static_cast<long long>(quarter)});
  }
  answer.Line(name, fmt::format("{} год: {} ₽, доля МСП {} %", year, total, share));
}

}  // namespace

Answer FindProcurements(Desk& desk, const Question& question) {
  const auto& content = question.content;
  const auto price = content.child("Price");
  const auto from = Limit(price, "From", 0), to = Limit(price, "To", 1'000'000'000'000);
  if (from > to) return {{}, Ambiguous("Цена «от» больше цены «до», уточните запрос")};
  const bool only_for_sme = content.child_text("OnlyForMsp") != "false";
  SmeAnswer answer(question, "ProcurementParticipationResponse");
  answer.Columns({{"Номер", 14},
                  {"Заказчик", 28},
                  {"ИНН", 12},
                  {"Предмет", 40},
                  {"ОКПД 2"},
                  {"Начальная цена", 18},
                  {"Заявки до"},
                  {"Только для МСП"}});
  int found = 0;
  for (const auto& okpd2 : Texts(content, "Okpd2")) {
    Dice dice(okpd2, "notices");
    const int count = dice.Between(1, 5);
    for (int at = 0; at < count; ++at) {
      const auto notice = MakeNotice(okpd2, dice, LocalDate(question.now, kMoscow));
      if (notice.price < from || notice.price > to || (only_for_sme && !notice.only_for_sme))
        continue;
      AddNotice(answer, notice, dice);
      ++found;
    }
  }
  if (found == 0) return {{}, NoData("Закупки по указанным условиям не найдены")};
  return answer.Finish(desk, "Закупки, в которых можно участвовать",
                       fmt::format("Найдено закупок: {}", found));
}

Answer ListProcurementPlans(Desk& desk, const Question& question) {
  SmeAnswer answer(question, "ProcurementVolumesResponse");
  answer.Columns({{"Заказчик", 28},
                  {"ИНН", 12},
                  {"Год"},
                  {"ОКПД 2"},
                  {"Предмет", 24},
                  {"Сумма", 20},
                  {"Квартал"}});
  const auto inns = Texts(question.content, "CustomerInn");
  for (const auto& inn : inns) {
    const auto customer = CustomerOf(desk, inn);
    if (const auto* rejection = std::get_if<Rejection>(&customer)) return {{}, *rejection};
    AddPlan(answer, std::get<Json>(customer), question.content.child_text("Year"),
            Texts(question.content, "Okpd2"));
  }
  return answer.Finish(desk, "Объёмы и номенклатура закупок",
                       fmt::format("Планы закупок заказчиков: {}", inns.size()));
}

}  // namespace okno::testbed::neighbours
