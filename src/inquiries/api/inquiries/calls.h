// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "db/pool.h"
#include "inquiries/inquiry.h"

// What the rooms of the cases need, inside their own transaction.
namespace okno::inquiries {

// Event inquiries.answered {inquiry_id, message_id, case_kind, case_id}: an agency has answered an
// inquiry made for a checklist document of a case, be it that there are no such data. Published in
// the transaction that keeps the answer, once for an inquiry, with its organization. `message_id`
// is the exchange's message that brought it.
inline constexpr char kAnswered[] = "inquiries.answered";

// Empty when the scope does not show it.
std::optional<Inquiry> Find(db::Tx& tx, const InquiryId& id);

// All that were made for these cases, whomever they ask about.
std::vector<InquiryId> InquiriesFor(db::Tx& tx, std::string_view case_kind,
                                    const std::vector<Uuid>& cases);

// How many inquiries of these cases have their answer still on its way; cases without any are left
// out.
std::map<Uuid, int> CountWaiting(db::Tx& tx, std::string_view case_kind,
                                 const std::vector<Uuid>& cases);

}  // namespace okno::inquiries
