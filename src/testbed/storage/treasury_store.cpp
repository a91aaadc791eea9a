// SPDX-License-Identifier: Apache-2.0
#include "storage/treasury_store.h"

#include "testbed/queries.h"

namespace okno::testbed::storage {

namespace {

Charge ReadCharge(const db::Row& row) {
  return {.uin = row["uin"].Text(),
          .payer = row["payer"].Text(),
          .payer_inn = row["payer_inn"].Text(),
          .bill_date = row["bill_date"].As<Instant>(),
          .amount = row["amount"].As<long long>(),
          .kbk = row["kbk"].Text(),
          .payee_inn = row["payee_inn"].Text(),
          .meaning = row["meaning"].Text(),
          .reason = row["reason"].Text(),
          .changed_at = row["changed_at"].Maybe<Instant>(),
          .xml = row["xml"].Text(),
          .paid = row["paid"].As<long long>(),
          .settled = row["settled"].As<bool>(),
          .forced = row["forced"].As<bool>()};
}

Payment ReadPayment(const db::Row& row) {
  return {.payment_id = row["payment_id"].Text(),
          .uin = row["uin"].Text(),
          .payer = row["payer"].Text(),
          .payer_inn = row["payer_inn"].Text(),
          .payment_date = row["payment_date"].As<Instant>(),
          .amount = row["amount"].As<long long>(),
          .kbk = row["kbk"].Text(),
          .payee_inn = row["payee_inn"].Text(),
          .provided = row["provided"].As<bool>(),
          .xml = row["xml"].Text(),
          .settles = row["settles"].Text()};
}

Quittance ReadQuittance(const db::Row& row) {
  return {.uin = row["uin"].Text(),
          .payment_id = row["payment_id"].Text(),
          .forced = row["forced"].As<bool>(),
          .revoked = row["revoked"].As<bool>(),
          .created_at = row["created_at"].As<Instant>(),
          .charge_amount = row["charge_amount"].As<long long>(),
          .paid = row["paid"].As<long long>(),
          .payment_amount = row["payment_amount"].Maybe<long long>()};
}

}  // namespace

std::vector<Charge> ListCharges(db::Tx& tx, const TreasurySelection& selection) {
  std::vector<Charge> charges;
  auto rows = tx.Run(queries::kListCharges, selection.uins, selection.payers, selection.payer_inns,
                     selection.kbks, selection.payee_inns, selection.from, selection.to,
                     selection.limit, selection.offset);
  for (const auto& row : rows) charges.push_back(ReadCharge(row));
  return charges;
}

std::vector<Payment> ListPayments(db::Tx& tx, const TreasurySelection& selection) {
  std::vector<Payment> payments;
  auto rows = tx.Run(queries::kListPayments, selection.uins, selection.payers, selection.payer_inns,
                     selection.payment_ids, selection.kbks, selection.payee_inns, selection.from,
                     selection.to, selection.limit, selection.offset);
  for (const auto& row : rows) payments.push_back(ReadPayment(row));
  return payments;
}

std::vector<Quittance> ListQuittances(db::Tx& tx, const TreasurySelection& selection) {
  std::vector<Quittance> quittances;
  auto rows = tx.Run(queries::kListQuittances, selection.uins, selection.from, selection.to,
                     selection.limit, selection.offset);
  for (const auto& row : rows) quittances.push_back(ReadQuittance(row));
  return quittances;
}

std::optional<Charge> FindCharge(db::Tx& tx, std::string_view uin) {
  auto charges = ListCharges(tx, {.uins = {std::string(uin)}});
  return charges.empty() ? std::nullopt : std::optional(std::move(charges.front()));
}

bool Insert(db::Tx& tx, const Charge& charge) {
  return tx.Run(queries::kInsertCharge, charge.uin, charge.payer, charge.payer_inn,
                charge.bill_date, charge.amount, charge.kbk, charge.payee_inn, charge.xml)
             .affected() == 1;
}

bool Insert(db::Tx& tx, const Payment& payment) {
  return tx.Run(queries::kInsertPayment, payment.payment_id, payment.uin, payment.payer,
                payment.payer_inn, payment.payment_date, payment.amount, payment.kbk,
                payment.payee_inn, payment.xml)
             .affected() == 1;
}

void Update(db::Tx& tx, const Charge& charge) {
  tx.Run(queries::kUpdateCharge, charge.uin, charge.payer, charge.payer_inn, charge.bill_date,
         charge.amount, charge.kbk, charge.meaning, charge.reason, charge.changed_at, charge.xml);
}

void Settle(db::Tx& tx, const Quittance& quittance) {
  tx.Run(queries::kSaveQuittance, quittance.uin, quittance.payment_id, quittance.forced,
         quittance.created_at);
}

bool Revoke(db::Tx& tx, std::string_view uin, std::string_view payment_id) {
  return tx.Run(queries::kRevokeQuittance, uin, payment_id).affected() == 1;
}

bool MarkProvided(db::Tx& tx, std::string_view payment_id, bool provided) {
  return tx.Run(queries::kMarkProvided, payment_id, provided).affected() == 1;
}

}  // namespace okno::testbed::storage
