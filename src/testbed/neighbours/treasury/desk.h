// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "neighbours/neighbour.h"
#include "storage/treasury_store.h"

// What the services of ГИС ГМП share.
namespace okno::testbed::neighbours {

// Namespaces of the formats 2.1.1: Gmp("Common"), GmpService("export-charges").
std::string Gmp(std::string_view part);
std::string GmpService(std::string_view service);

// Faults of the whole package are told as RequestStatus with the code of ГИС ГМП; a rejection with
// the same words follows, so that nobody waits for more.
Answer Refuse(int code, const std::string& text);
// Nothing when the sender is registered and may act in this role.
std::optional<Answer> CheckSender(const Question& question,
                                  const std::vector<std::string_view>& roles);

// The response root with Id, RqId, recipientIdentifier and timestamp.
xml::Document BeginResponse(const Question& question, std::string_view root);

// ChargesConditions, PayersConditions, PaymentsConditions, TimeConditions and Paging of an export;
// one row more than the page, to see whether there is more.
storage::TreasurySelection ReadConditions(const Question& question, std::string_view conditions);
int PageLength(const Question& question);

// Copies attributes (but those of the package) and parts of a stored charge or payment.
void CopyStored(const std::string& stored_xml, xml::Element to);

xml::Element AddQuittance(xml::Element root, const storage::Quittance& quittance);
// Settles the charge by the payment when both are there.
void SettleIfFits(Desk& desk, const std::string& uin, const std::string& payment_id, Instant now);

// Each in its file.
Answer ImportCharges(Desk& desk, const Question& question);
Answer ExportCharges(Desk& desk, const Question& question);
Answer ImportPayments(Desk& desk, const Question& question);
Answer ExportPayments(Desk& desk, const Question& question);
Answer ExportQuittances(Desk& desk, const Question& question);
Answer ForceAcknowledgement(Desk& desk, const Question& question);

}  // namespace okno::testbed::neighbours
