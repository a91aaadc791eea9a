// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "applications/use_cases.h"

// Who may take the result and by which papers.
namespace okno::applications::rules {

// The recipient as noted at the window (`Recipient` of openapi.yaml). An applicant who comes in
// person needs only a word: names and document are those of the card, unless another document is
// shown; a child under 14 does not come in person. For an organization its head comes, named as on
// the card; anybody else is a representative and shows by which paper: parents by the certificate
// of birth until the applicant is 18, a power of attorney within its term, which is one year when
// it names none. Who is named and shows a passport tells the birth date: the passport is replaced at
// 20 and 45. Refused "input.invalid" with every wrong field.
Result<Recipient> ReadRecipient(const Json& body, const applicants::Applicant& applicant,
                                Instant now, Date today);

// Unclaimed is a result nobody collected, which can still be given, and a rework nobody did, which
// is over: "applications.already_closed".
std::optional<Refusal> WhyOver(const Application& application);

// What came on paper is not where the principal issues: "applications.result_elsewhere".
std::optional<Refusal> WhyElsewhere(const Case& subject, const access::Principal& principal);

// What keeps the result from being given out by the principal: the codes of `Issue`.
std::optional<Refusal> WhyNotIssue(const Case& subject, const access::Principal& principal,
                                   Date today);

// «доверенность № 77 АА 1234567 от 01.02.2026, нотариус Орлов П. П.»
std::string Describe(const Authority& authority);
// «паспорт 4508 123456, …; дата рождения 12.03.1980» by which the recipient was known.
std::string DescribeDocument(const Recipient& recipient);
// «Сидоров Пётр Ильич, паспорт 4508 123456, …; доверенность № …»
std::string Describe(const Recipient& recipient);

}  // namespace okno::applications::rules
