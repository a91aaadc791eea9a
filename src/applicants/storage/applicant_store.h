// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "applicants/applicant.h"

// Rows <-> values. The scope of the transaction decides what is seen.
namespace okno::applicants::storage {

void Insert(db::Tx& tx, const Applicant& applicant, const std::string& search_keys);
void Update(db::Tx& tx, const Applicant& applicant, const std::string& search_keys, Instant now);
std::optional<Applicant> FindForUpdate(db::Tx& tx, const ApplicantId& id);

// The card that holds the number a unique index (`constraint`) guards.
std::optional<ApplicantId> FindHolder(db::Tx& tx, const std::string& constraint,
                                      const Applicant& draft);

// Until the transaction ends nobody else who looks for namesakes of `card` gets past this.
// Precondition: it has a birth date.
void LockNamesakes(db::Tx& tx, const Applicant& card);
// The other card of this kind with the same identity document; nobody else takes the document until
// the transaction ends. Precondition: `card` has one with a number.
std::optional<ApplicantId> LockDocumentAndFindHolder(db::Tx& tx, const Applicant& card);
// Another card of a human being with the same INN that is not the same one's in another quality;
// nobody else takes the INN until the transaction ends. Precondition: `card` is no legal entity's
// and has an INN.
std::optional<ApplicantId> LockInnAndFindHolder(db::Tx& tx, const Applicant& card);

struct Change {
  Json fields;         // [{field, old, new}]
  std::string source;  // where the new values come from; "" = typed
};
void AddChange(db::Tx& tx, const Applicant& applicant, const access::Actor& actor,
               const Change& change, Instant now);
Json ListChanges(db::Tx& tx, const ApplicantId& id);  // newest first, as in openapi.yaml

}  // namespace okno::applicants::storage
