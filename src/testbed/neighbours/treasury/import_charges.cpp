// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "neighbours/treasury/desk.h"
#include "neighbours/treasury/identifiers.h"
#include "neighbours/treasury/protocol.h"

namespace okno::testbed::neighbours {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

Finding CheckUin(const std::string& uin, const std::string& kbk, const std::string& urn) {
  if (uin == kbk) return {53, "УИН совпадает с КБК"};
  if (IsMonotonous(uin)) return {237, "Цифры номера в УИН одинаковы"};
  if (!HasRightKey(uin)) return {234, "Контрольный разряд УИН неверен"};
  if (uin.size() == 25 && !BelongsTo(uin, urn)) return {10, "УИН начинается с чужого УРН"};
  return {};
}

Finding CheckDates(const xml::Element& charge, Date today) {
  const auto bill = ParseInstant(Attribute(charge, "billDate"));
  const auto day = bill ? LocalDate(*bill, kMoscow) : today;
  if (day < Date(std::chrono::year(2013), std::chrono::January, std::chrono::day(1)))
    return {52, "Дата начисления раньше 2013 года"};
  if (sys_days(day) > sys_days(today) + days(1)) return {56, "Дата начисления в будущем"};
  const auto until = ParseDate(Attribute(charge, "validUntil").substr(0, 10));
  if (until && (*until < today || sys_days(*until) > sys_days(today) + days(31)))
    return {36, "Срок актуальности начисления недопустим"};
  return {};
}

Finding Check(const xml::Element& charge, const std::string& urn, Date today) {
  const auto payer = Attribute(charge.child("Payer"), "payerIdentifier");
  if (auto finding = CheckUin(Attribute(charge, "supplierBillID"), Attribute(charge, "kbk"), urn);
      finding.code != 0)
    return finding;
  if (auto finding = CheckDates(charge, today); finding.code != 0) return finding;
  const auto amount = ReadAmount(Attribute(charge, "totalAmount"));
  if (!amount || (*amount == 0 && Attribute(charge, "origin") != "PRIOR"))
    return {40, "Сумма начисления недопустима"};
  if (payer.starts_with("127") ||
      payer.substr(payer.size() > 3 ? 3 : 0).find_first_not_of('0') == std::string::npos)
    return {236, "Идентификатор плательщика недопустим"};
  return {};
}

storage::Charge ReadCharge(const xml::Element& element) {
  const auto payer = Attribute(element.child("Payer"), "payerIdentifier");
  return {.uin = Attribute(element, "supplierBillID"),
          .payer = payer,
          .payer_inn = InnOfPayer(payer),
          .bill_date = ParseInstant(Attribute(element, "billDate")).value_or(Instant()),
          .amount = ReadAmount(Attribute(element, "totalAmount")).value_or(0),
          .kbk = Attribute(element, "kbk"),
          .payee_inn = Attribute(element.child("Payee"), "inn"),
          .reason = {},
          .changed_at = {},
          .xml = element.Serialize()};
}

Finding Take(Desk& desk, const xml::Element& element, const std::string& urn, Instant now) {
  auto finding = Check(element, urn, LocalDate(now, kMoscow));
  if (finding.code != 0) return finding;
  const auto charge = ReadCharge(element);
  if (!storage::Insert(desk.tx, charge)) return {5, "Начисление с таким УИН уже есть"};
  for (const auto& payment : storage::ListPayments(desk.tx, {.uins = {charge.uin}}))
    SettleIfFits(desk, charge.uin, payment.payment_id, now);
  return {};
}

// Field numbers of ImportedChange and where they stand in a charge.
const std::map<std::string, const char*> kFields{
    {"4", "billDate"}, {"7", "totalAmount"},  {"24", "purpose"},     {"104", "kbk"},
    {"105", "oktmo"},  {"19", "paymentTerm"}, {"1001", "validUntil"}};

bool Put(xml::Element charge, const xml::Element& change) {
  const auto number = Attribute(change, "fieldNum");
  const auto value = Attribute(change.children().front(), "value");
  if (number == "8") charge.child("Payer").SetAttribute("payerName", value);
  if (number == "201") charge.child("Payer").SetAttribute("payerIdentifier", value);
  const auto field = kFields.find(number);
  if (field != kFields.end()) charge.SetAttribute(field->second, value);
  return number == "8" || number == "201" || field != kFields.end();
}

Finding Change(Desk& desk, const xml::Element& element, Instant now) {
  const auto uin = element.child_text("SupplierBillId");
  const auto status = element.child("ChangeStatus");
  const auto meaning = status.child_text("Meaning");
  auto charge = storage::FindCharge(desk.tx, uin);
  if (!charge || (charge->meaning == "3") != (meaning == "4"))
    return {7, "Начисление не найдено или аннулировано"};
  const auto stored = xml::Document::Parse(charge->xml);
  for (const auto& part : element.children()) {
    if (part.name() == "Change" && !Put(stored.value().root(), part))
      return {111, "Это поле изменить нельзя"};
  }
  if (!ReadAmount(Attribute(stored.value().root(), "totalAmount")) ||
      !ParseInstant(Attribute(stored.value().root(), "billDate")))
    return {111, "Новое значение поля недопустимо"};
  auto changed = ReadCharge(stored.value().root());
  changed.meaning = meaning;
  changed.reason = status.child_text("Reason");
  changed.changed_at = now;
  storage::Update(desk.tx, changed);
  return {};
}

}  // namespace

// The originator answers for the package: without its signature nothing is taken.
Answer ImportCharges(Desk& desk, const Question& question) {
  if (auto refusal = CheckSender(question, {"3", "4"})) return *refusal;
  if (question.officer.empty()) return Refuse(13, "Нет верной электронной подписи пакета");
  auto document = BeginResponse(question, "ImportChargesResponse");
  for (const auto& record : question.content.child("ChargesPackage").children()) {
    const auto urn =
        record.attribute("originatorId").value_or(Attribute(question.content, "senderIdentifier"));
    const auto finding = record.name() == "ImportedCharge" ? Take(desk, record, urn, question.now)
                                                           : Change(desk, record, question.now);
    AddProtocol(document.root(), Attribute(record, "Id"), finding);
  }
  return Reply(document);
}

}  // namespace okno::testbed::neighbours
