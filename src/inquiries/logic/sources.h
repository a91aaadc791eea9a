// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inquiries/use_cases.h"

namespace okno::inquiries {

// The case an inquiry is made for, or nothing when it is made for none. Refused
// "inquiries.case_not_found". Not to be called inside a transaction: the room above opens one.
Result<std::optional<CaseFacts>> LookUpCase(const Services& services,
                                            const access::Principal& principal,
                                            const std::optional<CaseReference>& about);

// The case an inquiry is made for and the document of its checklist that it is to bring.
struct CaseItem {
  const std::optional<CaseFacts>& facts;
  const std::string& item;  // may be empty
};
// Where the values of a form come from (docs/message-types.md, "prefill").
message_types::Context SourcesOf(db::Tx& tx, const access::Principal& principal,
                                 const Json& applicant, const CaseItem& made_for, Instant now);

}  // namespace okno::inquiries
