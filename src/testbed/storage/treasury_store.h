// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/pool.h"
#include "time/time.h"

// Charges, payments and quittances of the stand's ГИС ГМП. Amounts are in kopecks.
namespace okno::testbed::storage {

struct Charge {
  std::string uin, payer, payer_inn;
  Instant bill_date;
  long long amount = 0;
  std::string kbk, payee_inn;
  std::string meaning = "1";  // ChangeStatusInfo/Meaning: 1 new, 2 changed, 3 annulled, 4 restored
  std::string reason;
  std::optional<Instant> changed_at;
  std::string xml;                       // ImportedCharge
  long long paid = 0;                    // by what is settled; read only
  bool settled = false, forced = false;  // read only
};
struct Payment {
  std::string payment_id;
  std::string uin;  // "" = of no charge
  std::string payer, payer_inn;
  Instant payment_date;
  long long amount = 0;
  std::string kbk, payee_inn;
  bool provided = false;  // «услуга оказана»
  std::string xml;        // ImportedPayment
  std::string settles;    // UIN of the charge it is settled with; read only
};
struct Quittance {
  std::string uin;
  std::string payment_id;  // "" = the payment is not in ГИС ГМП
  bool forced = false, revoked = false;
  Instant created_at;
  long long charge_amount = 0, paid = 0;    // read only
  std::optional<long long> payment_amount;  // read only
};

// All lists empty = everything. `limit` rows from `offset`, in order of time.
struct TreasurySelection {
  std::vector<std::string> uins, payers, payer_inns, payment_ids, kbks, payee_inns;
  std::optional<Instant> from, to;
  int limit = 100, offset = 0;
};
std::vector<Charge> ListCharges(db::Tx& tx, const TreasurySelection& selection);
std::vector<Payment> ListPayments(db::Tx& tx, const TreasurySelection& selection);
std::vector<Quittance> ListQuittances(db::Tx& tx, const TreasurySelection& selection);
std::optional<Charge> FindCharge(db::Tx& tx, std::string_view uin);

bool Insert(db::Tx& tx, const Charge& charge);    // false: the UIN is taken
bool Insert(db::Tx& tx, const Payment& payment);  // false: the payment id is taken
void Update(db::Tx& tx, const Charge& charge);
// A quittance that was revoked is valid again.
void Settle(db::Tx& tx, const Quittance& quittance);
bool Revoke(db::Tx& tx, std::string_view uin, std::string_view payment_id);  // false: none
bool MarkProvided(db::Tx& tx, std::string_view payment_id, bool provided);   // false: no payment

}  // namespace okno::testbed::storage
