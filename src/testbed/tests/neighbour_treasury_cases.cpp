// SPDX-License-Identifier: Apache-2.0
#include "neighbour_cases.h"

namespace okno::testbed::testing {

namespace {

// A request of ГИС ГМП; `ns` is the service.
std::string Gmp(const std::string& root, const std::string& ns, const std::string& role,
                const std::string& content) {
  return "<r:" + root + " xmlns:r=\"urn://roskazna.ru/gisgmp/xsd/services/" + ns +
         "/2.1.1\" xmlns:com=\"http://roskazna.ru/gisgmp/xsd/Common/2.1.1\" "
         "xmlns:org=\"http://roskazna.ru/gisgmp/xsd/Organization/2.1.1\" "
         "xmlns:chg=\"http://roskazna.ru/gisgmp/xsd/Charge/2.1.1\" "
         "xmlns:pmt=\"http://roskazna.ru/gisgmp/xsd/Payment/2.1.1\" "
         "xmlns:pkg=\"http://roskazna.ru/gisgmp/xsd/Package/2.1.1\" "
         "xmlns:sc=\"http://roskazna.ru/gisgmp/xsd/SearchConditions/2.1.1\" Id=\"G_1\" "
         "timestamp=\"2026-11-25T12:00:00+03:00\" senderIdentifier=\"0a1b2c\" senderRole=\"" +
         role + "\">" + content + "</r:" + root + ">";
}

const std::string kPayee =
    "<org:Payee name=\"УФК\" inn=\"7701000202\" kpp=\"770101001\"><com:OrgAccount "
    "accountNumber=\"40101810045250010041\"><com:Bank bik=\"017701001\"/></com:OrgAccount>"
    "</org:Payee>";

std::string Charge(const std::string& id, const std::string& uin, const std::string& amount) {
  return "<pkg:ImportedCharge Id=\"" + id + "\" supplierBillID=\"" + uin +
         "\" billDate=\"2026-11-20T10:00:00+03:00\" totalAmount=\"" + amount +
         "\" purpose=\"Госпошлина\" kbk=\"18810807100010034110\" oktmo=\"77701000\">" + kPayee +
         "<chg:Payer payerIdentifier=\"1010000000007719123456\"/><chg:BudgetIndex status=\"13\" "
         "paytReason=\"0\" taxPeriod=\"0\" taxDocNumber=\"0\" taxDocDate=\"0\"/>"
         "</pkg:ImportedCharge>";
}

std::string ImportCharges(const std::string& records, const std::string& role = "3") {
  return Gmp("ImportChargesRequest", "import-charges", role,
             "<pkg:ChargesPackage>" + records + "</pkg:ChargesPackage>");
}

std::string ImportPayment(const std::string& payment_id, const std::string& uin) {
  return Gmp("ImportPaymentsRequest", "import-payments", "14",
             "<pkg:PaymentsPackage><pkg:ImportedPayment Id=\"P_1\" paymentId=\"" + payment_id +
                 "\" supplierBillID=\"" + uin +
                 "\" purpose=\"Госпошлина\" amount=\"30000\" "
                 "paymentDate=\"2026-11-21T10:00:00+03:00\" transKind=\"01\"><pmt:PaymentOrg>"
                 "<org:Bank bik=\"047701001\"/></pmt:PaymentOrg>" +
                 kPayee + "</pkg:ImportedPayment></pkg:PaymentsPackage>");
}

std::string Export(const std::string& what, const std::string& conditions, const std::string& kind,
                   const std::string& choice) {
  std::string name = what == "charges" ? "ExportCharges" : "ExportPayments";
  if (what == "quittances") name = "ExportQuittances";
  return Gmp(name + "Request", "export-" + what, "19",
             "<sc:" + conditions + " kind=\"" + kind + "\">" + choice + "</sc:" + conditions + ">");
}

std::string ByUin(const std::string& uin) {
  return "<sc:ChargesConditions><sc:SupplierBillID>" + uin +
         "</sc:SupplierBillID></sc:ChargesConditions>";
}

const std::string kUin = "32117072411021588933", kOther = "18817072416285972102";
const std::string kPaymentId = "10477010010000002111202600000001";

std::string Force(const std::string& action) {
  return Gmp("ForcedAcknowledgementRequest", "forced-ackmowledgement", "19", action);
}

}  // namespace

// In this order: what one has put in the next ones find.
std::vector<NeighbourCase> TreasuryCases() {
  const auto by_payer =
      "<sc:PayersConditions><sc:PayerIdentifier>1010000000007719999999</sc:PayerIdentifier>"
      "</sc:PayersConditions>";
  return {
      {"a role without the right",
       "gisgmp-import-charges",
       ImportCharges(Charge("C_1", kUin, "30000"), "19"),
       {},
       "ACCESS_DENIED",
       "",
       30,
       true},
      {"two charges, one with a wrong key",
       "gisgmp-import-charges",
       ImportCharges(Charge("C_1", kUin, "30000") + Charge("C_2", "32117072411021588934", "30000") +
                     Charge("C_3", kOther, "0") + Charge("C_4", kOther, "99999")),
       {"entityID=\"C_1\" code=\"0\"", "entityID=\"C_2\" code=\"234\"",
        "entityID=\"C_3\" code=\"40\"", "entityID=\"C_4\" code=\"0\""},
       "",
       "",
       0,
       true},
      {"a charge that is there",
       "gisgmp-import-charges",
       ImportCharges(Charge("C_1", kUin, "30000")),
       {"code=\"5\""},
       "",
       "",
       0,
       true},
      {"a charge to be paid",
       "gisgmp-export-charges",
       Export("charges", "ChargesExportConditions", "CHARGE", ByUin(kUin)),
       {"supplierBillID=\"" + kUin + "\"", "amountToPay=\"30000\"", "acknowledgmentStatus=\"3\"",
        "hasMore=\"false\"", "RqId=\"G_1\""}},
      {"no payment yet",
       "gisgmp-export-payments",
       Export("payments", "PaymentsExportConditions", "PAYMENT", ByUin(kUin)),
       {},
       "NO_DATA"},
      {"a payment taken",
       "gisgmp-import-payments",
       ImportPayment(kPaymentId, kUin),
       {"entityID=\"P_1\" code=\"0\""}},
      {"the same payment once more",
       "gisgmp-import-payments",
       ImportPayment(kPaymentId, kUin),
       {"code=\"5\""}},
      {"a payment found by uin",
       "gisgmp-export-payments",
       Export("payments", "PaymentsExportConditions", "PAYMENT", ByUin(kUin)),
       {"paymentId=\"" + kPaymentId + "\"", "SupplierBillID>" + kUin + "<"}},
      {"nothing more to pay",
       "gisgmp-export-charges",
       Export("charges", "ChargesExportConditions", "CHARGE", ByUin(kUin)),
       {},
       "NO_DATA"},
      {"a charge and its settlement",
       "gisgmp-export-charges",
       Export("charges", "ChargesExportConditions", "CHARGESTATUS", ByUin(kUin)),
       {"amountToPay=\"0\"", "acknowledgmentStatus=\"1\""}},
      {"its quittance",
       "gisgmp-export-quittances",
       Export("quittances", "QuittancesExportConditions", "QUITTANCE", ByUin(kUin)),
       {"billStatus=\"1\"", "paymentId=\"" + kPaymentId + "\"", "balance=\"0\""}},
      {"a charge settled without a payment",
       "gisgmp-forced-acknowledgement",
       Force("<r:Reconcile supplierBillId=\"" + kOther +
             "\"><r:PaymentNotLoaded>true</r:PaymentNotLoaded></r:Reconcile>"),
       {"supplierBillID=\"" + kOther + "\"", "billStatus=\"4\""}},
      {"that settlement annulled",
       "gisgmp-forced-acknowledgement",
       Force("<r:AnnulmentReconcile supplierBillId=\"" + kOther +
             "\"><r:PaymentNotLoaded>true</r:PaymentNotLoaded></r:AnnulmentReconcile>"),
       {"isRevoked=\"true\""}},
      {"annulled once more",
       "gisgmp-forced-acknowledgement",
       Force("<r:AnnulmentReconcile supplierBillId=\"" + kOther +
             "\"><r:PaymentNotLoaded>true</r:PaymentNotLoaded></r:AnnulmentReconcile>"),
       {},
       "NO_DATA"},
      {"the service was provided",
       "gisgmp-forced-acknowledgement",
       Force("<r:ServiceProvided><r:PaymentId>" + kPaymentId +
             "</r:PaymentId></r:ServiceProvided>"),
       {"Done>true<"}},
      {"charges of a payer asked about for the first time",
       "gisgmp-export-charges",
       Export("charges", "ChargesExportConditions", "CHARGESTATUS", by_payer),
       {"payerIdentifier=\"1010000000007719999999\""}},
      {"a charge nobody has made",
       "gisgmp-export-charges",
       Export("charges", "ChargesExportConditions", "CHARGE", ByUin("18817072711544879499")),
       {},
       "NO_DATA"},
  };
}

}  // namespace okno::testbed::testing
