// SPDX-License-Identifier: Apache-2.0
#include "neighbours/treasury/made_up_charges.h"

#include <fmt/format.h>

#include "neighbours/population/dice.h"
#include "neighbours/treasury/desk.h"
#include "neighbours/treasury/identifiers.h"

namespace okno::testbed::neighbours {

namespace {

struct Duty {
  std::string head, kbk, purpose, payee, payee_inn;  // head: first digits of КБК and УИН
  int rubles;
};
const std::vector<Duty> kDuties{
    {"188", "18810807100010034110", "Госпошлина за выдачу паспорта гражданина РФ",
     "УФК по Приреченской области (УМВД России)", "7701000202", 300},
    {"188", "18810807141010000110", "Госпошлина за выдачу водительского удостоверения",
     "УФК по Приреченской области (УМВД России)", "7701000202", 2000},
    {"321", "32110807020018000110", "Госпошлина за государственную регистрацию прав",
     "УФК по Приреченской области (Росреестр)", "7701000318", 4000},
    {"182", "18210803010010000110", "Госпошлина за регистрацию акта гражданского состояния",
     "УФК по Приреченской области (УФНС России)", "7701000413", 350}};

void AddPayee(xml::Element parent, const Duty& duty) {
  auto payee = parent.Add(Gmp("Organization"), "org", "Payee");
  payee.SetAttribute("name", duty.payee);
  payee.SetAttribute("inn", duty.payee_inn);
  payee.SetAttribute("kpp", "770101001");
  auto account = payee.Add(Gmp("Common"), "com", "OrgAccount");
  account.SetAttribute("accountNumber", "40101810045250010041");
  account.Add(Gmp("Common"), "com", "Bank").SetAttribute("bik", "017701001");
}

xml::Document ChargeXml(const storage::Charge& charge, const Duty& duty) {
  auto document = xml::Document::Create(Gmp("Package"), "pkg", "ImportedCharge");
  auto root = document.root();
  root.SetAttribute("supplierBillID", charge.uin);
  root.SetAttribute("billDate", FormatXsdDateTime(charge.bill_date, kMoscow));
  root.SetAttribute("totalAmount", std::to_string(charge.amount));
  root.SetAttribute("purpose", duty.purpose);
  root.SetAttribute("kbk", duty.kbk);
  root.SetAttribute("oktmo", "77701000");
  AddPayee(root, duty);
  root.Add(Gmp("Charge"), "chg", "Payer").SetAttribute("payerIdentifier", charge.payer);
  auto budget = root.Add(Gmp("Charge"), "chg", "BudgetIndex");
  budget.SetAttribute("status", "13");
  for (const char* part : {"paytReason", "taxPeriod", "taxDocNumber", "taxDocDate"})
    budget.SetAttribute(part, "0");
  return document;
}

xml::Document PaymentXml(const storage::Payment& payment, const Duty& duty) {
  auto document = xml::Document::Create(Gmp("Package"), "pkg", "ImportedPayment");
  auto root = document.root();
  root.SetAttribute("paymentId", payment.payment_id);
  root.SetAttribute("supplierBillID", payment.uin);
  root.SetAttribute("purpose", duty.purpose);
  root.SetAttribute("amount", std::to_string(payment.amount));
  root.SetAttribute("paymentDate", FormatXsdDateTime(payment.payment_date, kMoscow));
  root.SetAttribute("kbk", duty.kbk);
  root.SetAttribute("oktmo", "77701000");
  root.SetAttribute("transKind", "01");
  root.Add(Gmp("Payment"), "pmt", "PaymentOrg")
      .Add(Gmp("Organization"), "org", "Bank")
      .SetAttribute("bik", "047701001");
  root.Add(Gmp("Payment"), "pmt", "Payer").SetAttribute("payerIdentifier", payment.payer);
  AddPayee(root, duty);
  return document;
}

// УИП of a bank: 1, БИК, department, day, number.
std::string PaymentId(Instant on, Dice& dice) {
  const auto day = LocalDate(on, kMoscow);
  return fmt::format("1047701001000000{:02}{:02}{:04}{}", static_cast<unsigned>(day.day()),
                     static_cast<unsigned>(day.month()), static_cast<int>(day.year()),
                     dice.Digits(8));
}

void Pay(Desk& desk, const storage::Charge& charge, const Duty& duty, Dice& dice) {
  storage::Payment payment;
  payment.payment_date = charge.bill_date + std::chrono::hours(dice.Between(1, 72));
  payment.payment_id = PaymentId(payment.payment_date, dice);
  payment.uin = charge.uin;
  payment.payer = charge.payer;
  payment.payer_inn = charge.payer_inn;
  payment.amount = charge.amount;
  payment.kbk = charge.kbk;
  payment.payee_inn = charge.payee_inn;
  payment.xml = PaymentXml(payment, duty).root().Serialize();
  if (storage::Insert(desk.tx, payment))
    SettleIfFits(desk, charge.uin, payment.payment_id, payment.payment_date);
}

}  // namespace

void MakeUpCharges(Desk& desk, const std::string& payer, Instant now) {
  if (payer.size() != 22 || !storage::ListCharges(desk.tx, {.payers = {payer}}).empty()) return;
  Dice dice(payer, "charges");
  const int count = dice.Chance(25) ? 0 : dice.Between(1, 2);
  for (int at = 0; at < count; ++at) {
    const auto& duty = dice.Of(kDuties);
    storage::Charge charge;
    charge.uin = WithKey(duty.head + dice.Digits(16));
    charge.payer = payer;
    charge.payer_inn = InnOfPayer(payer);
    charge.bill_date = now - std::chrono::hours(24 * dice.Between(4, 60));
    charge.amount = duty.rubles * 100;
    charge.kbk = duty.kbk;
    charge.payee_inn = duty.payee_inn;
    charge.xml = ChargeXml(charge, duty).root().Serialize();
    const bool paid = dice.Chance(60);
    if (storage::Insert(desk.tx, charge) && paid) Pay(desk, charge, duty, dice);
  }
}

}  // namespace okno::testbed::neighbours
