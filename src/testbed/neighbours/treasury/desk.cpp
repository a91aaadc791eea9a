// SPDX-License-Identifier: Apache-2.0
#include "neighbours/treasury/desk.h"

#include <algorithm>

namespace okno::testbed::neighbours {

namespace {

std::vector<std::string> Texts(const xml::Element& parent, std::string_view name) {
  std::vector<std::string> texts;
  if (!parent) return texts;
  for (const auto& child : parent.children()) {
    if (child.name() == name) texts.push_back(child.text());
  }
  return texts;
}

int NumberOf(const xml::Element& element, const char* attribute, int fallback) {
  return element ? std::stoi(element.attribute(attribute).value_or(std::to_string(fallback)))
                 : fallback;
}

}  // namespace

std::string Gmp(std::string_view part) {
  return "http://roskazna.ru/gisgmp/xsd/" + std::string(part) + "/2.1.1";
}

std::string GmpService(std::string_view service) {
  return "urn://roskazna.ru/gisgmp/xsd/services/" + std::string(service) + "/2.1.1";
}

Answer Refuse(int code, const std::string& text) {
  return {{{code, text}}, Rejection{"ACCESS_DENIED", "Код " + std::to_string(code) + ": " + text}};
}

std::optional<Answer> CheckSender(const Question& question,
                                  const std::vector<std::string_view>& roles) {
  const auto role = question.content.attribute("senderRole").value_or("");
  if (question.content.attribute("senderIdentifier").value_or("") == "000000")
    return Refuse(21, "Участник с указанным УРН не зарегистрирован");
  if (std::find(roles.begin(), roles.end(), role) == roles.end())
    return Refuse(30, "Полномочие участника не даёт права на этот запрос");
  return std::nullopt;
}

xml::Document BeginResponse(const Question& question, std::string_view root) {
  auto document = xml::Document::Create(question.content.namespace_uri(), "gmp", root);
  auto element = document.root();
  element.SetAttribute("Id", "G_" + question.id);
  element.SetAttribute("RqId", question.content.attribute("Id").value_or(""));
  element.SetAttribute("recipientIdentifier",
                       question.content.attribute("senderIdentifier").value_or(""));
  element.SetAttribute("timestamp", FormatXsdDateTime(question.now, kMoscow));
  return document;
}

int PageLength(const Question& question) {
  return NumberOf(question.content.child("Paging"), "pageLength", 100);
}

storage::TreasurySelection ReadConditions(const Question& question, std::string_view conditions) {
  const auto choice = question.content.child(conditions).children().front();
  storage::TreasurySelection selection{.uins = Texts(choice, "SupplierBillID"),
                                       .payers = Texts(choice, "PayerIdentifier"),
                                       .payer_inns = Texts(choice, "PayerInn"),
                                       .payment_ids = Texts(choice, "PaymentId"),
                                       .kbks = Texts(choice.child("KBKlist"), "KBK"),
                                       .payee_inns = {},
                                       .from = {},
                                       .to = {}};
  for (const auto& part : choice.children()) {
    if (part.name() == "Beneficiary")
      selection.payee_inns.push_back(part.attribute("inn").value_or(""));
  }
  if (const auto interval = choice.child("TimeInterval")) {
    selection.from = ParseInstant(interval.attribute("startDate").value_or(""));
    selection.to = ParseInstant(interval.attribute("endDate").value_or(""));
  }
  selection.limit = PageLength(question) + 1;
  selection.offset =
      (NumberOf(question.content.child("Paging"), "pageNumber", 1) - 1) * PageLength(question);
  return selection;
}

void CopyStored(const std::string& stored_xml, xml::Element to) {
  const auto stored = xml::Document::Parse(stored_xml);
  const auto root = stored.value().root();
  for (const auto* attribute = root.native()->properties; attribute != nullptr;
       attribute = attribute->next) {
    const std::string name = reinterpret_cast<const char*>(attribute->name);
    if (name != "Id" && name != "originatorId")
      to.SetAttribute(name, root.attribute(name).value_or(""));
  }
  for (const auto& part : root.children()) to.AddCopyOf(part);
}

xml::Element AddQuittance(xml::Element root, const storage::Quittance& quittance) {
  auto row = root.Add(root.namespace_uri(), "gmp", "Quittance");
  const auto balance = quittance.charge_amount - quittance.paid;
  row.SetAttribute("supplierBillID", quittance.uin);
  row.SetAttribute("totalAmount", std::to_string(quittance.charge_amount));
  row.SetAttribute("creationDate", FormatXsdDateTime(quittance.created_at, kMoscow));
  const bool absent = quittance.payment_id.empty();
  row.SetAttribute("billStatus", absent ? "4" : quittance.forced ? "5" : balance > 0 ? "2" : "1");
  row.SetAttribute("balance", std::to_string(balance));
  if (!absent) row.SetAttribute("paymentId", quittance.payment_id);
  if (quittance.payment_amount)
    row.SetAttribute("amountPayment", std::to_string(*quittance.payment_amount));
  if (quittance.revoked) row.SetAttribute("isRevoked", "true");
  return row;
}

void SettleIfFits(Desk& desk, const std::string& uin, const std::string& payment_id, Instant now) {
  const auto charge = storage::FindCharge(desk.tx, uin);
  if (!charge || charge->meaning == "3") return;
  storage::Settle(desk.tx,
                  {.uin = uin, .payment_id = payment_id, .forced = false, .created_at = now});
}

}  // namespace okno::testbed::neighbours
