// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
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

// An inquiry that has gone out and has its answer, or waits for it.
struct Asked {
  std::string item;    // the code of the checklist document it is to bring; "" = of none
  std::string person;  // PersonKey of whom it is about; "" = nobody is named in full
  bool waiting = false;
};
// Those of these cases; cases without any are left out.
std::map<Uuid, std::vector<Asked>> ListAsked(db::Tx& tx, std::string_view case_kind,
                                             const std::vector<Uuid>& cases);

}  // namespace okno::inquiries
