// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "neighbours/treasury/desk.h"
#include "neighbours/treasury/protocol.h"

namespace okno::testbed::neighbours {

namespace {

// Payment ids of the action; one "" for «платежа нет».
std::vector<std::string> PaymentsOf(const xml::Element& action) {
  std::vector<std::string> ids;
  for (const auto& part : action.children())
    ids.push_back(part.name() == "PaymentId" ? part.text() : "");
  return ids;
}

bool AreKnown(Desk& desk, const std::vector<std::string>& ids) {
  for (const auto& id : ids) {
    if (!id.empty() && storage::ListPayments(desk.tx, {.payment_ids = {id}}).empty()) return false;
  }
  return true;
}

bool AreSettled(Desk& desk, const std::string& uin, const std::vector<std::string>& ids) {
  const auto quittances = storage::ListQuittances(desk.tx, {.uins = {uin}});
  return std::all_of(ids.begin(), ids.end(), [&](const std::string& id) {
    return std::any_of(quittances.begin(), quittances.end(), [&](const auto& quittance) {
      return quittance.payment_id == id && !quittance.revoked;
    });
  });
}

void AddQuittances(Desk& desk, xml::Element root, const std::string& uin,
                   const std::vector<std::string>& ids) {
  for (const auto& quittance : storage::ListQuittances(desk.tx, {.uins = {uin}})) {
    if (std::find(ids.begin(), ids.end(), quittance.payment_id) != ids.end())
      AddQuittance(root, quittance);
  }
}

Answer Reconcile(Desk& desk, const Question& question, const xml::Element& action) {
  const auto uin = Attribute(action, "supplierBillId");
  const auto ids = PaymentsOf(action);
  const auto charge = storage::FindCharge(desk.tx, uin);
  if (!charge || charge->meaning == "3" || !AreKnown(desk, ids))
    return {{}, NoData("Начисление или платёж не найдены")};
  for (const auto& id : ids) {
    storage::Settle(desk.tx, {.uin = uin,
                              .payment_id = id,
                              .forced = true,
                              .created_at = question.now,
                              .payment_amount = {}});
  }
  auto document = BeginResponse(question, "ForcedAcknowledgementResponse");
  AddQuittances(desk, document.root(), uin, ids);
  return Reply(document);
}

Answer Annul(Desk& desk, const Question& question, const xml::Element& action) {
  const auto uin = Attribute(action, "supplierBillId");
  const auto ids = PaymentsOf(action);
  if (!AreSettled(desk, uin, ids)) return {{}, NoData("Квитанция не найдена")};
  for (const auto& id : ids) storage::Revoke(desk.tx, uin, id);
  auto document = BeginResponse(question, "ForcedAcknowledgementResponse");
  AddQuittances(desk, document.root(), uin, ids);
  return Reply(document);
}

Answer Provide(Desk& desk, const Question& question, const xml::Element& action) {
  const auto ids = PaymentsOf(action);
  if (!AreKnown(desk, ids)) return {{}, NoData("Платёж не найден")};
  for (const auto& id : ids) storage::MarkProvided(desk.tx, id, action.name() == "ServiceProvided");
  auto document = BeginResponse(question, "ForcedAcknowledgementResponse");
  document.root().Add(document.root().namespace_uri(), "gmp", "Done", "true");
  return Reply(document);
}

}  // namespace

Answer ForceAcknowledgement(Desk& desk, const Question& question) {
  if (auto refusal = CheckSender(question, {"3", "4", "15", "19", "30"})) return *refusal;
  const auto action = question.content.children().front();
  if (action.name() == "Reconcile") return Reconcile(desk, question, action);
  if (action.name() == "AnnulmentReconcile") return Annul(desk, question, action);
  return Provide(desk, question, action);
}

Neighbour Treasury() {
  return {"RKZN35",
          "Федеральное казначейство, ГИС ГМП (стенд)",
          {{"gisgmp-import-charges", ImportCharges},
           {"gisgmp-export-charges", ExportCharges},
           {"gisgmp-import-payments", ImportPayments},
           {"gisgmp-export-payments", ExportPayments},
           {"gisgmp-export-quittances", ExportQuittances},
           {"gisgmp-forced-acknowledgement", ForceAcknowledgement}}};
}

}  // namespace okno::testbed::neighbours
