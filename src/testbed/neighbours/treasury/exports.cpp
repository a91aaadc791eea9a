// SPDX-License-Identifier: Apache-2.0
#include "neighbours/treasury/desk.h"
#include "neighbours/treasury/made_up_charges.h"
#include "neighbours/treasury/protocol.h"

namespace okno::testbed::neighbours {

namespace {

const std::vector<std::string_view> kRequesters{"3", "4", "15", "19", "30"};

void MakeUpFor(Desk& desk, const storage::TreasurySelection& selection, Instant now) {
  for (const auto& payer : selection.payers) MakeUpCharges(desk, payer, now);
  for (const auto& inn : selection.payer_inns) {
    if (inn.size() == 12) MakeUpCharges(desk, "4000000000" + inn, now);
    if (inn.size() == 10) MakeUpCharges(desk, "200" + inn + "770101001", now);
  }
}

// Cuts the row that only shows that there is more; ends the root's head.
template <typename Row>
void CutPage(xml::Element root, std::vector<Row>& rows, const Question& question) {
  const auto length = static_cast<std::size_t>(PageLength(question));
  root.SetAttribute("hasMore", rows.size() > length ? "true" : "false");
  if (rows.size() > length)
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(length), rows.end());
}

void AddStatus(xml::Element row, const std::string& meaning, const std::string& reason,
               std::optional<Instant> at) {
  auto status = row.Add(Gmp("Common"), "com", "ChangeStatusInfo");
  status.Add(Gmp("Common"), "com", "Meaning", meaning);
  if (!reason.empty()) status.Add(Gmp("Common"), "com", "Reason", reason);
  if (at) status.Add(Gmp("Common"), "com", "ChangeDate", FormatXsdDateTime(*at, kMoscow));
}

const char* StatusOf(const storage::Charge& charge) {
  if (!charge.settled) return "3";
  if (charge.forced) return "5";
  return charge.paid >= charge.amount ? "1" : "2";
}

// CHARGE… kinds want what is still to be paid, CHARGESTATUS and MAINCHARGE everything.
bool IsWanted(const storage::Charge& charge, const std::string& kind) {
  const bool open = charge.meaning != "3" && !charge.forced && charge.paid < charge.amount;
  if (kind == "CHARGE-PRIOR") return charge.xml.find("origin=\"PRIOR\"") != std::string::npos;
  return open || (kind != "CHARGE" && kind != "CHARGENOTFULLMATCHED");
}

bool IsWanted(const storage::Payment& payment, const std::string& kind) {
  if (kind == "PAYMENTUNMATCHED") return payment.settles.empty() && !payment.provided;
  return kind == "PAYMENT";  // nothing here changes or cancels payments
}

void AddCharge(xml::Element root, const storage::Charge& charge) {
  auto row = root.Add(root.namespace_uri(), "gmp", "ChargeInfo");
  CopyStored(charge.xml, row);
  row.SetAttribute("amountToPay", std::to_string(charge.forced ? 0 : charge.amount - charge.paid));
  row.SetAttribute("acknowledgmentStatus", StatusOf(charge));
  AddStatus(row, charge.meaning, charge.reason, charge.changed_at);
}

void AddPayment(xml::Element root, const storage::Payment& payment) {
  auto row = root.Add(root.namespace_uri(), "gmp", "PaymentInfo");
  CopyStored(payment.xml, row);
  if (!payment.settles.empty() || payment.provided) {
    auto settled = row.Add(root.namespace_uri(), "gmp", "AcknowledgmentInfo");
    if (payment.settles.empty())
      settled.Add(root.namespace_uri(), "gmp", "ServiceProvided", "true");
    else
      settled.Add(root.namespace_uri(), "gmp", "SupplierBillID", payment.settles);
  }
  AddStatus(row, "1", "", std::nullopt);
}

}  // namespace

Answer ExportCharges(Desk& desk, const Question& question) {
  if (auto refusal = CheckSender(question, kRequesters)) return *refusal;
  const auto selection = ReadConditions(question, "ChargesExportConditions");
  const auto kind = Attribute(question.content.child("ChargesExportConditions"), "kind");
  MakeUpFor(desk, selection, question.now);
  auto charges = storage::ListCharges(desk.tx, selection);
  auto document = BeginResponse(question, "ExportChargesResponse");
  CutPage(document.root(), charges, question);
  std::erase_if(charges, [&](const auto& charge) { return !IsWanted(charge, kind); });
  if (charges.empty()) return {{}, NoData("Начисления по указанным условиям не найдены")};
  for (const auto& charge : charges) AddCharge(document.root(), charge);
  return Reply(document);
}

Answer ExportPayments(Desk& desk, const Question& question) {
  if (auto refusal = CheckSender(question, kRequesters)) return *refusal;
  const auto selection = ReadConditions(question, "PaymentsExportConditions");
  const auto kind = Attribute(question.content.child("PaymentsExportConditions"), "kind");
  MakeUpFor(desk, selection, question.now);
  auto payments = storage::ListPayments(desk.tx, selection);
  auto document = BeginResponse(question, "ExportPaymentsResponse");
  CutPage(document.root(), payments, question);
  std::erase_if(payments, [&](const auto& payment) { return !IsWanted(payment, kind); });
  if (payments.empty()) return {{}, NoData("Платежи по указанным условиям не найдены")};
  for (const auto& payment : payments) AddPayment(document.root(), payment);
  return Reply(document);
}

Answer ExportQuittances(Desk& desk, const Question& question) {
  if (auto refusal = CheckSender(question, kRequesters)) return *refusal;
  const auto kind = Attribute(question.content.child("QuittancesExportConditions"), "kind");
  auto quittances =
      storage::ListQuittances(desk.tx, ReadConditions(question, "QuittancesExportConditions"));
  auto document = BeginResponse(question, "ExportQuittancesResponse");
  CutPage(document.root(), quittances, question);
  std::erase_if(quittances,
                [&](const auto& quittance) { return kind == "QUITTANCE" && quittance.revoked; });
  if (quittances.empty()) return {{}, NoData("Квитанции по указанным условиям не найдены")};
  for (const auto& quittance : quittances) AddQuittance(document.root(), quittance);
  return Reply(document);
}

}  // namespace okno::testbed::neighbours
