// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "inquiries/use_cases.h"

// Filling an applicant's card from an answer (IN-3). Which message types can is not programmed:
// those whose answer has values of the card (`card` in message-type.yaml) and whose form the
// person's data fill completely (`prefill`).
namespace okno::inquiries {

// A message type that can fill a card.
struct CardFiller {
  message_types::Description type;
  std::set<std::string> gives;  // card paths: "applicant.snils"
  std::vector<std::string>
      needs;                    // members of the card without which it can not be asked, in order
  std::set<std::string> kinds;  // whose cards have all it gives and needs: "person", …
};
// Those that give the СНИЛС first, then those that give most.
std::vector<CardFiller> ListCardFillers(const Services& services);

struct PersonInquiry {
  std::optional<applicants::ApplicantId> applicant_id;
  Json person =
      Json::object();  // what is known, as ApplicantInput of openapi.yaml; may be incomplete
  std::string type;    // "" = the first filler of the person's kind (`person.kind`, a person when
                       // absent) that can be asked with what is known
};
// Makes the inquiry and sends it at once. Refused "inquiries.no_filler" (nobody to ask),
// "input.invalid" with what is missing or wrong (/person/…), and what Send refuses.
Result<View> AskAboutPerson(const Services& services, const access::Principal& principal,
                            const PersonInquiry& input, const std::string& idempotency_key);

}  // namespace okno::inquiries
