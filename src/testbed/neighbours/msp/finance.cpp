// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "neighbours/msp/desk.h"
#include "neighbours/population/numbers.h"

namespace okno::testbed::neighbours {

namespace {

struct Product {
  std::string form, organization, name;
  double rate;  // percent a year; 0 = none
  long long amount_max;
  int months_max;
  bool wants_collateral;
};
const std::vector<Product> kProducts{
    {"loan", "ПАО «Приреченский банк»", "Кредит «Развитие»", 14.5, 50'000'000, 84, true},
    {"loan", "АО «МСП Банк» (учебный)", "Оборотный кредит", 12.5, 10'000'000, 36, true},
    {"microloan", "Фонд микрофинансирования области", "Микрозаём «Старт»", 7.0, 500'000, 24, false},
    {"microloan", "Фонд микрофинансирования области", "Микрозаём «Оборот»", 9.5, 5'000'000, 36,
     true},
    {"guarantee", "Гарантийный фонд области", "Поручительство", 0.75, 25'000'000, 120, false},
    {"leasing", "Региональная лизинговая компания", "Льготный лизинг", 6.0, 50'000'000, 60, false},
    {"subsidy", "Министерство экономики области", "Грант молодым предпринимателям", 0, 500'000, 12,
     false}};

bool Fits(const Product& product, const std::string& form, const xml::Element& content) {
  return product.form == form &&
         std::stod(content.child_text("Amount")) <= static_cast<double>(product.amount_max) &&
         std::stoi(content.child_text("Months")) <= product.months_max &&
         (!product.wants_collateral || content.child_text("HasCollateral") != "false");
}

void AddOffer(SmeAnswer& answer, const Product& product) {
  auto offer = answer.root().Add(answer.root().namespace_uri(), "tns", "Offer");
  Dice dice(product.organization, "phone");
  Put(offer, "Form", product.form);
  Put(offer, "Organization", product.organization);
  Put(offer, "Product", product.name);
  if (product.rate > 0) Put(offer, "Rate", fmt::format("{:.2f}", product.rate));
  Put(offer, "AmountMax", Rubles(product.amount_max));
  Put(offer, "MonthsMax", std::to_string(product.months_max));
  Put(offer, "Conditions", product.wants_collateral ? "Нужен залог" : "Залог не нужен");
  Put(offer, "Phone", MakePhone(dice));
  answer.Row({product.organization, product.name,
              product.rate > 0 ? printing::SheetCell(product.rate) : "",
              printing::Rubles{static_cast<double>(product.amount_max)},
              static_cast<long long>(product.months_max),
              product.wants_collateral ? "Нужен залог" : "Залог не нужен"});
  answer.Line(product.organization, fmt::format("{}: до {} ₽ на {} мес.", product.name,
                                                product.amount_max, product.months_max));
}

std::string InWords(const Product& product) {
  const auto amount = product.amount_max >= 1'000'000
                          ? fmt::format("{} млн", product.amount_max / 1'000'000)
                          : fmt::format("{} тыс.", product.amount_max / 1'000);
  return fmt::format("{} — до {} ₽ на {} мес.{}", product.name, amount, product.months_max,
                     product.wants_collateral ? ", нужен залог" : "");
}

// Who asks for what nobody gives learns what is given.
std::string WhatThereIs(const xml::Element& content) {
  std::string offers;
  for (const auto& form : content.children()) {
    if (form.name() != "Form") continue;
    for (const auto& product : kProducts) {
      if (product.form == form.text()) offers += (offers.empty() ? "" : "; ") + InWords(product);
    }
  }
  return "Предложений с такой суммой и сроком нет. Есть: " + offers;
}

}  // namespace

Answer OfferFinance(Desk& desk, const Question& question) {
  SmeAnswer answer(question, "FinancialSupportResponse");
  answer.Columns({{"Организация", 34},
                  {"Продукт", 28},
                  {"Ставка, % годовых"},
                  {"Сумма до", 20},
                  {"Месяцев до"},
                  {"Условия", 18}});
  int found = 0;
  for (const auto& form : question.content.children()) {
    if (form.name() != "Form") continue;
    for (const auto& product : kProducts) {
      if (!Fits(product, form.text(), question.content)) continue;
      AddOffer(answer, product);
      ++found;
    }
  }
  if (found == 0) return {{}, NoData(WhatThereIs(question.content))};
  return answer.Finish(desk, "Формы и условия финансовой поддержки",
                       fmt::format("Найдено предложений: {}", found));
}

}  // namespace okno::testbed::neighbours
