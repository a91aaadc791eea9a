// SPDX-License-Identifier: Apache-2.0
#include "neighbours/treasury/desk.h"
#include "neighbours/treasury/identifiers.h"
#include "neighbours/treasury/protocol.h"

namespace okno::testbed::neighbours {

namespace {

storage::Payment ReadPayment(const xml::Element& element) {
  const auto payer =
      Attribute(element.child("Payer") ? element.child("Payer") : element, "payerIdentifier");
  const auto uin = Attribute(element, "supplierBillID");
  return {.payment_id = Attribute(element, "paymentId"),
          .uin = uin == "0" ? "" : uin,
          .payer = payer,
          .payer_inn = InnOfPayer(payer),
          .payment_date = ParseInstant(Attribute(element, "paymentDate")).value_or(Instant()),
          .amount = ReadAmount(Attribute(element, "amount")).value_or(0),
          .kbk = Attribute(element, "kbk"),
          .payee_inn = Attribute(element.child("Payee"), "inn"),
          .xml = element.Serialize(),
          .settles = {}};
}

Finding TakePayment(Desk& desk, const xml::Element& element, Instant now) {
  const auto payment = ReadPayment(element);
  if (payment.amount == 0) return {40, "Сумма платежа недопустима"};
  if (!payment.uin.empty() && !HasRightKey(payment.uin))
    return {234, "Контрольный разряд УИН неверен"};
  if (!storage::Insert(desk.tx, payment)) return {5, "Платёж с таким УИП уже есть"};
  if (!payment.uin.empty()) SettleIfFits(desk, payment.uin, payment.payment_id, now);
  return {};
}

}  // namespace

Answer ImportPayments(Desk& desk, const Question& question) {
  if (auto refusal = CheckSender(question, {"14", "30"})) return *refusal;
  auto document = BeginResponse(question, "ImportPaymentsResponse");
  for (const auto& record : question.content.child("PaymentsPackage").children())
    AddProtocol(document.root(), Attribute(record, "Id"), TakePayment(desk, record, question.now));
  return Reply(document);
}

}  // namespace okno::testbed::neighbours
